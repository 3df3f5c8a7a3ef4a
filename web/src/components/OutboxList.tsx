import { Button, Drawer, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { type Letter, outbox } from '@/lib/outbox'
import { FollowUpDrawer } from './followup/FollowUpDrawer'
import styles from './OutboxList.module.css'
import { RelativeTime } from './RelativeTime'

interface Props {
  isOpen: boolean
  onClose: () => void
  letters: Letter[]
  onSend: () => void
}

/** What is followed, of a follow-up that was refused. */
function followedBy({ path, label, refusal }: Letter) {
  const id = /commitments\/([^/]+)\/follow-ups$/.exec(path)?.[1]
  return id ? { id, number: label.split(' ', 1)[0] ?? '', title: label, isClosed: refusal?.code === 'followup.closed_has_no_next' } : undefined
}

/** What was written without network and is not with the server yet. */
export function OutboxList({ isOpen, onClose, letters, onSend }: Props) {
  const { t } = useTranslation('common')
  const [correcting, setCorrecting] = useState<Letter>()
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      title={t('outbox.title')}
      extra={
        <Button type="primary" onClick={onSend}>
          {t('outbox.send_now')}
        </Button>
      }
    >
      <ul className={styles.list}>
        {letters.map((letter) => (
          <li key={letter.key}>
            <strong>{letter.label}</strong>
            <small>
              <RelativeTime at={letter.written_at} />
            </small>
            {letter.refusal && (
              <p role="alert">
                {letter.refusal.title || letter.refusal.code}
                <Space>
                  {followedBy(letter) && (
                    <Button size="small" onClick={() => setCorrecting(letter)}>
                      {t('outbox.correct')}
                    </Button>
                  )}
                  <Button size="small" onClick={() => void outbox.drop(letter)}>
                    {t('outbox.drop')}
                  </Button>
                </Space>
              </p>
            )}
          </li>
        ))}
      </ul>
      <FollowUpDrawer
        followed={correcting && followedBy(correcting)}
        refused={correcting?.body as Schema<'FollowUpForm'> | undefined}
        onClose={() => setCorrecting(undefined)}
        onRecorded={() => correcting && void outbox.drop(correcting)}
      />
    </Drawer>
  )
}
