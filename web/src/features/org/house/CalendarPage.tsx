import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { DateField } from '@/components/DateField'
import { ErrorState } from '@/components/ErrorState'
import { FormPanel } from '@/components/FormPanel'
import { PageSkeleton } from '@/components/PageSkeleton'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useCalendar, useSaveCalendar } from '../requests/useHouse'
import { hoursIn, hoursText } from './hours'
import styles from './House.module.css'

interface Values {
  /** "09:00–12:00, 13:30–18:00", Monday first; empty on days off. */
  days: string[]
  public_holidays: Schema<'PublicHolidays'>
  special_days: Schema<'SpecialDayView'>[]
}

/** When work is done: hours of the week, public holidays, and the organization's own days. All limits count in this time. */
export function CalendarPage() {
  const { t } = useTranslation('org')
  const { data, error, refetch } = useCalendar()
  const save = useSaveCalendar()
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const submit = async ({ days, public_holidays, special_days }: Values) => {
    const form = { days: days.map((text) => hoursIn(text ?? '') ?? []), public_holidays, special_days: special_days ?? [] }
    await save.mutateAsync({ version: data.version, form })
    toast.success(t('hours.saved'))
  }
  return (
    <Card title={t('hours.title')}>
      <p className={styles.note}>{t('hours.note')}</p>
      <FormPanel<Values> key={data.version} isInline onClose={() => {}} onSubmit={submit} initialValues={{ days: data.days.map(hoursText), public_holidays: data.public_holidays, special_days: data.special_days }}>
        <div className={styles.week}>
          {data.days.map((_, day) => (
            <Form.Item
              key={day}
              name={['days', day]}
              label={t(`hours.weekday.${day}`)}
              required
              rules={[{ validator: (_rule, text: string) => (hoursIn(text ?? '') ? Promise.resolve() : Promise.reject(new Error(t('hours.wrong')))) }]}
            >
              <Input placeholder={t('hours.off')} />
            </Form.Item>
          ))}
        </div>
        <Form.Item required name="public_holidays" label={t('hours.holidays')} extra={data.known_until ? t('hours.known_until', { date: data.known_until }) : undefined}>
          <Select options={(['mainland_china', 'none'] as const).map((value) => ({ value, label: t(`hours.holiday.${value}`) }))} />
        </Form.Item>
        <h3 className={styles.heading}>{t('hours.own')}</h3>
        <p className={styles.note}>{t('hours.own_note')}</p>
        <Form.List name="special_days">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className={styles.day}>
                  <Form.Item name={[name, 'date']} rules={[{ required: true, message: t('hours.date_missing') }]}>
                    <DateField />
                  </Form.Item>
                  <Form.Item name={[name, 'kind']}>
                    <Select aria-label={t('hours.kind')} options={(['off', 'working'] as const).map((value) => ({ value, label: t(`hours.kinds.${value}`) }))} />
                  </Form.Item>
                  <Form.Item name={[name, 'name']} rules={[{ required: true, whitespace: true, message: t('hours.name_missing') }]}>
                    <Input aria-label={t('hours.name')} placeholder={t('hours.name')} maxLength={40} />
                  </Form.Item>
                  <Button icon={<DeleteOutlined />} aria-label={t('hours.remove')} onClick={() => remove(name)} />
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add({ kind: 'off', name: '' })}>
                {t('hours.add')}
              </Button>
            </>
          )}
        </Form.List>
      </FormPanel>
    </Card>
  )
}
