import { ControlOutlined } from '@ant-design/icons'
import type { Feature } from '@/lib/feature'
import { Bell } from './Bell'
import { ReminderLag } from './ReminderLag'

/** What people are told: the bell and the inbox, their own choices, and for administrators the channels, words and records. */
export const notify: Feature = {
  nouns: [{ key: 'administration', path: '/administration', icon: ControlOutlined, permission: 'configuration.manage', order: 910 }],
  routes: [{ path: '/notices', lazy: async () => ({ Component: (await import('./inbox/InboxPage')).InboxPage }) }],
  settings: [
    { key: 'notices', path: 'notices', order: 20, lazy: async () => ({ Component: (await import('./choices/ChoicesPage')).ChoicesPage }) },
    { key: 'calendar', path: 'calendar', order: 30, lazy: async () => ({ Component: (await import('./choices/CalendarPage')).CalendarPage }) },
    { key: 'deputies', path: 'deputies', order: 40, lazy: async () => ({ Component: (await import('./choices/DeputiesPage')).DeputiesPage }) },
  ],
  administration: [
    { key: 'escalation', path: 'escalation', order: 10, lazy: async () => ({ Component: (await import('./escalation/EscalationPage')).EscalationPage }) },
    { key: 'channels', path: 'channels', order: 20, lazy: async () => ({ Component: (await import('./channels/ChannelsPage')).ChannelsPage }) },
    { key: 'templates', path: 'templates', order: 30, lazy: async () => ({ Component: (await import('./templates/TemplatesPage')).TemplatesPage }) },
    { key: 'deliveries', path: 'deliveries', order: 40, lazy: async () => ({ Component: (await import('./deliveries/DeliveriesPage')).DeliveriesPage }) },
  ],
  tool: Bell,
  warning: ReminderLag,
}
