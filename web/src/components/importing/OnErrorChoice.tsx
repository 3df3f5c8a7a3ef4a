import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './Import.module.css'
import type { ErrorChoice, ImportReport } from './report'

export interface ChoicesProps<Report extends ImportReport, Choice extends ErrorChoice> {
  report: Report
  choice: Choice
  change: (part: Partial<Choice>) => void
}

/** Whether wrong rows hold up the others; asked only where there are some. */
export function OnErrorChoice({ report, choice, change }: ChoicesProps<ImportReport, ErrorChoice>) {
  const { t } = useTranslation('common')
  if (report.error_count === 0) return null
  return (
    <Radio.Group className={styles.choice} value={choice.onError} onChange={(event) => change({ onError: event.target.value as ErrorChoice['onError'] })} aria-label={t('importing.on_error')}>
      <Radio value="import_nothing">{t('importing.import_nothing')}</Radio>
      <Radio value="skip_bad_rows">{t('importing.skip_bad_rows')}</Radio>
    </Radio.Group>
  )
}
