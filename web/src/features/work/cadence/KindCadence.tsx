import { Alert, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '@/components/ErrorState'
import { FormPanel } from '@/components/FormPanel'
import { PageSkeleton } from '@/components/PageSkeleton'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useIsPhone } from '@/lib/useMedia'
import { useKindCadence, useSaveKindCadence } from '../requests/useCadence'
import { CadenceFields } from './CadenceFields'
import styles from './Cadence.module.css'
import { cadenceOf, type CadenceValues, valuesOf } from './steps'

interface Props {
  isOpen: boolean
  kind: string
  name: string
  onClose: () => void
}

/** The cadence of a kind, or "*": of every kind without one of its own. */
export function KindCadence({ isOpen, kind, name, onClose }: Props) {
  const { t } = useTranslation('cadence')
  const isPhone = useIsPhone()
  const problemText = useProblemText()
  const { data, error, refetch } = useKindCadence(kind, isOpen)
  const save = useSaveKindCadence(kind)
  const takeAway = () =>
    save.mutate(
      { form: { cadence: null }, version: data?.version ?? 0 },
      {
        onSuccess: () => {
          toast.success(t('taken_away', { name }))
          onClose()
        },
        onError: (problem) => toast.error(problemText(asProblem(problem))),
      },
    )
  const submit = async (values: CadenceValues) => {
    await save.mutateAsync({ form: { cadence: cadenceOf(values) }, version: data?.version ?? 0 })
    toast.success(t('saved', { name }))
  }
  return (
    <Drawer title={t('of_kind', { name })} open={isOpen} onClose={onClose} placement={isPhone ? 'bottom' : 'right'} size={isPhone ? '100dvh' : 736} destroyOnHidden styles={{ body: { padding: 0 } }}>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <PageSkeleton />)}
      {data && (
        <FormPanel<CadenceValues> key={data.version} onClose={onClose} onSubmit={submit} initialValues={valuesOf(data.cadence)}>
          <Alert
            className={styles.origin}
            type="info"
            title={t(`origin.${data.origin}`)}
            description={kind === '*' ? undefined : t('after_last_step')}
            action={
              data.version > 0 && (
                <Button size="small" loading={save.isPending} onClick={takeAway}>
                  {t('take_away')}
                </Button>
              )
            }
          />
          <CadenceFields />
        </FormPanel>
      )}
    </Drawer>
  )
}
