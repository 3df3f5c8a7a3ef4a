import { useTranslation } from 'react-i18next'
import { amountOf } from './plan'

/** Working minutes as people say them: "6 天", "3 小时". */
export function useAmount(dayMinutes: number): (minutes: number) => string {
  const { t } = useTranslation('planning')
  return (minutes) => {
    const { unit, count } = amountOf(minutes, dayMinutes)
    return t(`amount.${unit}`, { count })
  }
}
