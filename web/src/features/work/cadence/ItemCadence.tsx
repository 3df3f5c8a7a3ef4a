import { Alert, Button, Drawer, Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '@/components/ErrorState'
import { FormPanel } from '@/components/FormPanel'
import { PageSkeleton } from '@/components/PageSkeleton'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useIsPhone } from '@/lib/useMedia'
import { hoursOf, minutesOf } from '../kinds/periods'
import { useItemCadence, useSaveItemCadence } from '../requests/useCadence'
import { useKinds } from '../requests/useKinds'
import { CadenceFields } from './CadenceFields'
import styles from './Cadence.module.css'
import { cadenceOf, type CadenceValues, valuesOf } from './steps'

interface Values extends CadenceValues {
  gap_hours: number
}

interface Props {
  item: Pick<Schema<'WorkItemView'>, 'id' | 'kind'>
  isOpen: boolean
  onClose: () => void
}

/** The cadence of this one item. */
export function ItemCadence({ item, isOpen, onClose }: Props) {
  const { t } = useTranslation('cadence')
  const isPhone = useIsPhone()
  const problemText = useProblemText()
  const { kindOf } = useKinds()
  const { data, error, refetch } = useItemCadence(item.id, isOpen)
  const save = useSaveItemCadence(item.id)
  const asTheKind = () =>
    save.mutate(
      { form: { cadence: null, gap_minutes: kindOf(item.kind)?.follow_up_gap_minutes }, version: data?.version ?? 0 },
      {
        onSuccess: () => {
          toast.success(t('as_kind_again'))
          onClose()
        },
        onError: (problem) => toast.error(problemText(asProblem(problem))),
      },
    )
  const submit = async ({ gap_hours, ...values }: Values) => {
    await save.mutateAsync({ form: { cadence: cadenceOf(values), gap_minutes: minutesOf(gap_hours) }, version: data?.version ?? 0 })
    toast.success(t('saved_own'))
  }
  return (
    <Drawer title={t('adjust')} open={isOpen} onClose={onClose} placement={isPhone ? 'bottom' : 'right'} size={isPhone ? '100dvh' : 736} destroyOnHidden styles={{ body: { padding: 0 } }}>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <PageSkeleton />)}
      {data && (
        <FormPanel<Values> key={data.version} onClose={onClose} onSubmit={submit} initialValues={{ ...valuesOf(data.cadence), gap_hours: hoursOf(data.gap_minutes) }}>
          <Alert
            className={styles.origin}
            type="info"
            title={t(`origin.${data.origin}`)}
            description={t('done_so_far', { count: data.touch_count })}
            action={
              data.origin === 'own' && (
                <Button size="small" loading={save.isPending} onClick={asTheKind}>
                  {t('as_kind')}
                </Button>
              )
            }
          />
          <CadenceFields />
          <Form.Item name="gap_hours" label={t('gap')} extra={t('gap_note')} rules={[{ required: true, message: t('missing', { name: t('gap') }) }]} className={styles.gap}>
            <InputNumber min={0.05} max={1600} step={0.5} suffix={t('working_hours')} style={{ width: '100%' }} />
          </Form.Item>
        </FormPanel>
      )}
    </Drawer>
  )
}
