import { SettingOutlined } from '@ant-design/icons'
import type { Feature } from '@/lib/feature'
import { SecondFactorWarning } from './second-factor/SecondFactorWarning'

/** Signing in, setting the house up, and everybody's own settings. */
export const account: Feature = {
  nouns: [{ key: 'settings', path: '/settings', icon: SettingOutlined, order: 900 }],
  publicRoutes: [
    { path: '/sign-in', lazy: async () => ({ Component: (await import('./SignInPage')).SignInPage }) },
    { path: '/second-factor', lazy: async () => ({ Component: (await import('./second-factor/SecondFactorDuePage')).SecondFactorDuePage }) },
    { path: '/setup/:token', lazy: async () => ({ Component: (await import('./SetupPage')).SetupPage }) },
  ],
  settings: [
    { key: 'profile', path: '', order: 10, lazy: async () => ({ Component: (await import('./settings/ProfilePage')).ProfilePage }) },
    { key: 'password', path: 'password', order: 50, lazy: async () => ({ Component: (await import('./settings/PasswordPage')).PasswordPage }) },
    { key: 'second_factor', path: 'second-factor', order: 55, lazy: async () => ({ Component: (await import('./second-factor/SecondFactorPage')).SecondFactorPage }) },
    { key: 'devices', path: 'devices', order: 60, lazy: async () => ({ Component: (await import('./settings/DevicesPage')).DevicesPage }) },
    { key: 'tokens', path: 'tokens', order: 70, lazy: async () => ({ Component: (await import('./settings/TokensPage')).TokensPage }) },
  ],
  warning: SecondFactorWarning,
}
