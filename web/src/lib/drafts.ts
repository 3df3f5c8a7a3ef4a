import { deviceStore, type Kept } from './deviceStore'

/** A form half filled in. It belongs to one person: a phone may be shared. */
export interface Draft<Values> extends Kept {
  values: Values
  saved_at: number
}

const KEPT_FOR = 30 * 24 * 3600_000

function keyOf(userId: string, form: string): string {
  return `${userId}/${form}`
}

export const drafts = {
  async save<Values>(userId: string, form: string, values: Values, now = Date.now()): Promise<void> {
    const draft: Draft<Values> = { key: keyOf(userId, form), values, saved_at: now }
    await deviceStore.put('drafts', draft)
  },
  /** Nothing when there is none or it is older than a month. */
  async load<Values>(userId: string, form: string, now = Date.now()): Promise<Draft<Values> | undefined> {
    const draft = await deviceStore.get<Draft<Values>>('drafts', keyOf(userId, form))
    if (!draft || now - draft.saved_at <= KEPT_FOR) return draft
    await drafts.remove(userId, form)
    return undefined
  },
  remove: (userId: string, form: string) => deviceStore.remove('drafts', keyOf(userId, form)),
}
