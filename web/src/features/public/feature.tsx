import type { Feature } from '@/lib/feature'

/** For people without an account: how far their request is, and asking for something. */
export const outside: Feature = {
  publicRoutes: [
    { path: '/p/status/:token', lazy: async () => ({ Component: (await import('./StatusPage')).StatusPage }) },
    { path: '/p/request/:token', lazy: async () => ({ Component: (await import('./RequestPage')).RequestPage }) },
    { path: '/p/unsubscribe/:token', lazy: async () => ({ Component: (await import('./UnsubscribePage')).UnsubscribePage }) },
  ],
}
