import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { FormPanel } from '@/components/FormPanel'
import { PageSkeleton } from '@/components/PageSkeleton'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useGoalSettings, useSaveGoalSettings } from '../requests/useGoalSettings'
import { fromTheHighest } from './grades'
import styles from './Settings.module.css'

type Values = Schema<'GoalSettingsForm'>
/** As the server takes them. */
const MOST_GRADES = 12
const PERCENTS = ['tolerance', 'completion_cap', 'factor_least', 'factor_most'] as const

/** How goals are checked and evaluated in this organization. */
export function GoalSettingsPage() {
  const { t } = useTranslation('goal')
  const { data, error, refetch } = useGoalSettings()
  const save = useSaveGoalSettings()
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const submit = (form: Values) => save.mutateAsync({ form: { ...form, grades: fromTheHighest(form.grades ?? []) }, version: data.version }).then(() => toast.success(t('settings.saved')))
  return (
    <Card title={t('settings.heading')}>
      <p className={styles.note}>{t('settings.note')}</p>
      <FormPanel<Values> key={data.version} isInline onClose={() => {}} onSubmit={submit} initialValues={data}>
        <Form.Item name="smart_blocks" label={t('settings.smart_blocks')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <div className={styles.grid}>
          {PERCENTS.map((field) => (
            <Form.Item key={field} name={field} label={t(`settings.${field}`)} rules={[{ required: true, message: t('settings.needed') }]}>
              <Input inputMode="decimal" suffix="%" />
            </Form.Item>
          ))}
          <Form.Item name="support_days" label={t('settings.support_days')}>
            <InputNumber min={1} max={60} precision={0} />
          </Form.Item>
        </div>
        <Form.List name="grades">
          {(fields, { add, remove }) => (
            <Form.Item label={t('settings.grades')} extra={t('settings.grades_note')}>
              {fields.map(({ key, name }) => (
                <div key={key} className={styles.band}>
                  <Form.Item name={[name, 'grade']} rules={[{ required: true, whitespace: true, message: t('settings.needed') }]}>
                    <Input aria-label={t('settings.grade')} maxLength={10} />
                  </Form.Item>
                  <span>≥</span>
                  <Form.Item name={[name, 'from']} rules={[{ required: true, message: t('settings.needed') }]}>
                    <Input aria-label={t('settings.from')} inputMode="decimal" />
                  </Form.Item>
                  <Button icon={<DeleteOutlined />} disabled={fields.length === 1} aria-label={t('settings.remove_grade')} title={t('settings.remove_grade')} onClick={() => remove(name)} />
                </div>
              ))}
              {/* At the top: from the highest down, and the lowest is the one that begins at 0. */}
              <Button icon={<PlusOutlined />} disabled={fields.length >= MOST_GRADES} onClick={() => add({ grade: '', from: '' }, 0)}>
                {t('settings.add_grade')}
              </Button>
            </Form.Item>
          )}
        </Form.List>
      </FormPanel>
    </Card>
  )
}
