import { ShopOutlined } from '@ant-design/icons'
import type { Feature } from '@/lib/feature'

/** Customers with their contacts and account managers, importing them, and the products. */
export const customer: Feature = {
  nouns: [{ key: 'customers', path: '/customers', icon: ShopOutlined, permission: 'customer.read', order: 50, onPhone: 3 }],
  routes: [
    { path: '/customers', lazy: async () => ({ Component: (await import('./list/ListPage')).ListPage }) },
    { path: '/customers/import', lazy: async () => ({ Component: (await import('./importing/ImportPage')).ImportPage }) },
    { path: '/customers/:id', lazy: async () => ({ Component: (await import('./file/CustomerPage')).CustomerPage }) },
  ],
  administration: [{ key: 'products', path: 'products', order: 8, lazy: async () => ({ Component: (await import('./products/ProductsPage')).ProductsPage }) }],
  quickAdds: [{ key: 'customer', path: '/customers?new=1', icon: ShopOutlined, permission: 'customer.manage' }],
  search: { permission: 'customer.read', find: async (typed, signal) => (await import('./search')).search(typed, signal) },
}
