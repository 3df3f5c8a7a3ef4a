import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Outlet, useLocation } from 'react-router'
import { PageHeader } from '@/components/PageHeader'
import { type Roof, roofs } from './navigation'
import styles from './Sections.module.css'

/** Pages of several features under one title: "settings", "administration". */
export function Sections({ roof }: { roof: Roof }) {
  const { t } = useTranslation('app')
  const { pathname } = useLocation()
  const pages = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the open page's tab may lie outside of the strip.
    pages.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [pathname])
  return (
    <div className={styles[roof]}>
      <PageHeader title={t(`${roof}.title`)} note={t(`${roof}.note`)} />
      <nav ref={pages} className={styles.pages} aria-label={t(`${roof}.title`)}>
        {roofs[roof].map(({ key, path }) => (
          <NavLink key={key} to={path === '' ? `/${roof}` : `/${roof}/${path}`} end={path === ''} className={styles.page}>
            {t(`${roof}.${key}`)}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </div>
  )
}
