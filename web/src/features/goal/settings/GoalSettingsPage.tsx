import { Form, Input, InputNumber, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { FormPanel } from '@/components/FormPanel'
import { PageSkeleton } from '@/components/PageSkeleton'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useGoalSettings, useSaveGoalSettings } from '../requests/useGoalSettings'
import styles from './Settings.module.css'

type Values = Schema<'GoalSettingsForm'>
const PERCENTS = ['tolerance', 'completion_cap', 'factor_least', 'factor_most'] as const

/** How goals are checked and evaluated in this organization. */
export function GoalSettingsPage() {
  const { t } = useTranslation('goal')
  const { data, error, refetch } = useGoalSettings()
  const save = useSaveGoalSettings()
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const submit = (form: Values) => save.mutateAsync({ form, version: data.version }).then(() => toast.success(t('settings.saved')))
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
          {(fields) => (
            <Form.Item label={t('settings.grades')}>
              {fields.map(({ key, name }) => (
                <div key={key} className={styles.band}>
                  <Form.Item noStyle name={[name, 'grade']}>
                    <Input aria-label={t('settings.grade')} maxLength={10} />
                  </Form.Item>
                  <span>≥</span>
                  <Form.Item noStyle name={[name, 'from']}>
                    <Input aria-label={t('settings.from')} inputMode="decimal" />
                  </Form.Item>
                </div>
              ))}
            </Form.Item>
          )}
        </Form.List>
      </FormPanel>
    </Card>
  )
}
