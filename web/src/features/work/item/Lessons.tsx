import { BulbOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { OnceOpened } from '@/components/OnceOpened'
import { RelativeTime } from '@/components/RelativeTime'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useMay } from '@/lib/session'
import { useAddLesson } from '../requests/useAddLesson'
import styles from './Phase.module.css'

const FormPanel = lazy(async () => ({ default: (await import('@/components/FormPanel')).FormPanel<{ text: string }> }))
const NewItem = lazy(async () => ({ default: (await import('../list/NewItem')).NewItem }))

type Item = Schema<'WorkItemView'>

/** The last part of the circle: what was learned of a done item, and what follows from it. */
export function Lessons({ item }: { item: Item }) {
  const { t } = useTranslation('work')
  const add = useAddLesson(item.id)
  const mayCreate = useMay('work.create')
  const [opened, setOpened] = useState<'lesson' | 'follow_on'>()
  if (item.state !== 'done' && item.lessons.length === 0 && !item.follow_on_of) return null
  const close = () => setOpened(undefined)
  const submit = async ({ text }: { text: string }, key: string) => {
    await add.mutateAsync({ text, key })
    toast.success(t('lessons.added'))
  }
  const isDone = item.state === 'done'
  return (
    <Card title={t('lessons.title')}>
      {item.phase === 'act_pending' && <p className={styles.asked}>{t('lessons.asked')}</p>}
      <ul className={styles.lessons}>
        {item.follow_on_of && <Linked text={t('lessons.from')} link={item.follow_on_of} />}
        {item.lessons.map((lesson) => (
          <li key={lesson.id}>
            <p>{lesson.text}</p>
            <small>
              {lesson.by_name} · <RelativeTime at={lesson.at} short />
            </small>
          </li>
        ))}
        {item.follow_ons.map((link) => (
          <Linked key={link.id} text={t('lessons.follow_on')} link={link} />
        ))}
      </ul>
      {isDone && opened !== 'lesson' && (
        <div className={styles.acts}>
          <Button size="small" icon={<BulbOutlined />} onClick={() => setOpened('lesson')}>
            {t('lessons.add')}
          </Button>
          {mayCreate && (
            <Button size="small" icon={<PlusOutlined />} onClick={() => setOpened('follow_on')}>
              {t('lessons.add_follow_on')}
            </Button>
          )}
        </div>
      )}
      {isDone && opened === 'lesson' && (
        <OnceOpened isOpen>
          <FormPanel isInline onClose={close} onSubmit={submit} submitText={t('lessons.save')}>
            <Form.Item name="text" label={t('lessons.text')} rules={[{ required: true, whitespace: true, message: t('lessons.text_missing') }]}>
              <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} placeholder={t('lessons.hint')} />
            </Form.Item>
          </FormPanel>
        </OnceOpened>
      )}
      <OnceOpened isOpen={opened === 'follow_on'}>
        <NewItem isOpen={opened === 'follow_on'} onClose={close} followOnOf={item.id} onCreated={() => undefined} />
      </OnceOpened>
    </Card>
  )
}

function Linked({ text, link }: { text: string; link: Schema<'ItemLink'> }) {
  return (
    <li>
      <small>{text}</small> <Link to={`/work-items/${link.id}`}>{link.title}</Link>
    </li>
  )
}
