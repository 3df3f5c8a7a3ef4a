import { Button } from 'antd'
import { lazy, Suspense, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChip } from '@/components/FilterChip'
import { addDays, weekdayOf } from '@/lib/civilTime'
import { useTimeText } from '@/lib/useTimeText'
import styles from './List.module.css'

const DateField = lazy(async () => ({ default: (await import('@/components/DateField')).DateField }))

interface Props {
  from: string | undefined
  to: string | undefined
  isOverdue: boolean
  onChange: (change: { due_from?: string; due_to?: string; overdue?: string }) => void
}

/** Planned to be finished between two days, or before now. */
export function DueChip({ from, to, isOverdue, onChange }: Props) {
  const { t } = useTranslation('work')
  const time = useTimeText()
  const ids = { from: useId(), to: useId() }
  const today = time.civil(time.now).date
  const monday = addDays(today, 1 - weekdayOf(today))
  const spans = [
    { key: 'today', from: today, to: today },
    { key: 'this_week', from: monday, to: addDays(monday, 6) },
    { key: 'next_week', from: addDays(monday, 7), to: addDays(monday, 13) },
  ]
  const change = (next: Parameters<typeof onChange>[0]) => onChange({ due_from: undefined, due_to: undefined, overdue: undefined, ...next })
  const named = spans.find((span) => span.from === from && span.to === to)
  const text = isOverdue ? t('list.overdue') : named ? t(`list.${named.key}`) : from || to ? `${from ?? '…'} – ${to ?? '…'}` : ''
  return (
    <FilterChip label={t('field.due_at')} text={text} onRemove={() => change({})}>
      {(close) => (
        <div className={styles.range}>
          <div>
            {spans.map((span) => (
              <Button
                key={span.key}
                size="small"
                onClick={() => {
                  change({ due_from: span.from, due_to: span.to })
                  close()
                }}
              >
                {t(`list.${span.key}`)}
              </Button>
            ))}
            <Button
              size="small"
              danger
              onClick={() => {
                change({ overdue: '1' })
                close()
              }}
            >
              {t('list.overdue')}
            </Button>
          </div>
          <Suspense>
            <label htmlFor={ids.from}>{t('list.from')}</label>
            <DateField id={ids.from} value={from} onChange={(next) => change({ due_from: next, due_to: to })} />
            <label htmlFor={ids.to}>{t('list.to')}</label>
            <DateField id={ids.to} value={to} onChange={(next) => change({ due_from: from, due_to: next })} />
          </Suspense>
        </div>
      )}
    </FilterChip>
  )
}
