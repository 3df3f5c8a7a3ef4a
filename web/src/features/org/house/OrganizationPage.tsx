import { Alert, Form, Input, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { FormPanel } from '@/components/FormPanel'
import { PageSkeleton } from '@/components/PageSkeleton'
import { PersonSelect } from '@/components/PersonSelect'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { changesOf } from '@/lib/changes'
import { useChangeOrganization, useOrganization } from '../requests/useHouse'
import styles from './House.module.css'

type Values = Pick<Schema<'OrganizationView'>, 'name' | 'time_zone' | 'language' | 'default_owner_id' | 'small_organization'>

/** The organization itself: name, time zone, language, and who gets what nobody owns. */
export function OrganizationPage() {
  const { t } = useTranslation('org')
  const { data, error, refetch } = useOrganization()
  const change = useChangeOrganization()
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const { name, time_zone, language, default_owner_id, small_organization } = data
  const before: Values = { name, time_zone, language, default_owner_id, small_organization }
  const submit = (values: Values) => change.mutateAsync({ version: data.version, patch: changesOf(before, values) }).then(() => toast.success(t('saved', { name: values.name })))
  return (
    <Card title={t('house.title')}>
      {data.separation_due && <Alert type="warning" className={styles.gap} title={t('house.separation_due')} />}
      <FormPanel<Values> key={data.version} isInline onClose={() => {}} onSubmit={submit} initialValues={before}>
        <Form.Item name="name" label={t('house.name')} rules={[{ required: true, whitespace: true, message: t('house.name_missing') }]}>
          <Input maxLength={80} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item required name="time_zone" label={t('house.time_zone')} extra={t('house.time_zone_hint')}>
            <Select showSearch options={Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))} />
          </Form.Item>
          <Form.Item required name="language" label={t('house.language')} extra={t('house.language_hint')}>
            <Select
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Form.Item>
        </div>
        <Form.Item name="default_owner_id" label={t('house.default_owner')} extra={t('house.default_owner_hint')} rules={[{ required: true, message: t('house.default_owner_missing') }]}>
          <PersonSelect allowClear={false} known={{ id: default_owner_id, name: data.default_owner_name }} />
        </Form.Item>
        <Form.Item required name="small_organization" label={t('house.small')} extra={t('house.small_hint')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </FormPanel>
    </Card>
  )
}
