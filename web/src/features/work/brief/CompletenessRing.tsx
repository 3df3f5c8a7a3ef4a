import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { segmentsOf } from './answers'
import styles from './Brief.module.css'

const RADIUS = 20
const GAP = 10

/** A segment of the ring, clockwise from the top. */
function arc(index: number, count: number): string {
  const step = 360 / count
  const point = (degrees: number) => {
    const radians = ((degrees - 90) * Math.PI) / 180
    return `${(24 + RADIUS * Math.cos(radians)).toFixed(2)} ${(24 + RADIUS * Math.sin(radians)).toFixed(2)}`
  }
  return `M${point(index * step + GAP / 2)}A${RADIUS} ${RADIUS} 0 0 1 ${point((index + 1) * step - GAP / 2)}`
}

/** Seven segments, one for each of the seven answers. Said in words to who does not see it. */
export function CompletenessRing({ brief, size = 48 }: { brief: Schema<'BriefView'>; size?: number }) {
  const { t } = useTranslation('work')
  const segments = segmentsOf(brief)
  const names = (state: string) => segments.filter((each) => each.state === state).map((each) => t(`answer.${each.answer}`)).join(t('list_separator'))
  const missing = names('missing')
  const label = [t('brief.ring', { count: brief.answered.length }), missing && t('brief.ring_missing', { answers: missing })].filter(Boolean).join(t('stop'))
  return (
    <svg className={styles.ring} width={size} height={size} viewBox="0 0 48 48" role="img" aria-label={label}>
      {segments.map(({ answer, state }, index) => (
        <path key={answer} d={arc(index, segments.length)} className={styles[state]} />
      ))}
      <text x="24" y="28.5" textAnchor="middle" aria-hidden>
        {brief.answered.length}/{segments.length}
      </text>
    </svg>
  )
}
