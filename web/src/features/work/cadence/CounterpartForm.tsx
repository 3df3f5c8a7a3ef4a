import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormPanel } from '@/components/FormPanel'
import { TimeField } from '@/components/TimeField'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useSaveCounterpart } from '../requests/useCounterpart'
import styles from './Cadence.module.css'

const METHODS: Schema<'Method'>[] = ['phone', 'sms', 'instant_message', 'email', 'on_site', 'meeting', 'joint_departments', 'urging_letter', 'other']

interface Values {
  channels: Schema<'Method'>[]
  quiet: { from?: string; to?: string }[]
  note: string
}

interface Props {
  id: string
  side: Schema<'CounterpartView'>
  onClose: () => void
}

/** By which channel the other side answers, and when not to disturb them. Holds for all their matters. */
export function CounterpartForm({ id, side, onClose }: Props) {
  const { t } = useTranslation('cadence')
  const { t: word } = useTranslation('followup')
  const save = useSaveCounterpart(id)
  const submit = async ({ channels, quiet, note }: Values) => {
    const hours = quiet.flatMap(({ from, to }) => (from && to ? [{ from, to }] : []))
    await save.mutateAsync({ form: { direction: side.direction, channels, quiet: hours, note: note ?? '' }, version: side.version })
    toast.success(t('habits_saved', { name: side.name }))
  }
  return (
    <FormPanel<Values> isInline onClose={onClose} onSubmit={submit} initialValues={{ channels: side.channels, quiet: side.quiet, note: side.note }}>
      <Form.Item name="channels" label={t('channels')} extra={t('channels_note')}>
        <Select mode="multiple" allowClear options={METHODS.map((value) => ({ value, label: word(`method.${value}`) }))} placeholder={t('channels_any')} />
      </Form.Item>
      <Form.Item label={t('quiet_hours')}>
        <Form.List name="quiet">
          {(entries, { add, remove }) => (
            <>
              <ul className={styles.quiet}>
                {entries.map((entry, index) => (
                  <li key={entry.key}>
                    <Form.Item name={[entry.name, 'from']} rules={[{ required: true, message: t('missing', { name: t('from') }) }]}>
                      <TimeField label={t('from')} />
                    </Form.Item>
                    <span>–</span>
                    <Form.Item name={[entry.name, 'to']} rules={[{ required: true, message: t('missing', { name: t('to') }) }]}>
                      <TimeField label={t('to')} />
                    </Form.Item>
                    <Button type="text" icon={<DeleteOutlined />} aria-label={t('remove_quiet', { number: index + 1 })} onClick={() => remove(entry.name)} />
                  </li>
                ))}
              </ul>
              <Button type="dashed" icon={<PlusOutlined />} disabled={entries.length >= 6} onClick={() => add({ from: '12:00', to: '14:00' })}>
                {t('add_quiet')}
              </Button>
            </>
          )}
        </Form.List>
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} placeholder={t('note_example')} />
      </Form.Item>
    </FormPanel>
  )
}
