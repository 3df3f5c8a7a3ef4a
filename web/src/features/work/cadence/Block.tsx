import { FieldTimeOutlined } from '@ant-design/icons'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { OnceOpened } from '@/components/OnceOpened'
import { TimeField } from '@/components/TimeField'
import { toast } from '@/components/toast'
import { useMay } from '@/lib/session'
import { useTimeText } from '@/lib/useTimeText'
import { useFollowUpBlock, useSaveFollowUpBlock } from '../requests/useFollowUpBlock'
import styles from './Cadence.module.css'

interface Props {
  /** How many follow-ups are due. */
  due: number
  /** Puts the focus on the first one; F, N and Enter do the rest. */
  onBegin: () => void
}

/** The hours kept free for following up: when they are, and within them a way to begin. */
export function Block({ due, onBegin }: Props) {
  const mayRecord = useMay('followup.record')
  return mayRecord ? <Kept due={due} onBegin={onBegin} /> : null
}

function Kept({ due, onBegin }: Props) {
  const { t } = useTranslation('cadence')
  const time = useTimeText()
  const { data: block } = useFollowUpBlock()
  const [isSetting, setSetting] = useState(false)
  if (!block) return null
  const words = () => {
    if (!block.from) return t('block.none')
    if (block.is_now) return due > 0 ? t('block.now', { count: due, to: block.to }) : t('block.now_nothing', { to: block.to })
    return block.begins_at ? t('block.next', { at: time.short(block.begins_at), to: block.to }) : t('block.daily', { from: block.from, to: block.to })
  }
  return (
    <section className={block.is_now ? `${styles.block} ${styles.now}` : styles.block} aria-label={t('block.title')}>
      <p>
        <FieldTimeOutlined aria-hidden /> {words()}
      </p>
      <div className={styles.acts}>
        <Button size="small" type={block.is_now && due > 0 ? 'default' : 'text'} onClick={() => setSetting(true)}>
          {t(block.from ? 'block.change' : 'block.keep')}
        </Button>
        {block.is_now && due > 0 && (
          <Button size="small" type="primary" onClick={onBegin}>
            {t('block.begin')}
          </Button>
        )}
      </div>
      <OnceOpened isOpen={isSetting}>
        <Setting from={block.from} to={block.to} isOpen={isSetting} onClose={() => setSetting(false)} />
      </OnceOpened>
    </section>
  )
}

interface SettingProps {
  from: string | null
  to: string | null
  isOpen: boolean
  onClose: () => void
}

function Setting({ from, to, isOpen, onClose }: SettingProps) {
  const { t } = useTranslation('cadence')
  const save = useSaveFollowUpBlock()
  const submit = async (values: { from?: string; to?: string }) => {
    await save.mutateAsync({ from: values.from ?? null, to: values.to ?? null })
    toast.success(t(values.from ? 'block.kept' : 'block.dropped'))
  }
  return (
    <FormDrawer title={t('block.title')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={{ from: from ?? '16:00', to: to ?? '16:30' }}>
      <p className={styles.why}>{t('block.note')}</p>
      <div className={styles.pair}>
        <Form.Item name="from" label={t('from')}>
          <TimeField />
        </Form.Item>
        <Form.Item name="to" label={t('to')}>
          <TimeField />
        </Form.Item>
      </div>
    </FormDrawer>
  )
}
