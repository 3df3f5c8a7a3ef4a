import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { PageSkeleton } from '@/components/PageSkeleton'
import { StateTag } from '@/components/StateTag'
import type { Language } from '@/lib/api-types'
import { usePreferences } from '@/lib/preferences'
import { useListState } from '@/lib/useListState'
import { type Template, useTemplates } from '../requests/useTemplates'
import type { Channel } from '../words'
import { TemplateDrawer } from './TemplateDrawer'
import styles from './Templates.module.css'

// A webhook gets data, not words.
const worded: Channel[] = ['email', 'in_app', 'push', 'sms', 'wecom', 'dingtalk', 'feishu']
const isChannel = (word: string | undefined): word is Channel => worded.some((channel) => channel === word)

/** The wording of every event, in one channel and language at a time. */
export function TemplatesPage() {
  const { t } = useTranslation('notify')
  const own = usePreferences().language
  const { filters, set } = useListState(['channel', 'language', 'event'])
  const channel = isChannel(filters.channel) ? filters.channel : 'email'
  const language: Language = filters.language === 'zh' || filters.language === 'en' ? filters.language : own
  const templates = useTemplates({ channel, language })
  const address = (event: string) => `?${new URLSearchParams({ channel, language, event }).toString()}`
  if (templates.error && !templates.data) return <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />
  if (!templates.data) return <PageSkeleton />
  const open = templates.isPlaceholderData ? undefined : templates.data.find(({ event }) => event === filters.event)
  return (
    <>
      <div className={styles.bar}>
        <Select aria-label={t('templates.channel')} className={styles.channel} value={channel} options={worded.map((each) => ({ value: each, label: t(`channel.${each}`) }))} onChange={(value) => set({ channel: value })} />
        <Segmented<Language>
          aria-label={t('templates.language')}
          value={language}
          onChange={(value) => set({ language: value })}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <Card title={t('templates.title')} flush>
        <p className={styles.note}>{t('templates.note')}</p>
        <ul className={styles.templates} aria-busy={templates.isPlaceholderData}>
          {templates.data.map((template) => (
            <TemplateLine key={template.event} template={template} path={address(template.event)} />
          ))}
        </ul>
      </Card>
      <TemplateDrawer template={open} onClose={() => set({ event: undefined })} />
    </>
  )
}

function TemplateLine({ template, path }: { template: Template; path: string }) {
  const { t } = useTranslation('notify')
  return (
    <li>
      <div className={styles.words}>
        <Link to={path} replace preventScrollReset className={styles.event}>
          {t(`event.${template.event}`)}
        </Link>
        <span lang={template.language}>{template.subject || template.body}</span>
      </div>
      {template.own && <StateTag tone="active" text={t('templates.own')} />}
    </li>
  )
}
