import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { RelativeTime } from '@/components/RelativeTime'
import { StateTag } from '@/components/StateTag'
import type { Schema } from '@/lib/api-types'
import styles from './Judging.module.css'

/** Every result that was offered and what came of it, newest first. */
export function Rounds({ rounds }: { rounds: Schema<'RoundView'>[] }) {
  const { t } = useTranslation('work')
  if (rounds.length === 0) return null
  return (
    <Card title={t('judging.rounds')}>
      <ol className={styles.rounds}>
        {rounds.toReversed().map((round) => (
          <Round key={round.round} round={round} />
        ))}
      </ol>
    </Card>
  )
}

function Round({ round }: { round: Schema<'RoundView'> }) {
  const { t } = useTranslation('work')
  const tone = round.verdict === null ? 'waiting' : round.verdict === 'accepted' ? 'done' : 'late'
  return (
    <li>
      <header>
        <strong>{t('judging.round', { number: round.round })}</strong>
        <StateTag tone={tone} text={t(`judging.verdict.${round.verdict ?? 'waiting'}`)} />
        <span>
          {round.submitted_by_name} <RelativeTime at={round.submitted_at} short />
        </span>
      </header>
      <p>{round.result}</p>
      {round.judgements.length > 0 && (
        <ul>
          {round.judgements.map((judgement) => (
            <li key={judgement.point} className={judgement.passed ? styles.passed : styles.failed}>
              {judgement.passed ? <CheckOutlined role="img" aria-label={t('judging.passed')} /> : <CloseOutlined role="img" aria-label={t('judging.failed')} />}
              <span>
                {judgement.text}
                {judgement.note && <small>{judgement.note}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {round.judged_by_name && (
        <small>
          {round.judged_by_name} <RelativeTime at={round.judged_at} short />
          {round.note && `${t('colon')}${round.note}`}
        </small>
      )}
    </li>
  )
}
