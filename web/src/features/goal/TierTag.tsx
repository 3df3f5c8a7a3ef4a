import { useTranslation } from 'react-i18next'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'

export type Tier = Schema<'TargetTier'>
const TONE = { below: 'late', base: 'waiting', committed: 'waiting', target: 'done', stretch: 'done' } as const

/** Which tier of a plan was reached: 保底, 承诺, 目标, 挑战. */
export function TierTag({ tier }: { tier: Tier }) {
  const { t } = useTranslation('goal')
  return <StateTag tone={TONE[tier]} text={t(`reached.${tier}`)} />
}
