import { lazy, useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { OnceOpened } from '@/components/OnceOpened'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { api, request } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { refreshFollowed } from '@/lib/queryKeys'
import { uuidv7 } from '@/lib/uuid'
import type { Act } from '../item/acts'
import { useTransition } from '../requests/useTransition'
import { type State, stepBetween } from './moves'

const ActDialog = lazy(async () => ({ default: (await import('../item/ActDialog')).ActDialog }))
const JudgeDialog = lazy(async () => ({ default: (await import('../judging/JudgeDialog')).JudgeDialog }))

type Line = Schema<'WorkItemLine'>
interface Asking {
  item: Schema<'WorkItemView'>
  act: Act
}

/** Takes the step between two columns: at once, or after what it has to be told. `dialogs` belong into the page. */
export function useStep(): { take: (line: Line, to: State) => Promise<void>; dialogs: ReactNode } {
  const { t } = useTranslation('board')
  const { t: word } = useTranslation('followup')
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const [asking, setAsking] = useState<Asking>()
  const [isAsking, setIsAsking] = useState(false)
  const transition = useTransition(asking?.item.id ?? '')

  const acceptHandoff = async (item: Schema<'WorkItemView'>) => {
    if (!item.pending_handoff) return toast.error(t('no_handoff'))
    await api.post('/api/v1/handoffs/{id}/acceptance', { path: { id: item.pending_handoff.id }, body: {} })
    await refreshFollowed(queryClient, item.id)
  }
  const take = async (line: Line, to: State) => {
    const step = stepBetween(line.state, to)
    if (!step) return
    try {
      const item = await api.get('/api/v1/work-items/{id}', { path: { id: line.id } })
      if (step === 'accept_handoff') await acceptHandoff(item)
      else if (step.asks.length > 0) {
        setAsking({ item, act: step })
        setIsAsking(true)
        return
      } else {
        await request(step.method, `/api/v1/work-items/${line.id}/${step.resource}`, { idempotencyKey: uuidv7() })
        await refreshFollowed(queryClient, line.id)
      }
      toast.success(t('moved', { title: line.title, name: word(`stage.${to}`) }))
    } catch (error) {
      toast.error(problemText(asProblem(error)))
    }
  }
  const judges = asking && asking.item.brief.standard.length > 0 && ['close', 'return'].includes(asking.act.key)
  const close = () => setIsAsking(false)
  const dialogs = (
    <>
      <OnceOpened isOpen={isAsking && !judges}>
        <ActDialog act={isAsking && !judges ? asking?.act : undefined} onClose={close} onSubmit={(act, body, key) => transition(act, body, key)} />
      </OnceOpened>
      {asking && judges && (
        <OnceOpened isOpen={isAsking}>
          <JudgeDialog key={asking.item.id} item={asking.item} isOpen={isAsking} onClose={close} onSubmit={(act, body, key) => transition(act, body, key)} />
        </OnceOpened>
      )}
    </>
  )
  return { take, dialogs }
}
