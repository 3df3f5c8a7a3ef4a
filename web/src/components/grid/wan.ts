import { useSyncExternalStore } from 'react'
import { readStored, removeStored, writeStored } from '@/lib/deviceSettings'

export const YUAN = '元'
export const TEN_THOUSAND_YUAN = '万元'

const KEY = 'zx.wan'
let isOn = readStored(KEY) === 'on'
const listeners = new Set<() => void>()

function set(next: boolean): void {
  isOn = next
  if (next) writeStored(KEY, 'on')
  else removeStored(KEY)
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether this device shows amounts in 元 as 万元; one setting for all sheets and cards. */
export function useWan(): [boolean, (next: boolean) => void] {
  return [useSyncExternalStore(subscribe, () => isOn), set]
}

/** An amount in 元 as one in 万元, exactly: "12345.6" is "1.23456". */
export function shifted(amount: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? []
  if (whole === '') return amount
  const padded = whole.padStart(5, '0')
  const integer = padded.slice(0, -4).replace(/^0+(?=\d)/, '')
  const rest = (padded.slice(-4) + fraction).replace(/0+$/, '')
  return sign + (rest ? `${integer}.${rest}` : integer)
}

/** What is typed where 万元 are shown means 万元, unless it says so itself. */
export function typedInWan(typed: string): string {
  const plain = typed.trim()
  return /[\d０-９]$/.test(plain) || /[\d０-９][.．]$/.test(plain) ? `${plain}万` : typed
}

/** An amount and its unit as they are shown. */
export function useShownAmount(): <A extends string | null | undefined>(amount: A, unit: string | null) => { amount: A | string; unit: string } {
  const [isWan] = useWan()
  return (amount, unit) => (isWan && unit === YUAN ? { amount: typeof amount === 'string' ? shifted(amount) : amount, unit: TEN_THOUSAND_YUAN } : { amount, unit: unit ?? '' })
}
