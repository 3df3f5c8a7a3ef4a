import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { FormDrawer } from '@/components/FormDrawer'
import { PageSkeleton } from '@/components/PageSkeleton'
import { StateTag } from '@/components/StateTag'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useAddMeasure } from '../requests/useAddMeasure'
import { useChangeMeasure } from '../requests/useChangeMeasure'
import { useMeasures } from '../requests/useMeasures'
import styles from './Settings.module.css'

type Values = Schema<'NewMeasureForm'>
type Words = Pick<Values, 'name' | 'unit'>

/** What targets count: revenue, users, complaints. Direction and roll-up stay as they were made, so that past numbers keep their meaning. */
export function MeasuresPage() {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const { data, error, refetch } = useMeasures()
  const add = useAddMeasure()
  const change = useChangeMeasure()
  const [isNew, setNew] = useState(false)
  const [edited, setEdited] = useState<Schema<'MeasureView'>>()
  const [isEditing, setEditing] = useState(false)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const toggle = (measure: Schema<'MeasureView'>) => change.mutate({ measure, patch: { name: null, unit: null, closed: !measure.closed_at } }, { onError: (refused) => toast.error(problemText(asProblem(refused))) })
  return (
    <Card
      title={t('measure.heading')}
      flush
      extra={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setNew(true)}>
          {t('measure.add')}
        </Button>
      }
    >
      <p className={styles.note}>{t('measure.note')}</p>
      {data.items.length === 0 && <EmptyState small title={t('measure.none')} text={t('measure.none_text')} />}
      <ul className={styles.list}>
        {data.items.map((measure) => (
          <li key={measure.id}>
            <div>
              <h3>
                {measure.name} <code>{measure.code}</code> {measure.closed_at && <StateTag tone="neutral" text={t('measure.closed')} />}
              </h3>
              <p>{[measure.unit, t(`better.${measure.direction}`), t(`over_time.${measure.over_time}`), t('measure.decimals_line', { count: measure.decimals })].filter(Boolean).join(' · ')}</p>
            </div>
            <div className={styles.acts}>
              <Button
                size="small"
                icon={<EditOutlined />}
                aria-label={t('measure.rename_of', { name: measure.name })}
                onClick={() => {
                  setEdited(measure)
                  setEditing(true)
                }}
              >
                {t('measure.rename')}
              </Button>
              <Button size="small" onClick={() => toggle(measure)}>
                {t(measure.closed_at ? 'measure.open' : 'measure.close')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <FormDrawer<Values> title={t('measure.add')} isOpen={isNew} onClose={() => setNew(false)} onSubmit={(form) => add.mutateAsync({ ...form, unit: form.unit?.trim() ?? '' })} initialValues={{ direction: 'higher', over_time: 'sum', decimals: 0, unit: '' }}>
        <Name />
        <Form.Item name="code" label={t('measure.code')} extra={t('measure.code_note')} rules={[{ required: true, message: t('measure.code_needed') }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Unit />
        <Form.Item name="direction" label={t('item.better')}>
          <Radio.Group options={(['higher', 'lower'] as const).map((value) => ({ value, label: t(`better.${value}`) }))} />
        </Form.Item>
        <Form.Item name="over_time" label={t('measure.over_time')} extra={t('measure.over_time_note')}>
          <Select options={(['sum', 'average', 'last'] as const).map((value) => ({ value, label: t(`over_time.${value}`) }))} />
        </Form.Item>
        <Form.Item name="decimals" label={t('measure.decimals')}>
          <InputNumber min={0} max={6} precision={0} />
        </Form.Item>
      </FormDrawer>
      {edited && (
        <FormDrawer<Words>
          key={`${edited.id}/${edited.version}`}
          title={t('measure.rename_title', { code: edited.code })}
          isOpen={isEditing}
          onClose={() => setEditing(false)}
          onSubmit={({ name, unit }) => change.mutateAsync({ measure: edited, patch: { name: name.trim(), unit: unit.trim(), closed: null } })}
          initialValues={{ name: edited.name, unit: edited.unit }}
        >
          <p className={styles.hint}>{t('measure.rename_note')}</p>
          <Name />
          <Unit />
        </FormDrawer>
      )}
    </Card>
  )
}

function Name() {
  const { t } = useTranslation('goal')
  return (
    <Form.Item name="name" label={t('measure.name')} rules={[{ required: true, whitespace: true, message: t('measure.name_needed') }]}>
      <Input autoFocus maxLength={60} />
    </Form.Item>
  )
}

function Unit() {
  const { t } = useTranslation('goal')
  return (
    <Form.Item name="unit" label={t('item.unit')}>
      <Input maxLength={20} />
    </Form.Item>
  )
}
