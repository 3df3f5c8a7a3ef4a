/** What is followed lives on its own page: where a commitment's subject is shown. */
export function subjectPath(type: string, id: string): string {
  return `/${type.replaceAll('_', '-')}s/${id}`
}

/** What takes no plain follow-up: where the form for looking at it opens. A goal is looked at by a check-in. */
export function ownFormPath(type: string, id: string): string | undefined {
  return type === 'goal_item' ? `${subjectPath(type, id)}?check_in=1` : undefined
}
