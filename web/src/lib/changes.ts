/** What differs, ready for a PATCH: an emptied field is null, an untouched one is not sent at all. */
export function changesOf<Values extends object>(before: Values, after: Partial<Values>): { [Key in keyof Values]?: Values[Key] | null } {
  const changes: { [Key in keyof Values]?: Values[Key] | null } = {}
  for (const key of Object.keys(after) as (keyof Values)[]) {
    const value = blankToNull(after[key])
    if (value !== blankToNull(before[key])) changes[key] = value
  }
  return changes
}

function blankToNull<Value>(value: Value | undefined): Value | null {
  return value === undefined || value === '' ? null : value
}
