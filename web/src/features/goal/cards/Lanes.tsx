import { CheckCircleFilled, EditFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '@/components/RelativeTime'
import type { GoalCard } from '../requests/useGoalCard'
import { STATES } from '../states'
import styles from './Cards.module.css'

/** Whose turn a step is: it stands in that person's lane. */
const LANE = { draft: 'person', proposed: 'supervisor', negotiating: 'person', committed: 'both', active: 'person', self_evaluated: 'supervisor', evaluated: 'supervisor', closed: 'both' } as const

/** The process with both sides: where the card stands, who signed when. */
export function Lanes({ card }: { card: GoalCard }) {
  const { t } = useTranslation('goal')
  const now = STATES.indexOf(card.state)
  const states = STATES.filter((state) => state !== 'negotiating' || card.state === 'negotiating')
  const signatures = { person: card.person_signature, supervisor: card.supervisor_signature }
  return (
    <section className={styles.lanes} aria-label={t('lane.title')}>
      {(['person', 'supervisor'] as const).map((lane) => (
        <div key={lane} className={styles.lane}>
          <h2>
            {t(`lane.${lane}`)} <strong>{lane === 'person' ? card.person.name : (card.supervisor?.name ?? t('lane.nobody'))}</strong>
            {signatures[lane] && (
              <span className={styles.signed} title={signatures[lane].content_hash}>
                <EditFilled aria-hidden /> {t('lane.signed', { name: signatures[lane].name })} <RelativeTime at={signatures[lane].at} short />
              </span>
            )}
          </h2>
          <ol>
            {states.map((state) => {
              const index = STATES.indexOf(state)
              const isHere = LANE[state] === lane || LANE[state] === 'both'
              const names = [isHere ? styles.step : styles.gap, index < now && styles.past, state === card.state && styles.now]
              return (
                <li key={state} className={names.filter(Boolean).join(' ')} aria-hidden={!isHere} aria-current={isHere && state === card.state ? 'step' : undefined}>
                  {isHere && (
                    <>
                      {index < now && <CheckCircleFilled aria-hidden />} {t(`state.${state}`)}
                    </>
                  )}
                </li>
              )
            })}
          </ol>
        </div>
      ))}
    </section>
  )
}
