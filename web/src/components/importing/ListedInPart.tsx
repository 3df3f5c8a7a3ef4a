import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './Import.module.css'

interface Props {
  report: { rows: number; verdicts?: unknown[]; errors: unknown[]; error_count: number }
}

/** A report lists its first rows and errors only; says so when there are more. */
export function ListedInPart({ report }: Props) {
  const { t } = useTranslation()
  const { rows, verdicts, errors, error_count } = report
  const cut = [
    verdicts && verdicts.length < rows && t('importing.rows_listed', { listed: verdicts.length, all: rows }),
    errors.length < error_count && t('importing.errors_listed', { listed: errors.length, all: error_count }),
  ].filter((text) => typeof text === 'string')
  if (cut.length === 0) return null
  return <Alert type="info" className={styles.cut} title={cut.join(t('importing.separator'))} />
}
