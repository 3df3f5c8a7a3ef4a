import { AuditOutlined, SafetyOutlined, TeamOutlined } from '@ant-design/icons'
import type { Feature } from '@/lib/feature'

/** People, departments and positions; for the security administrator accounts and roles, for the auditor everybody's history. */
export const org: Feature = {
  nouns: [
    { key: 'organization', path: '/people', icon: TeamOutlined, permission: 'people.read', order: 80 },
    { key: 'roles', path: '/roles', icon: SafetyOutlined, permission: 'accounts.manage', order: 895 },
    { key: 'audit', path: '/audit', icon: AuditOutlined, permission: 'audit.read', order: 896 },
  ],
  routes: [
    { path: '/people', lazy: async () => ({ Component: (await import('./PeoplePage')).PeoplePage }) },
    { path: '/people/import', lazy: async () => ({ Component: (await import('./importing/ImportPage')).ImportPage }) },
    { path: '/people/positions', lazy: async () => ({ Component: (await import('./positions/PositionsPage')).PositionsPage }) },
    { path: '/roles', lazy: async () => ({ Component: (await import('./roles/RolesPage')).RolesPage }) },
    { path: '/audit', lazy: async () => ({ Component: (await import('./audit/AuditPage')).AuditPage }) },
  ],
  administration: [
    { key: 'organization', path: 'organization', order: 50, lazy: async () => ({ Component: (await import('./house/OrganizationPage')).OrganizationPage }) },
    { key: 'calendar', path: 'calendar', order: 51, lazy: async () => ({ Component: (await import('./house/CalendarPage')).CalendarPage }) },
  ],
}
