import { CloseCircleFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

/** What `allowClear` of a choice is given, so that the cross that empties it has its name in the reader's language. */
export function useClearing() {
  const { t } = useTranslation('common')
  return { label: t('filter.clear_text'), clearIcon: <CloseCircleFilled aria-hidden /> }
}
