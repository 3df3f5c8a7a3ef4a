import { CloudUploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import { deliver, keepDelivering, type Letter, outbox } from '@/lib/outbox'
import { useSession } from '@/lib/session'

const OutboxList = lazy(async () => ({ default: (await import('@/components/OutboxList')).OutboxList }))

function useLetters(userId: string): Letter[] {
  const [letters, setLetters] = useState<Letter[]>([])
  useEffect(() => {
    // A browser without IndexedDB keeps nothing, so nothing waits either.
    const read = () => void outbox.list(userId).then(setLetters, () => setLetters([]))
    read()
    return outbox.subscribe(read)
  }, [userId])
  return letters
}

/** Sends waiting follow-ups as soon as there is a network, and shows how many wait. Invisible when none does. */
export function OutboxNotice() {
  const { t } = useTranslation('app')
  const { user } = useSession()
  const queryClient = useQueryClient()
  const letters = useLetters(user.id)
  const [isOpen, setOpen] = useState<boolean>()

  useEffect(
    () =>
      keepDelivering(user.id, ({ sent }) => {
        if (sent.length === 0) return
        toast.success(t('outbox.sent', { count: sent.length }))
        void queryClient.invalidateQueries()
      }),
    [user.id, queryClient, t],
  )

  if (letters.length === 0) return null
  return (
    <>
      <Button type="text" size="large" icon={<CloudUploadOutlined />} aria-label={t('outbox.waiting', { count: letters.length })} onClick={() => setOpen(true)}>
        {letters.length}
      </Button>
      {isOpen !== undefined && (
        <Suspense>
          <OutboxList isOpen={isOpen} onClose={() => setOpen(false)} letters={letters} onSend={() => void deliver(user.id)} />
        </Suspense>
      )}
    </>
  )
}
