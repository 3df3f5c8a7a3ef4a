import { AppstoreOutlined, PlusOutlined, ProfileOutlined } from '@ant-design/icons'
import type { Feature } from '@/lib/feature'

/** Work items: the workbench, the list, one item, and importing the follow-up sheet. */
export const work: Feature = {
  nouns: [
    { key: 'workbench', path: '/workbench', icon: AppstoreOutlined, permission: 'work.read', order: 10, onPhone: true },
    { key: 'work_items', path: '/work-items', icon: ProfileOutlined, permission: 'work.read', order: 30, onPhone: true },
  ],
  routes: [
    { path: '/workbench', lazy: async () => ({ Component: (await import('./workbench/WorkbenchPage')).WorkbenchPage }) },
    { path: '/work-items', lazy: async () => ({ Component: (await import('./list/ListPage')).ListPage }) },
    { path: '/work-items/import', lazy: async () => ({ Component: (await import('./importing/ImportPage')).ImportPage }) },
    { path: '/work-items/:id', lazy: async () => ({ Component: (await import('./item/ItemPage')).ItemPage }) },
  ],
  quickAdds: [{ key: 'work_item', path: '/work-items?new=1', icon: PlusOutlined, permission: 'work.create' }],
}
