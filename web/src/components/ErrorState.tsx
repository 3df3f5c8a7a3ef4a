import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '@/lib/problem'
import styles from './States.module.css'
import { useProblemText } from './useProblemText'

interface Props {
  error: unknown
  onRetry?: () => void
  fullPage?: boolean
}

/** Says what happened and what to do; the request's id helps the administrator find it in the log. */
export function ErrorState({ error, onRetry, fullPage = false }: Props) {
  const { t } = useTranslation('common')
  const problemText = useProblemText()
  const problem = asProblem(error)
  return (
    <div role="alert" className={fullPage ? `${styles.state} ${styles.fullPage}` : styles.state}>
      <h2>{problem.status === 404 ? t('error.not_found') : t('error.title')}</h2>
      <p>{problemText(problem)}</p>
      {problem.request_id && <p className={styles.trace}>{t('error.request_id', { id: problem.request_id })}</p>}
      {onRetry && (
        <div className={styles.action}>
          <Button type="primary" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}
