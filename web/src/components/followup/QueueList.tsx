import { useIsPhone } from '@/lib/useMedia'
import { useFollowUpFormSoon } from './LazyFollowUpForm'
import { QueueCards } from './QueueCards'
import type { QueueProps } from './queueGroups'
import { QueueRows } from './QueueRows'

interface Props extends QueueProps {
  /** The page's purpose is this list: the first row takes the focus, so that the keys work at once. */
  takesFocus?: boolean
}

/** Follow-ups one after another: rows worked with the keyboard on a desk, cards pulled aside on a phone. */
export function QueueList({ takesFocus = false, ...queue }: Props) {
  useFollowUpFormSoon()
  return useIsPhone() ? <QueueCards {...queue} /> : <QueueRows {...queue} takesFocus={takesFocus} />
}
