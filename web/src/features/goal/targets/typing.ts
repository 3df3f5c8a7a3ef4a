import { amountOf } from '@/components/grid/amounts'
import { shifted, TEN_THOUSAND_YUAN, typedInWan, YUAN } from '@/components/grid/wan'

/** How amounts of a measure are said in a form: as the grid says them, "3" being 3 万元 where these are shown. */
export function typing(measure: { unit: string } | undefined, isWan: boolean) {
  const isShifted = isWan && measure?.unit === YUAN
  return {
    unit: isShifted ? TEN_THOUSAND_YUAN : (measure?.unit ?? ''),
    amountOf: (typed: string | undefined) => amountOf(isShifted ? typedInWan(typed ?? '') : (typed ?? '')),
    shown: (amount: string | null) => (amount !== null && isShifted ? shifted(amount) : amount),
  }
}
