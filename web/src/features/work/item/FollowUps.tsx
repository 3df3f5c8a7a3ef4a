import { EnvironmentOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { PageSkeleton } from '@/components/PageSkeleton'
import { RelativeTime } from '@/components/RelativeTime'
import type { Schema } from '@/lib/api-types'
import { useFollowUpFiles } from '../requests/useFollowUpFiles'
import { useFollowUps } from '../requests/useFollowUps'
import styles from './Item.module.css'

/** The follow-ups as on the paper form: when, how, finding, solution, next time. Newest first. */
export function FollowUps({ itemId }: { itemId: string }) {
  const { t } = useTranslation('work')
  const { data: followUps, isPending } = useFollowUps(itemId)
  const { data: files = [] } = useFollowUpFiles(itemId)
  if (isPending) return <PageSkeleton />
  if (!followUps?.length) return <EmptyState small title={t('follow_ups.none')} text={t('follow_ups.none_text')} />
  return (
    <ol className={styles.followUps} reversed>
      {followUps.map((followUp) => (
        <FollowUp key={followUp.id} followUp={followUp} files={files.filter((file) => file.follow_up_id === followUp.id)} />
      ))}
    </ol>
  )
}

function FollowUp({ followUp, files }: { followUp: Schema<'FollowUpView'>; files: Schema<'FollowUpFileView'>[] }) {
  const { t } = useTranslation('work')
  const { t: word } = useTranslation('followup')
  return (
    <li>
      <header>
        <strong>{t('follow_ups.number', { number: followUp.touch_number })}</strong>
        <span>{word(`method.${followUp.method}`)}</span>
        <span>{followUp.by_name}</span>
        <RelativeTime at={followUp.at} short />
        {followUp.outcome && <span>{word(`outcome.${followUp.outcome}`)}</span>}
      </header>
      <p>{followUp.finding}</p>
      {followUp.cause && <Said label={t('follow_ups.cause')} text={followUp.cause} />}
      {followUp.solution && <Said label={t('follow_ups.solution')} text={followUp.solution} />}
      {followUp.asked_employee_name && <Said label={t('follow_ups.asked')} text={followUp.asked_employee_name} />}
      {followUp.position && (
        <p>
          <EnvironmentOutlined aria-hidden /> <a href={`geo:${followUp.position}`}>{followUp.position}</a>
        </p>
      )}
      {files.length > 0 && <Files files={files} />}
      {followUp.next_follow_up_at && (
        <small>
          {t('follow_ups.next')} <RelativeTime at={followUp.next_follow_up_at} short />
        </small>
      )}
    </li>
  )
}

const addressOf = (file: Schema<'FollowUpFileView'>) => `/api/v1/follow-up-files/${file.id}/content`

/** Pictures are looked at here, whatever else there is is fetched. */
function Files({ files }: { files: Schema<'FollowUpFileView'>[] }) {
  const { t } = useTranslation('work')
  const [shown, setShown] = useState<Schema<'FollowUpFileView'>>()
  return (
    <ul className={styles.pictures}>
      {files.map((file) => {
        const address = addressOf(file)
        const isPicture = file.content_type.startsWith('image/')
        return (
          <li key={file.id}>
            {isPicture ? (
              <button type="button" onClick={() => setShown(file)} aria-label={t('follow_ups.look_at', { name: file.name })}>
                <img src={address} alt="" loading="lazy" />
              </button>
            ) : (
              <a href={address} download={file.name}>
                <PaperClipOutlined aria-hidden /> {file.name}
              </a>
            )}
          </li>
        )
      })}
      <Modal open={shown !== undefined} onCancel={() => setShown(undefined)} title={shown?.name} footer={null} width={900} destroyOnHidden>
        {shown && <img src={addressOf(shown)} alt={shown.name} style={{ maxWidth: '100%' }} />}
      </Modal>
    </ul>
  )
}

function Said({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation('common')
  return (
    <p>
      <span className={styles.label}>
        {label}
        {t('colon')}
      </span>
      {text}
    </p>
  )
}
