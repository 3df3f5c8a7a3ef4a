import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { useSyncExternalStore } from 'react'
import { toast } from './toast'
import styles from './Toasts.module.css'

/** Once, at the root of the app. */
export function Toasts() {
  const toasts = useSyncExternalStore(toast.subscribe, toast.list)
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map(({ id, tone, text }) => (
        <button key={id} type="button" className={`${styles.toast} ${styles[tone]}`} onClick={() => toast.dismiss(id)}>
          {tone === 'done' ? <CheckCircleFilled /> : <ExclamationCircleFilled />}
          {text}
        </button>
      ))}
    </div>
  )
}
