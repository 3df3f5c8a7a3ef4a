import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'
import { usePreferences } from '@/lib/preferences'
import { type Policy, type Topic, useChangePolicy } from '../requests/usePolicies'
import styles from './Escalation.module.css'
import { LadderDrawer } from './LadderDrawer'
import { LadderSteps } from './LadderSteps'

type WorkKind = Schema<'KindView'>

/** What the ladder holds for that no kind has its own for. */
const EVERY_KIND = '*'

interface Props {
  topic: Topic
  policies: Policy[]
  kinds: WorkKind[]
}

/** The ladders of one topic: the one for everything, and those that some kinds have of their own. */
export function TopicCard({ topic, policies, kinds }: Props) {
  const { t } = useTranslation('notify')
  const { language } = usePreferences()
  const [editing, setEditing] = useState<Policy>()
  const general = policies.find(({ subject_kind }) => subject_kind === EVERY_KIND)
  const nameOf = (code: string) => {
    const kind = kinds.find((each) => each.code === code)
    if (code === EVERY_KIND) return t('escalation.every_kind')
    return kind ? kind[`name_${language}`] || kind.name_zh : code
  }
  const without = kinds.filter(({ code, closed_at }) => !closed_at && !policies.some(({ subject_kind }) => subject_kind === code))
  const items = without.map(({ code }) => ({ key: code, label: nameOf(code), onClick: () => general && setEditing({ ...general, subject_kind: code, shipped: true, version: 0 }) }))
  const add = items.length > 0 && (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items }}>
      <Button icon={<PlusOutlined />} aria-label={t('escalation.add_to', { topic: t(`topic.${topic}.title`) })}>
        {t('escalation.add')}
      </Button>
    </Dropdown>
  )
  return (
    <Card title={t(`topic.${topic}.title`)} extra={add}>
      <p className={styles.hint}>{t(`topic.${topic}.note`)}</p>
      {policies.map((policy) => (
        <PolicyLadder key={policy.subject_kind} policy={policy} name={nameOf(policy.subject_kind)} isGeneral={policy === general} onEdit={() => setEditing(policy)} />
      ))}
      <LadderDrawer policy={editing} name={editing && nameOf(editing.subject_kind)} onClose={() => setEditing(undefined)} />
    </Card>
  )
}

interface PolicyProps {
  policy: Policy
  name: string
  isGeneral: boolean
  onEdit: () => void
}

function PolicyLadder({ policy, name, isGeneral, onEdit }: PolicyProps) {
  const { t } = useTranslation('notify')
  const change = useChangePolicy()
  const [isAsking, setAsking] = useState(false)
  const back = t(isGeneral ? 'escalation.back_to_shipped' : 'escalation.back_to_general')
  const reset = () => change.mutateAsync({ version: policy.version, form: { subject_kind: policy.subject_kind, topic: policy.topic } })
  return (
    <section className={styles.policy} aria-label={t('escalation.ladder_of', { name, topic: t(`topic.${policy.topic}.title`) })}>
      <div className={styles.head}>
        <h3>{name}</h3>
        <StateTag tone={policy.shipped ? 'neutral' : 'active'} text={t(policy.shipped ? 'escalation.shipped' : 'escalation.own')} />
        <div className={styles.acts}>
          {!policy.shipped && <Button onClick={() => setAsking(true)}>{back}</Button>}
          <Button onClick={onEdit} aria-label={t('escalation.edit_this', { name, topic: t(`topic.${policy.topic}.title`) })}>
            {t('escalation.edit')}
          </Button>
        </div>
      </div>
      <LadderSteps ladder={policy.ladder} topic={policy.topic} />
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} title={t('escalation.back_title', { name })} act={back} isDangerous onConfirm={reset}>
        {t(isGeneral ? 'escalation.back_text' : 'escalation.back_general_text')}
      </ConfirmDialog>
    </section>
  )
}
