/** The text with a word put in at the cursor, or at its end while there is none. */
export function inserted(text: string, word: string, at = text.length): string {
  return text.slice(0, at) + word + text.slice(at)
}
