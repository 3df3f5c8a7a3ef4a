import { useId, type ReactNode } from 'react'
import styles from './Public.module.css'

interface Control {
  id: string
  name: string
  required?: boolean
  'aria-invalid'?: boolean
  'aria-describedby'?: string
}

interface Props {
  name: string
  label: string
  note?: string
  /** What the server said about it. */
  wrong?: string
  isRequired?: boolean
  children: (control: Control) => ReactNode
}

export function Field({ name, label, note, wrong, isRequired = false, children }: Props) {
  const id = useId()
  const said = wrong ?? note
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {isRequired && <em aria-hidden> *</em>}
      </label>
      {children({ id, name, required: isRequired, 'aria-invalid': wrong ? true : undefined, 'aria-describedby': said ? `${id}-said` : undefined })}
      {said && (
        <small id={`${id}-said`} className={wrong ? styles.wrong : undefined} role={wrong ? 'alert' : undefined}>
          {said}
        </small>
      )}
    </div>
  )
}
