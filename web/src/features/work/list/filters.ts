import { useTranslation } from 'react-i18next'
import type { Filter } from '@/components/FilterBar'
import { useKinds } from '../requests/useKinds'
import { EVERY_STATE } from './query'

const STATES = ['draft', 'assigned', 'accepted', 'in_progress', 'submitted', 'returned', 'on_hold', 'done', 'cancelled']

/** The filters that choose among words. */
export function useFilters(): Filter[] {
  const { t } = useTranslation('work')
  const { kinds } = useKinds()
  const { t: word } = useTranslation('followup')
  return [
    { name: 'states', label: t('field.state'), multiple: true, options: [...STATES.map((value) => ({ value, text: word(`stage.${value}`) })), { value: EVERY_STATE, text: t('list.every_state') }] },
    { name: 'kinds', label: t('field.kind'), multiple: true, options: kinds.map((kind) => ({ value: kind.code, text: kind.name })) },
    { name: 'importance', label: t('field.importance'), options: ['1', '2', '3', '4'].map((value) => ({ value, text: word(`importance.${value}`) })) },
  ]
}
