import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '@/components/EmptyState'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'
import { subjectPath } from '@/lib/subjects'
import { useTimeText } from '@/lib/useTimeText'
import styles from './Cadence.module.css'

/** The promises behind the percentage, newest first. */
export function Promises({ side }: { side: Schema<'CounterpartView'> }) {
  const { t } = useTranslation('cadence')
  const time = useTimeText()
  if (side.percent === null) return <EmptyState small title={t('nothing_measured')} text={t('nothing_measured_text')} />
  return (
    <>
      <p>
        {t('punctuality', { percent: side.percent, kept: side.kept, measured: side.measured })}
        <small className={styles.why}> {side.measured < side.needed ? t('too_few', { needed: side.needed }) : t('how_measured')}</small>
      </p>
      <table className={styles.promises} aria-label={t('promises')}>
        <thead>
          <tr>
            <th scope="col">{t('promised_at')}</th>
            <th scope="col">{t('looked_at')}</th>
            <th scope="col">{t('about')}</th>
            <th scope="col">{t('result')}</th>
          </tr>
        </thead>
        <tbody>
          {side.promises.map((promise) => (
            <tr key={promise.id}>
              <td>{time.short(promise.promised_at)}</td>
              <td>{promise.looked_at ? time.short(promise.looked_at) : '—'}</td>
              <td>{promise.commitment_id && promise.subject_type ? <Link to={subjectPath(promise.subject_type, promise.commitment_id)}>{promise.number}</Link> : <span className={styles.why}>{t('others_matter')}</span>}</td>
              <td>
                <StateTag tone={promise.kept ? 'done' : 'late'} text={t(promise.kept ? 'kept' : 'broken')} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
