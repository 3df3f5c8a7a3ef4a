import { amountOf, amountText } from '@/components/grid/amounts'

/** Yuan as typed, in fen; null when nothing was typed, undefined when it is no amount of money of 0 or more. */
export function fenOf(typed: string): number | null | undefined {
  const yuan = amountOf(typed)
  if (yuan === null || yuan === undefined) return yuan
  const [whole = '', cents = ''] = yuan.split('.')
  const fen = Number(whole + cents.padEnd(2, '0'))
  return cents.length > 2 || fen < 0 || !Number.isSafeInteger(fen) ? undefined : fen
}

/** Fen as one types yuan: 120050 is "1200.5". */
export function yuanOf(fen: number): string {
  return String(fen / 100)
}

/** Fen as people read yuan: 120050 is "1,200.5". */
export function yuanText(fen: number): string {
  return amountText(yuanOf(fen))
}
