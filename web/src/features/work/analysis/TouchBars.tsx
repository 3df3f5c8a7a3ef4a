import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import styles from './Touches.module.css'
import { percentOf } from './shares'

type Step = Schema<'FunnelStep'>
type End = Schema<'CaseEnd'>

interface Props {
  funnel: Schema<'TouchFunnel'>
  /** Every figure opens to its cases. */
  onOpen: (touchNumber: number, end: End) => void
}

const ENDS: End[] = ['won', 'abandoned', 'settled', 'open']
/** Later touches are put together in the picture, not in the figures. */
const MOST_STEPS = 12

/** How many were still in it at each touch, and how it ended for those who went no further. */
export function TouchBars({ funnel, onOpen }: Props) {
  const { t } = useTranslation('cadence')
  const steps = funnel.steps.slice(0, MOST_STEPS)
  const rest = funnel.steps.length - steps.length
  return (
    <>
      <table className={styles.funnel} aria-label={t('touches.title')}>
        <thead>
          <tr>
            <th scope="col">{t('touches.touch')}</th>
            <th scope="col" className={styles.bar}>
              {t('touches.touched')}
            </th>
            <th scope="col">{t('touches.reached')}</th>
            <th scope="col">{t('touches.refused')}</th>
            <th scope="col">{t('end.won')}</th>
            <th scope="col">{t('end.abandoned')}</th>
            <th scope="col">{t('touches.share_of_wins')}</th>
            <th scope="col">{t('touches.so_far')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.touch_number}>
              <th scope="row">{t('touches.number', { number: step.touch_number })}</th>
              <td className={styles.bar} data-head={t('touches.touched')}>
                <Bar step={step} whole={funnel.cases} />
              </td>
              <td data-head={t('touches.reached')}>{step.reached}</td>
              <td data-head={t('touches.refused')}>{step.refused}</td>
              <Figure step={step} end="won" count={step.won} onOpen={onOpen} />
              <Figure step={step} end="abandoned" count={step.abandoned} onOpen={onOpen} />
              <td data-head={t('touches.share_of_wins')}>{percentOf(step.share_of_wins)}</td>
              <td data-head={t('touches.so_far')}>{percentOf(step.share_of_wins_so_far)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.legend} aria-hidden>
        {ENDS.map((end) => (
          <li key={end} className={styles[end]}>
            {t(`end.${end}`)}
          </li>
        ))}
        <li className={styles.further}>{t('touches.further')}</li>
      </ul>
      {rest > 0 && <p className={styles.note}>{t('touches.later', { count: rest, from: MOST_STEPS + 1 })}</p>}
    </>
  )
}

function Bar({ step, whole }: { step: Step; whole: number }) {
  const further = step.touched - step.won - step.abandoned - step.settled - step.open
  const parts = [...ENDS.map((end) => [end, step[end]] as const), ['further', further] as const]
  return (
    <span className={styles.parts}>
      <span className={styles.track} aria-hidden>
        {parts.map(([name, count]) => count > 0 && <i key={name} className={styles[name]} style={{ width: `${(count / Math.max(1, whole)) * 100}%` }} />)}
      </span>
      {step.touched}
    </span>
  )
}

function Figure({ step, end, count, onOpen }: { step: Step; end: End; count: number; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation('cadence')
  return (
    <td data-head={t(`end.${end}`)}>
      {count > 0 ? (
        <button type="button" className={styles.door} onClick={() => onOpen(step.touch_number, end)}>
          {count}
        </button>
      ) : (
        0
      )}
    </td>
  )
}
