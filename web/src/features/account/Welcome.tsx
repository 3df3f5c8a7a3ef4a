import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '@/components/Logo'
import { preferences, usePreferences } from '@/lib/preferences'
import { LanguageButton } from './LanguageButton'
import styles from './Welcome.module.css'

interface Props {
  title: string
  note?: string
  children: ReactNode
}

/** The doorway before anybody is signed in: what the product is for on the left, the form on the right. */
export function Welcome({ title, note, children }: Props) {
  const { t } = useTranslation('account')
  const { language } = usePreferences()
  return (
    <div className={styles.welcome}>
      <aside className={styles.promise} aria-label={t('welcome.about')}>
        <Ring />
        <div className={styles.brand}>
          <Logo size={36} bare />
          <span>{t('welcome.brand')}</span>
        </div>
        <div className={styles.words}>
          <p className={styles.question}>{t('welcome.question')}</p>
          <dl className={styles.answer}>
            {(['who', 'done', 'next'] as const).map((key) => (
              <div key={key}>
                <dt>{t(`welcome.${key}.label`)}</dt>
                <dd>{t(`welcome.${key}.text`)}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.motto}>{t('welcome.motto')}</p>
        </div>
      </aside>
      <main className={styles.form}>
        <div className={styles.corner}>
          <LanguageButton language={language} onChange={(next) => preferences.set({ language: next })} />
        </div>
        <div className={styles.sheet}>
          <div className={styles.smallBrand}>
            <Logo size={44} />
          </div>
          <h1>{title}</h1>
          {note && <p className={styles.note}>{note}</p>}
          {children}
        </div>
      </main>
    </div>
  )
}

function Ring() {
  return (
    <svg className={styles.ring} viewBox="0 0 64 64" aria-hidden>
      <path d="M45.3 41.5A17 17 0 1 1 39.6 18.3" />
      <path d="M23.5 31.5l8 8L51 17.5" />
    </svg>
  )
}
