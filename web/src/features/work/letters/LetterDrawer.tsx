import { FilePdfOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '@/components/DateField'
import { DateTimeField } from '@/components/DateTimeField'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { preferences } from '@/lib/preferences'
import { asProblem } from '@/lib/problem'
import { previewLetter, useSendLetter } from '../requests/useLetters'
import styles from './Letters.module.css'

type Values = Schema<'LetterForm'>

interface Props {
  item: Schema<'WorkItemView'>
  isOpen: boolean
  onClose: () => void
}

const TONES = ['reminder', 'firm', 'final'] as const

/** A numbered letter to whoever holds things up. Sending it is a follow-up, with the next look behind it. */
export function LetterDrawer({ item, isOpen, onClose }: Props) {
  const { t } = useTranslation('letters')
  const send = useSendLetter(item.id)
  const submit = async (form: Values, key: string) => {
    const letter = await send.mutateAsync({ form, key })
    toast.success(t(letter.by_email ? 'mailed' : 'made', { number: letter.number, name: letter.to_name }))
  }
  const first: Partial<Values> = { tone: item.standing.overdue ? 'firm' : 'reminder', to: 'handler', language: preferences.get().language, by_email: false }
  return (
    <FormDrawer<Values> title={t('title')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('send')} initialValues={first} draft={`letter/${item.id}`}>
      <Form.Item name="tone" label={t('tone.label')}>
        <Radio.Group className={styles.tones}>
          {TONES.map((tone) => (
            <Radio key={tone} value={tone}>
              <strong>{t(`tone.${tone}.name`)}</strong>
              <small>{t(`tone.${tone}.note`)}</small>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="to" label={t('to')}>
        <Radio.Group
          options={[
            { value: 'handler', label: t('to_handler', { name: item.standing.handler.name }) },
            ...(item.requester_name ? [{ value: 'requester', label: t('to_requester', { name: item.requester_name }) }] : []),
          ]}
        />
      </Form.Item>
      <Form.Item name="demand" label={t('demand')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} placeholder={t('demand_hint')} />
      </Form.Item>
      <Form.Item name="answer_by" label={t('answer_by')}>
        <DateField futureOnly />
      </Form.Item>
      <Form.Item name="next_follow_up_at" label={t('next')} extra={t('next_note')} rules={[{ required: true, message: t('next_missing') }]}>
        <DateTimeField futureOnly />
      </Form.Item>
      <Form.Item name="language" label={t('language')}>
        <Radio.Group options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
      </Form.Item>
      <Form.Item name="by_email" valuePropName="checked" extra={t('by_email_note')}>
        <Checkbox>{t('by_email')}</Checkbox>
      </Form.Item>
      <Preview itemId={item.id} />
    </FormDrawer>
  )
}

function Preview({ itemId }: { itemId: string }) {
  const { t } = useTranslation('letters')
  const form = Form.useFormInstance<Values>()
  const problemText = useProblemText()
  const [isMaking, setMaking] = useState(false)
  const show = async () => {
    setMaking(true)
    try {
      const url = URL.createObjectURL(await previewLetter(itemId, { ...form.getFieldsValue(), by_email: false }))
      // Where a new window is not allowed, the file is kept instead.
      if (!window.open(url, '_blank')) Object.assign(document.createElement('a'), { href: url, download: `${t('preview')}.pdf` }).click()
      setTimeout(() => URL.revokeObjectURL(url), 60_000)
    } catch (error) {
      toast.error(problemText(asProblem(error)))
    } finally {
      setMaking(false)
    }
  }
  return (
    <Button icon={<FilePdfOutlined />} onClick={() => void show()} loading={isMaking}>
      {t('preview_open')}
    </Button>
  )
}
