import { Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '@/lib/problem'
import { toast } from './toast'
import { useProblemText } from './useProblemText'

interface Props {
  isOpen: boolean
  onClose: () => void
  title: string
  /** What will happen, and whether it can be undone. */
  children: ReactNode
  /** The act itself in one word: "撤销", never "确定". */
  act: string
  isDangerous?: boolean
  onConfirm: () => Promise<unknown>
}

/** Asks before what can't be undone. Stays open when it was refused, and says why. */
export function ConfirmDialog({ isOpen, onClose, title, children, act, isDangerous = false, onConfirm }: Props) {
  const { t } = useTranslation('common')
  const problemText = useProblemText()
  const [isActing, setActing] = useState(false)
  const confirm = async () => {
    setActing(true)
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      toast.error(problemText(asProblem(error)))
    } finally {
      setActing(false)
    }
  }
  return (
    <Modal open={isOpen} onCancel={onClose} title={title} okText={act} cancelText={t('action.cancel')} okButtonProps={{ danger: isDangerous }} confirmLoading={isActing} onOk={() => void confirm()} destroyOnHidden width={440}>
      {children}
    </Modal>
  )
}
