/** Part of a whole in percent; nothing of nothing. */
export function share(part: number, whole: number): number {
  return whole > 0 ? Math.round((part / whole) * 100) : 0
}

/** "0.485588" as "48.6%"; nothing where there is no share. */
export function percentOf(decimal: string | null | undefined): string {
  return decimal == null ? '—' : `${(Math.round(Number(decimal) * 1000) / 10).toString()}%`
}

/** The civil date some days before another: "2026-11-20". */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}
