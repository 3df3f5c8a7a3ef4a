import { useTranslation } from 'react-i18next'
import { amountOf } from '@/components/grid/amounts'

/** A typed amount is a number or nothing: what cannot be read is said, not left out. `needed`: nothing is no answer, either. */
export function useAmountRule() {
  const { t } = useTranslation('goal')
  return (needed?: string) => ({
    validator: (_rule: unknown, typed?: string) => {
      const amount = amountOf(typed ?? '')
      if (amount === undefined) return Promise.reject(new Error(t('sheet.no_amount', { typed })))
      return amount === null && needed ? Promise.reject(new Error(needed)) : Promise.resolve()
    },
  })
}
