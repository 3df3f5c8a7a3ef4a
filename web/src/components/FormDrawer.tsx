import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useIsPhone } from '@/lib/useMedia'
import { FormPanel } from './FormPanel'

interface Props<Values> {
  title: string
  isOpen: boolean
  onClose: () => void
  /**
   * Sends the form. The key is the same until it succeeds, so that a second try after a lost answer does not do the
   * thing twice. What it throws is shown at the fields and above the form.
   */
  onSubmit: (values: Values, idempotencyKey: string) => Promise<unknown>
  initialValues?: Partial<Values>
  /** Names the form for keeping what was typed on the device ("follow-up/<id>"). Without it nothing is kept. */
  draft?: string
  submitText?: string
  wide?: boolean
  children: ReactNode
}

/** A form beside the page it belongs to; on a phone it takes the whole screen. Ctrl-Enter saves. */
export function FormDrawer<Values extends object>(props: Props<Values>) {
  const { title, isOpen, onClose, wide = false } = props
  const isPhone = useIsPhone()
  return (
    <Drawer
      title={title}
      open={isOpen}
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '100dvh' : wide ? 736 : 440}
      destroyOnHidden
      styles={{ body: { padding: 0 } }}
    >
      <FormPanel {...props} />
    </Drawer>
  )
}
