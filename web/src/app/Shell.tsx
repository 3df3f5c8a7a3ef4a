import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, ScrollRestoration } from 'react-router'
import { ErrorBoundary } from '@/components/ErrorBoundary'
import { PageSkeleton } from '@/components/PageSkeleton'
import { useRefreshWhenMissed } from '@/lib/live'
import { useSession } from '@/lib/session'
import { useIsPhone } from '@/lib/useMedia'
import { features } from './features'
import { nounsFor, quickAddsFor } from './navigation'
import { OfflineNotice } from './OfflineNotice'
import styles from './Shell.module.css'
import { SideMenu } from './SideMenu'
import { TabBar } from './TabBar'
import { TopBar } from './TopBar'
import { usePalette } from './usePalette'

const warnings = features.flatMap((feature) => feature.warning ?? [])

// Opened by a key or a touch, not part of the first look.
const Palette = lazy(async () => ({ default: (await import('./Palette')).Palette }))

export function Shell() {
  const { t } = useTranslation('app')
  const session = useSession()
  const isPhone = useIsPhone()
  const palette = usePalette()
  const nouns = nounsFor(session)
  const quickAdds = quickAddsFor(session)
  useRefreshWhenMissed()

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('skip_to_content')}
      </a>
      {!isPhone && <SideMenu nouns={nouns} />}
      <div className={styles.main}>
        <TopBar onSearch={palette.open} quickAdds={quickAdds} />
        <OfflineNotice />
        {warnings.map((Warning, index) => (
          <Warning key={index} />
        ))}
        <main id="content" tabIndex={-1} className={styles.content}>
          <ErrorBoundary>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      {isPhone && <TabBar nouns={nouns} quickAdds={quickAdds} />}
      {palette.wasOpened && (
        <Suspense>
          <Palette isOpen={palette.isOpen} onClose={palette.close} nouns={nouns} quickAdds={quickAdds} />
        </Suspense>
      )}
      <ScrollRestoration />
    </div>
  )
}
