import { SettingOutlined } from '@ant-design/icons'
import type { Feature } from '@/lib/feature'

/** Signing in, setting the house up, and everybody's own settings. */
export const account: Feature = {
  nouns: [{ key: 'settings', path: '/settings', icon: SettingOutlined, order: 900 }],
  publicRoutes: [
    { path: '/sign-in', lazy: async () => ({ Component: (await import('./SignInPage')).SignInPage }) },
    { path: '/setup/:token', lazy: async () => ({ Component: (await import('./SetupPage')).SetupPage }) },
  ],
  routes: [
    {
      path: '/settings',
      lazy: async () => ({ Component: (await import('./settings/SettingsLayout')).SettingsLayout }),
      children: [
        { index: true, lazy: async () => ({ Component: (await import('./settings/ProfilePage')).ProfilePage }) },
        { path: 'password', lazy: async () => ({ Component: (await import('./settings/PasswordPage')).PasswordPage }) },
        { path: 'devices', lazy: async () => ({ Component: (await import('./settings/DevicesPage')).DevicesPage }) },
        { path: 'tokens', lazy: async () => ({ Component: (await import('./settings/TokensPage')).TokensPage }) },
      ],
    },
  ],
}
