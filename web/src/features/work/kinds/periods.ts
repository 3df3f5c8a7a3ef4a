import { useTranslation } from 'react-i18next'

/** Working hours, as people say periods; minutes on the wire. */
export const hoursOf = (minutes: number): number => Math.round((minutes / 60) * 100) / 100
export const minutesOf = (hours: number): number => Math.round(hours * 60)

export function usePeriodText(): (minutes: number) => string {
  const { t } = useTranslation('kinds')
  return (minutes) => (minutes < 60 ? t('minutes', { count: minutes }) : t('hours', { count: hoursOf(minutes) }))
}
