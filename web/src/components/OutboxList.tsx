import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Letter, outbox } from '@/lib/outbox'
import styles from './OutboxList.module.css'
import { RelativeTime } from './RelativeTime'

interface Props {
  isOpen: boolean
  onClose: () => void
  letters: Letter[]
  onSend: () => void
}

/** What was written without network and is not with the server yet. */
export function OutboxList({ isOpen, onClose, letters, onSend }: Props) {
  const { t } = useTranslation('common')
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
                <Button size="small" onClick={() => void outbox.drop(letter)}>
                  {t('outbox.drop')}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
