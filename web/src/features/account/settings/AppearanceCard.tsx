import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Language, Profile, ProfileForm, Theme } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useChangeProfile } from '../requests/useProfile'
import styles from './AppearanceCard.module.css'

/** Language and theme take effect at the touch; there is nothing to save. */
export function AppearanceCard({ profile }: { profile: Profile }) {
  const { t } = useTranslation('account')
  const problemText = useProblemText()
  const change = useChangeProfile()
  const set = (form: ProfileForm) => change.mutate(form, { onError: (error) => toast.error(problemText(asProblem(error))) })
  return (
    <Card title={t('appearance.title')}>
      <div className={styles.row}>
        <span id="appearance-language">{t('appearance.language')}</span>
        <Segmented<Language>
          aria-labelledby="appearance-language"
          value={profile.language}
          onChange={(language) => set({ language })}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <div className={styles.row}>
        <span id="appearance-theme">{t('appearance.theme')}</span>
        <Segmented<Theme>
          aria-labelledby="appearance-theme"
          value={profile.theme}
          onChange={(theme) => set({ theme })}
          options={(['light', 'dark', 'system'] as const).map((theme) => ({ value: theme, label: t(`appearance.${theme}`) }))}
        />
      </div>
    </Card>
  )
}
