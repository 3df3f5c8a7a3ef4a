export interface Mentioned {
  id: string
  name: string
}

/** Of the people picked those whose name still stands in the text. */
export function mentionedIn(text: string, picked: Mentioned[]): string[] {
  return [...new Set(picked.filter((person) => text.includes(`@${person.name}`)).map((person) => person.id))]
}

/** The text in pieces: "@name" of somebody mentioned, and what stands between. */
export function pieces(text: string, mentioned: Mentioned[]): { text: string; isMention: boolean }[] {
  const names = [...new Set(mentioned.map((person) => person.name))].sort((a, b) => b.length - a.length)
  const found: { text: string; isMention: boolean }[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, from))) {
    const name = names.find((each) => text.startsWith(each, at + 1))
    if (!name) continue
    if (at > from) found.push({ text: text.slice(from, at), isMention: false })
    from = at + 1 + name.length
    found.push({ text: text.slice(at, from), isMention: true })
  }
  if (from < text.length) found.push({ text: text.slice(from), isMention: false })
  return found
}
