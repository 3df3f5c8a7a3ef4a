import type { FormInstance } from 'antd'
import { useContext, useEffect, useRef, useState } from 'react'
import { drafts } from '@/lib/drafts'
import { SessionContext } from '@/lib/session'

const PAUSE = 500

/** Keeps what is typed on the device until the form is sent or the person throws it away. */
export function useFormDraft<Values extends object>(form: FormInstance<Values>, name: string | undefined) {
  const userId = useContext(SessionContext)?.user.id
  const [isRestored, setRestored] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    if (!userId || !name) return
    let current = true
    // A device that refuses to store leaves the form as it is.
    void drafts.load<Values>(userId, name).then(
      (draft) => {
        if (!draft || !current || form.isFieldsTouched()) return
        form.setFieldsValue(draft.values as Parameters<typeof form.setFieldsValue>[0])
        setRestored(true)
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [userId, name, form])

  const forget = () => {
    clearTimeout(timer.current)
    if (userId && name) void drafts.remove(userId, name).catch(() => undefined)
  }
  return {
    isRestored,
    remember: () => {
      if (!userId || !name) return
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void drafts.save(userId, name, form.getFieldsValue(true)).catch(() => undefined), PAUSE)
    },
    forget,
    discard: () => {
      forget()
      form.resetFields()
      setRestored(false)
    },
  }
}
