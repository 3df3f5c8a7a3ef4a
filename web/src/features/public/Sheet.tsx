import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { preferences, usePreferences } from '@/lib/preferences'
import styles from './Public.module.css'

interface Props {
  /** Whose page it is; empty while it is not known. */
  organization?: string
  title: string
  children: ReactNode
}

/** The frame of every page for people without an account: made for a phone held in one hand. */
export function Sheet({ organization, title, children }: Props) {
  const { t } = useTranslation('public')
  const { language } = usePreferences()
  const other = language === 'zh' ? 'en' : 'zh'
  useEffect(() => {
    document.title = organization ? `${title} · ${organization}` : title
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [organization, title, language])
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <strong>{organization ?? t('brand')}</strong>
        <button type="button" className={styles.language} onClick={() => preferences.set({ language: other })} lang={other === 'zh' ? 'zh-CN' : 'en'}>
          {other === 'zh' ? '中文' : 'English'}
        </button>
      </header>
      <main className={styles.main}>{children}</main>
      <footer className={styles.foot}>{t('foot')}</footer>
    </div>
  )
}

/** What cannot be shown, and what to do. */
export function Trouble({ title, text, onRetry }: { title: string; text: string; onRetry?: () => void }) {
  const { t } = useTranslation('public')
  return (
    <section className={styles.card} role="alert">
      <h1 className={styles.title}>{title}</h1>
      <p>{text}</p>
      {onRetry && (
        <button type="button" className={styles.button} onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </section>
  )
}

export function Waiting() {
  return (
    <section className={styles.card} aria-busy>
      <div className={styles.bone} style={{ width: '40%' }} />
      <div className={styles.bone} style={{ width: '75%', height: 34 }} />
      <div className={styles.bone} />
      <div className={styles.bone} style={{ width: '60%' }} />
    </section>
  )
}
