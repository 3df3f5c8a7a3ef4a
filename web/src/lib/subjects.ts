/** What is followed lives on its own page: where a commitment's subject is shown. */
export function subjectPath(type: string, id: string): string {
  return `/${type.replaceAll('_', '-')}s/${id}`
}
