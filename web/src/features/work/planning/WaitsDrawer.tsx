import { DeleteOutlined } from '@ant-design/icons'
import { Button, Form, InputNumber, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useAddDependency, useRemoveDependency } from '../requests/useChangeDependencies'
import { useDependencies } from '../requests/useDependencies'
import { useSubItems } from '../requests/useSubItems'
import styles from './Plan.module.css'
import { useAmount } from './useAmount'

interface Props {
  parentId: string
  item: { id: string; title: string } | undefined
  /** Working minutes of a day. */
  dayMinutes: number
  onClose: () => void
}

interface Values {
  after_id: string
  gap?: number | null
  unit: 'days' | 'hours'
}

/** What an item waits for: those that are said, and one more. */
export function WaitsDrawer({ parentId, item, dayMinutes, onClose }: Props) {
  const { t } = useTranslation('planning')
  const isOpen = item !== undefined
  const id = item?.id ?? ''
  const { data: dependencies } = useDependencies(id, isOpen)
  const { data: siblings = [] } = useSubItems(parentId, isOpen)
  const add = useAddDependency(id)
  const waited = new Set(dependencies?.before.map((before) => before.id))
  const others = siblings.filter((sibling) => sibling.id !== id && !waited.has(sibling.id) && sibling.state !== 'cancelled')
  const submit = async (values: Values, key: string) => {
    const lag_minutes = Math.round((values.gap ?? 0) * (values.unit === 'days' ? dayMinutes : 60))
    await add.mutateAsync({ form: { after_id: values.after_id, lag_minutes }, key })
    toast.success(t('waits.added'))
  }
  return (
    <FormDrawer<Values> title={t('waits.edit', { title: item?.title ?? '' })} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={{ unit: 'days' }} submitText={t('waits.add')}>
      <Present itemId={id} dayMinutes={dayMinutes} dependencies={dependencies?.before ?? []} />
      <Form.Item name="after_id" label={t('waits.after')} rules={[{ required: true, message: t('waits.after_missing') }]} extra={t('waits.after_hint')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('waits.after_placeholder')}
          notFoundContent={t('waits.no_others')}
          options={others.map((sibling) => ({ value: sibling.id, label: `${sibling.number} ${sibling.title}` }))}
        />
      </Form.Item>
      <Form.Item label={t('waits.gap')} extra={t('waits.gap_hint')}>
        <Space.Compact>
          <Form.Item name="gap" noStyle>
            <InputNumber aria-label={t('waits.gap')} min={0} max={1000} step={0.5} placeholder="0" />
          </Form.Item>
          <Form.Item name="unit" noStyle>
            <Select
              aria-label={t('waits.unit')}
                  style={{ width: 120 }}
              options={[
                { value: 'days', label: t('waits.days') },
                { value: 'hours', label: t('waits.hours') },
              ]}
            />
          </Form.Item>
        </Space.Compact>
      </Form.Item>
    </FormDrawer>
  )
}

interface PresentProps {
  itemId: string
  dayMinutes: number
  dependencies: { id: string; number: string; title: string; lag_minutes: number }[]
}

function Present({ itemId, dayMinutes, dependencies }: PresentProps) {
  const { t } = useTranslation('planning')
  const amount = useAmount(dayMinutes)
  const problemText = useProblemText()
  const remove = useRemoveDependency(itemId)
  if (dependencies.length === 0) return null
  const onError = (error: unknown) => toast.error(problemText(asProblem(error)))
  return (
    <ul className={styles.present} aria-label={t('waits.present')}>
      {dependencies.map((before) => (
        <li key={before.id}>
          <span>
            {before.title} <small>{before.number}</small>
            {before.lag_minutes > 0 && <small> · {t('waits.then_gap', { amount: amount(before.lag_minutes) })}</small>}
          </span>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('waits.remove', { title: before.title })}
            loading={remove.isPending && remove.variables === before.id}
            onClick={() => remove.mutate(before.id, { onSuccess: () => toast.success(t('waits.removed')), onError })}
          />
        </li>
      ))}
    </ul>
  )
}
