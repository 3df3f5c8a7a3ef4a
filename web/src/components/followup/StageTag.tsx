import { useTranslation } from 'react-i18next'
import { StateTag, type Tone } from '../StateTag'

const tones: Record<string, Tone> = {
  draft: 'neutral',
  assigned: 'waiting',
  accepted: 'active',
  in_progress: 'active',
  submitted: 'waiting',
  returned: 'late',
  on_hold: 'neutral',
  done: 'done',
  cancelled: 'neutral',
}

/** How far a followed thing is, in its own word. */
export function StageTag({ stage }: { stage: string }) {
  const { t } = useTranslation('followup')
  return <StateTag tone={tones[stage] ?? 'neutral'} text={t(`stage.${stage}`)} />
}
