import { EditOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { Suspense, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '@/components/useProblemText'
import { type ApiProblem, asProblem } from '@/lib/problem'
import styles from './Item.module.css'

interface Props<Value> {
  label: string
  shown: ReactNode
  value: Value
  editor: (value: Value, onChange: (value: Value) => void) => ReactNode
  /** Sends the change, based on the version shown now. Absent where the person may only look. */
  onSave?: (value: Value) => Promise<unknown>
  isWide?: boolean
}

/** One fact of the item, changed in place. */
export function EditableFact<Value>({ label, shown, value, editor, onSave, isWide = false }: Props<Value>) {
  const { t } = useTranslation('work')
  const [isEditing, setEditing] = useState(false)
  return (
    <div className={isWide || isEditing ? `${styles.fact} ${styles.wide}` : styles.fact}>
      <dt>{label}</dt>
      <dd>
        {isEditing && onSave ? <Editor value={value} shown={shown} editor={editor} onSave={onSave} onClose={() => setEditing(false)} /> : shown}
        {onSave && !isEditing && <Button type="text" size="small" className={styles.edit} icon={<EditOutlined />} aria-label={t('facts.edit', { label })} onClick={() => setEditing(true)} />}
      </dd>
    </div>
  )
}

interface EditorProps<Value> {
  value: Value
  shown: ReactNode
  editor: Props<Value>['editor']
  onSave: (value: Value) => Promise<unknown>
  onClose: () => void
}

/**
 * When somebody else changed the item meanwhile, the server refuses. Both are then shown, what stands there now and what
 * the person typed, and saving again is based on the present version.
 */
function Editor<Value>({ value, shown, editor, onSave, onClose }: EditorProps<Value>) {
  const { t } = useTranslation('work')
  const problemText = useProblemText()
  const [typed, setTyped] = useState(value)
  const [problem, setProblem] = useState<ApiProblem>()
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    try {
      await onSave(typed)
      onClose()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setSaving(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
  }
  const isStale = problem?.status === 412
  return (
    <div className={styles.editor} onKeyDown={onKeyDown}>
      <Suspense>{editor(typed, setTyped)}</Suspense>
      {isStale && <Alert type="warning" role="alert" title={t('facts.stale')} description={<>{t('facts.stale_now')} {shown}</>} />}
      {problem && !isStale && <Alert type="error" role="alert" title={problem.errors[0]?.message ?? problemText(problem)} />}
      <div className={styles.editorActs}>
        <Button size="small" type="primary" loading={isSaving} onClick={() => void save()}>
          {t(isStale ? 'facts.save_mine' : 'facts.save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t(isStale ? 'facts.take_theirs' : 'facts.cancel')}
        </Button>
      </div>
    </div>
  )
}
