import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from '@/components/importing/Import.module.css'
import { OnErrorChoice, type ChoicesProps } from '@/components/importing/OnErrorChoice'
import { hasLookalikes, type CustomerChoice, type CustomerReport } from './report'

/** Rows refused for looking like another customer may be taken all the same. */
export function CustomerChoices(props: ChoicesProps<CustomerReport, CustomerChoice>) {
  const { report, choice, change } = props
  const { t } = useTranslation('customer')
  if (report.error_count === 0) return null
  return (
    <div className={styles.choice}>
      <OnErrorChoice {...props} />
      {hasLookalikes(report) && (
        <Checkbox checked={choice.despiteDuplicates} onChange={(event) => change({ despiteDuplicates: event.target.checked })}>
          {t('import.despite_duplicates')}
        </Checkbox>
      )}
    </div>
  )
}
