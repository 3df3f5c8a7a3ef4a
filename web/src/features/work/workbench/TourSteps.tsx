import { Tour } from 'antd'
import { useTranslation } from 'react-i18next'

// What is not there at this size or for this person is explained in the middle of the page.
const STEPS = [
  { key: 'today', at: '[aria-labelledby="focus-queue"] h2' },
  { key: 'record', at: '[aria-labelledby="focus-queue"] [data-row], [aria-labelledby="focus-queue"] article' },
  { key: 'search', at: '[data-tour="search"]' },
  { key: 'add', at: '[data-tour="add"]' },
  { key: 'items', at: 'nav a[href="/work-items"]' },
]

export function TourSteps({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation('work')
  const steps = STEPS.map(({ key, at }) => ({
    title: t(`tour.${key}.title`),
    description: t(`tour.${key}.text`),
    target: () => document.querySelector<HTMLElement>(at) as HTMLElement,
    nextButtonProps: { children: t(key === 'items' ? 'tour.done' : 'tour.next') },
    prevButtonProps: { children: t('tour.back') },
  }))
  return <Tour open steps={steps} onClose={onEnd} onFinish={onEnd} scrollIntoViewOptions={{ block: 'center' }} />
}
