import type { Schema } from '@/lib/api-types'
import { useMay, useSession } from '@/lib/session'
import { type ItemPatch, useChangeItem } from '../requests/useChangeItem'

/** Nothing when the person may not change this item. The version read last goes along. */
export function useSave(item: Schema<'WorkItemView'>): ((patch: ItemPatch) => Promise<unknown>) | undefined {
  const { user } = useSession()
  const mayChange = useMay('work.change')
  const change = useChangeItem(item.id)
  const isMine = [item.standing.owner.id, item.standing.handler.id].includes(user.employee_id ?? '')
  if (!mayChange && !isMine) return undefined
  return (patch) => change.mutateAsync({ version: item.version, patch })
}
