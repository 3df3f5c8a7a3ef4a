import { AppstoreOutlined, BarChartOutlined, PlusOutlined, ProfileOutlined } from '@ant-design/icons'
import type { Feature } from '@/lib/feature'

/** Work items: the workbench, the list, one item, the quadrants, importing the follow-up sheet, the reports and the kinds. */
export const work: Feature = {
  nouns: [
    { key: 'workbench', path: '/workbench', icon: AppstoreOutlined, permission: 'work.read', order: 10, onPhone: 1 },
    { key: 'work_items', path: '/work-items', icon: ProfileOutlined, permission: 'work.read', order: 30, onPhone: 4 },
    { key: 'analysis', path: '/analysis', icon: BarChartOutlined, permission: 'work.read', order: 200 },
  ],
  routes: [
    { path: '/workbench', lazy: async () => ({ Component: (await import('./workbench/WorkbenchPage')).WorkbenchPage }) },
    { path: '/work-items', lazy: async () => ({ Component: (await import('./list/ListPage')).ListPage }) },
    { path: '/work-items/import', lazy: async () => ({ Component: (await import('./importing/ImportPage')).ImportPage }) },
    { path: '/work-items/:id', lazy: async () => ({ Component: (await import('./item/ItemPage')).ItemPage }) },
    { path: '/work-items/quadrants', lazy: async () => ({ Component: (await import('./quadrants/QuadrantsPage')).QuadrantsPage }) },
    { path: '/work-items/board', lazy: async () => ({ Component: (await import('./board/BoardPage')).BoardPage }) },
    { path: '/work-items/calendar', lazy: async () => ({ Component: (await import('./calendar/CalendarPage')).CalendarPage }) },
    { path: '/work-items/series', lazy: async () => ({ Component: (await import('./series/SeriesPage')).SeriesPage }) },
    { path: '/delay-reports', lazy: async () => ({ Component: (await import('./delays/DelayReportsPage')).DelayReportsPage }) },
    { path: '/analysis', lazy: async () => ({ Component: (await import('./analysis/AnalysisPage')).AnalysisPage }) },
  ],
  administration: [
    { key: 'kinds', path: 'kinds', order: 5, lazy: async () => ({ Component: (await import('./kinds/KindsPage')).KindsPage }) },
    { key: 'public_form', path: 'public-form', order: 6, lazy: async () => ({ Component: (await import('./publicform/PublicFormPage')).PublicFormPage }) },
  ],
  quickAdds: [{ key: 'work_item', path: '/work-items?new=1', icon: PlusOutlined, permission: 'work.create' }],
}
