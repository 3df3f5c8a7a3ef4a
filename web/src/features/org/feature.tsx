import { TeamOutlined } from '@ant-design/icons'
import type { Feature } from '@/lib/feature'

/** People and departments, and for the security administrator the accounts. */
export const org: Feature = {
  nouns: [{ key: 'organization', path: '/people', icon: TeamOutlined, permission: 'people.read', order: 80 }],
  routes: [{ path: '/people', lazy: async () => ({ Component: (await import('./PeoplePage')).PeoplePage }) }],
}
