interface Queued {
  id: string
}

/** The queue beginning with that one, those before it at the end: what was put off comes round again. */
export function startingWith<T extends Queued>(queue: T[], id: string | undefined): T[] {
  const at = Math.max(
    0,
    queue.findIndex((each) => each.id === id),
  )
  return [...queue.slice(at), ...queue.slice(0, at)]
}

/** Whose turn is after that one; after the last it is the first's again. */
export function nextAfter(queue: Queued[], id: string): string | undefined {
  return startingWith(queue, id)[1]?.id
}
