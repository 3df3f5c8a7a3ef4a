import { AimOutlined } from '@ant-design/icons'
import type { Feature } from '@/lib/feature'

/** Goals: goal cards from proposal to evaluation, what departs from the plan, and target sheets with their decomposition. */
export const goal: Feature = {
  nouns: [{ key: 'goals', path: '/goals', icon: AimOutlined, permission: 'goal.read', order: 40 }],
  routes: [
    { path: '/goals', lazy: async () => ({ Component: (await import('./cards/GoalsPage')).GoalsPage }) },
    { path: '/goals/cards/:id', lazy: async () => ({ Component: (await import('./cards/CardPage')).CardPage }) },
    { path: '/goal-cards/:id', lazy: async () => ({ Component: (await import('./cards/FindCard')).ToCard }) },
    { path: '/goal-items/:id', lazy: async () => ({ Component: (await import('./cards/FindCard')).FindCard }) },
    { path: '/goals/tree', lazy: async () => ({ Component: (await import('./tree/TreePage')).TreePage }) },
    { path: '/goals/exceptions', lazy: async () => ({ Component: (await import('./course/ExceptionsPage')).ExceptionsPage }) },
    { path: '/goals/waiting', lazy: async () => ({ Component: (await import('./course/WaitingPage')).WaitingPage }) },
    { path: '/goals/targets', lazy: async () => ({ Component: (await import('./targets/TargetsPage')).TargetsPage }) },
    { path: '/goals/import', lazy: async () => ({ Component: (await import('./importing/CardImportPage')).CardImportPage }) },
    { path: '/goals/targets/:id/import', lazy: async () => ({ Component: (await import('./importing/TargetImportPage')).TargetImportPage }) },
    { path: '/goals/targets/:id', lazy: async () => ({ Component: (await import('./targets/SheetPage')).SheetPage }) },
  ],
  search: { permission: 'goal.read', find: async (typed, signal) => (await import('./search')).search(typed, signal) },
  administration: [
    { key: 'measures', path: 'measures', order: 6, lazy: async () => ({ Component: (await import('./settings/MeasuresPage')).MeasuresPage }) },
    { key: 'goals', path: 'goals', order: 7, lazy: async () => ({ Component: (await import('./settings/GoalSettingsPage')).GoalSettingsPage }) },
  ],
}
