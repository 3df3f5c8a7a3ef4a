import { EditOutlined, FieldTimeOutlined } from '@ant-design/icons'
import type { Feature } from '@/lib/feature'

/** Following up: the queue of what is due, recording on anything, and the search for where a thing stands. */
export const followup: Feature = {
  nouns: [{ key: 'follow_ups', path: '/follow-ups', icon: FieldTimeOutlined, permission: 'followup.record', order: 20, onPhone: 2 }],
  routes: [{ path: '/follow-ups', lazy: async () => ({ Component: (await import('./FollowUpsPage')).FollowUpsPage }) }],
  quickAdds: [{ key: 'follow_up', path: '/follow-ups?record=1', icon: EditOutlined, permission: 'followup.record' }],
  search: { find: async (typed, signal) => (await import('./search')).search(typed, signal) },
}
