import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { DateTimeField } from '@/components/DateTimeField'
import { FormDrawer } from '@/components/FormDrawer'
import { PersonSelect } from '@/components/PersonSelect'
import { toast } from '@/components/toast'
import type { Act, Asked } from './acts'

interface Props {
  act: Act | undefined
  onClose: () => void
  onSubmit: (act: Act, body: object, key: string) => Promise<void>
}

/** Asks what a step needs to know: why, until when, with what result. */
export function ActDialog({ act, onClose, onSubmit }: Props) {
  const { t } = useTranslation('work')
  const submit = async (values: object, key: string) => {
    if (!act) return
    await onSubmit(act, values, key)
    toast.success(t(`acted.${act.key}`))
  }
  return (
    <FormDrawer title={act ? t(`act.${act.key}`) : ''} isOpen={act !== undefined} onClose={onClose} onSubmit={submit} submitText={act ? t(`act.${act.key}`) : undefined}>
      {act?.asks.map((asked, index) => (
        <AskedField key={asked} asked={asked} isFirst={index === 0} />
      ))}
    </FormDrawer>
  )
}

function AskedField({ asked, isFirst }: { asked: Asked; isFirst: boolean }) {
  const { t } = useTranslation('work')
  if (asked === 'handler_id') {
    return (
      <Form.Item name="handler_id" label={t('assign.handler')} extra={t('assign.handler_hint')}>
        <PersonSelect />
      </Form.Item>
    )
  }
  if (asked === 'assign_note') {
    return (
      <Form.Item name="note" label={t('assign.note')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} placeholder={t('assign.note_hint')} maxLength={2000} />
      </Form.Item>
    )
  }
  const required = { required: true, message: t(`ask.${asked}_missing`) }
  if (asked === 'resume_at') {
    return (
      <Form.Item name="resume_at" label={t('ask.resume_at')} extra={t('ask.resume_at_hint')} rules={[required]}>
        <DateTimeField futureOnly />
      </Form.Item>
    )
  }
  return (
    <Form.Item name={asked} label={t(`ask.${asked}`)} rules={asked === 'note' ? [] : [{ ...required, whitespace: true }]}>
      <Input.TextArea autoFocus={isFirst} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
    </Form.Item>
  )
}
