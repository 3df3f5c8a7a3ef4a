import { Alert, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useIsPhone } from '@/lib/useMedia'
import { useCloseMany } from '../requests/useCloseMany'
import styles from './List.module.css'

interface Props {
  ids: string[]
  isOpen: boolean
  onClose: () => void
  /** Those that are still open: they stay selected. */
  onDone: (open: string[]) => void
}

/** Closes the selected items, each for itself; what stays open is named with the reason. */
export function BatchClose({ ids, isOpen, onClose, onDone }: Props) {
  const { t } = useTranslation('work')
  const close = useCloseMany()
  const [result, setResult] = useState<Schema<'ClosingResult'>>()
  const submit = async (values: { note?: string }, key: string) => {
    const answer = await close.mutateAsync({ form: { ...values, ids }, key })
    const open = answer.items.filter((item) => !item.closed)
    if (answer.closed > 0) toast.success(t('batch_close.done', { count: answer.closed }))
    if (open.length > 0) setResult(answer)
    onDone(open.map((item) => item.id))
  }
  return (
    <>
      <FormDrawer title={t('batch_close.title', { count: ids.length })} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('batch_close.submit')}>
        <Alert type="info" title={t('batch_close.note')} style={{ marginBottom: 16 }} />
        <Form.Item name="note" label={t('batch_close.remark')}>
          <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
        </Form.Item>
      </FormDrawer>
      <Verdicts result={result} onClose={() => setResult(undefined)} />
    </>
  )
}

function Verdicts({ result, onClose }: { result: Schema<'ClosingResult'> | undefined; onClose: () => void }) {
  const { t } = useTranslation('work')
  const isPhone = useIsPhone()
  const open = result?.items.filter((item) => !item.closed) ?? []
  return (
    <Drawer title={t('batch_close.left', { count: open.length })} open={result !== undefined} onClose={onClose} placement={isPhone ? 'bottom' : 'right'} size={isPhone ? '80dvh' : 480}>
      <ul className={styles.verdicts} aria-label={t('batch_close.left', { count: open.length })}>
        {open.map((item) => (
          <li key={item.id}>
            {item.title ? (
              <Link to={`/work-items/${item.id}`}>
                {item.title} <small>{item.number}</small>
              </Link>
            ) : (
              <span>{t('batch_close.unknown')}</span>
            )}
            <p>{item.text}</p>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
