import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { DateField } from '@/components/DateField'
import { FormDrawer } from '@/components/FormDrawer'
import { PeopleSelect } from '@/components/PeopleSelect'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { useCopyCard } from '../requests/useCardHead'
import type { GoalCard } from '../requests/useGoalCard'
import { PERIODS } from '../words'

interface Values {
  person_ids?: string[]
  period: Schema<'CardPeriod'>
  day?: string
}

/** The same goals once more: for the next period, or for other people. What comes is a draft. */
export function CopyForm({ card, isOpen, onClose }: { card: GoalCard; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const navigate = useNavigate()
  const copy = useCopyCard(card)
  const submit = async ({ person_ids, period, day }: Values, idempotencyKey: string) => {
    const { cards } = await copy.mutateAsync({ form: { person_ids: person_ids ?? [], period, day: day ?? null }, idempotencyKey })
    toast.success(t('copy.done', { count: cards.length }))
    const [first] = cards
    if (first) void navigate(cards.length === 1 ? `/goals/cards/${first.id}` : '/goals?whose=all&state=draft')
  }
  return (
    <FormDrawer<Values> title={t('copy.title')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('copy.submit')} initialValues={{ period: card.period }}>
      <Form.Item name="person_ids" label={t('copy.people')} extra={t('copy.people_note', { name: card.person.name })}>
        <PeopleSelect />
      </Form.Item>
      <Form.Item name="period" label={t('card.period')}>
        <Radio.Group options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))} />
      </Form.Item>
      <Form.Item name="day" label={t('card.day')} extra={t('copy.day_note')}>
        <DateField />
      </Form.Item>
    </FormDrawer>
  )
}
