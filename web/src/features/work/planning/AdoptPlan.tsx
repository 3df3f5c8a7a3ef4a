import { Alert, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '@/components/RelativeTime'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useAdoptSchedule } from '../requests/useAdoptSchedule'
import { changesOf, type Schedule } from './plan'
import styles from './Plan.module.css'

interface Props {
  parentId: string
  schedule: Schedule
  levelled: boolean
  isOpen: boolean
  onClose: () => void
}

/** Shows which dates will be others, and writes them. */
export function AdoptPlan({ parentId, schedule, levelled, isOpen, onClose }: Props) {
  const { t } = useTranslation('planning')
  const problemText = useProblemText()
  const adopt = useAdoptSchedule(parentId)
  const [refused, setRefused] = useState<string[]>([])
  const changes = changesOf(schedule, levelled)
  const close = () => {
    setRefused([])
    onClose()
  }
  const confirm = async () => {
    setRefused([])
    try {
      const { changed } = await adopt.mutateAsync({ levelled, begins_at: schedule.begins_at, basis: schedule.basis })
      toast.success(t('adopt.done', { count: changed }))
      close()
    } catch (error) {
      const problem = asProblem(error)
      const each = problem.errors.map((one) => `${one.field.replace(/^items\./, '')} ${one.message}`)
      setRefused(each.length > 0 ? each : [problemText(problem)])
    }
  }
  return (
    <Modal
      open={isOpen}
      onCancel={close}
      title={t('adopt.title')}
      okText={t('adopt.confirm', { count: changes.length })}
      okButtonProps={{ disabled: changes.length === 0 }}
      cancelText={t('action.cancel', { ns: 'common' })}
      confirmLoading={adopt.isPending}
      onOk={() => void confirm()}
      width={680}
    >
      <p className={styles.hint}>{changes.length === 0 ? t('adopt.nothing') : t(levelled ? 'adopt.hint_levelled' : 'adopt.hint')}</p>
      {refused.length > 0 && <Alert className={styles.refused} type="error" role="alert" title={refused.join('\n')} />}
      {changes.length > 0 && (
        <div className={styles.changes} tabIndex={0} role="region" aria-label={t('adopt.changes')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('column.item')}</th>
                <th scope="col">{t('column.start')}</th>
                <th scope="col">{t('column.due')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ item, from, to }) => (
                <tr key={item.id}>
                  <th scope="row">{item.title}</th>
                  <Moved before={item.start_at} after={from} />
                  <Moved before={item.due_at} after={to} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Modal>
  )
}

function Moved({ before, after }: { before?: string | null; after: string }) {
  return (
    <td>
      {before && before !== after && (
        <>
          <del>
            <RelativeTime at={before} short />
          </del>{' '}
        </>
      )}
      <RelativeTime at={after} short />
    </td>
  )
}
