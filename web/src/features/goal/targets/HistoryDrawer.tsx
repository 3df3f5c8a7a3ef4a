import { Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ErrorState } from '@/components/ErrorState'
import { amountText } from '@/components/grid/amounts'
import { MoreRows } from '@/components/MoreRows'
import { PageSkeleton } from '@/components/PageSkeleton'
import { StateTag } from '@/components/StateTag'
import { TimelineList } from '@/components/TimelineList'
import type { Schema } from '@/lib/api-types'
import { useIsPhone } from '@/lib/useMedia'
import { useTimeText } from '@/lib/useTimeText'
import { useSheetBatch, useSheetBatches, useSheetTimeline } from '../requests/useSheetHistory'
import type { Sheet } from '../requests/useTargetSheet'
import styles from './Targets.module.css'

/** Who changed what, when: the changes of numbers with their old values, and everything else that happened to the sheet. */
export function HistoryDrawer({ sheet, isOpen, onClose }: { sheet: Sheet; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const isPhone = useIsPhone()
  const [shown, setShown] = useState<'numbers' | 'all'>('numbers')
  return (
    <Drawer title={t('batches.title')} open={isOpen} onClose={onClose} placement={isPhone ? 'bottom' : 'right'} size={isPhone ? '100dvh' : 560} destroyOnHidden>
      {/* Who sees some rows only is not told the sums in the history. */}
      {sheet.whole && <Segmented block className={styles.more} aria-label={t('batches.shown')} value={shown} onChange={setShown} options={(['numbers', 'all'] as const).map((value) => ({ value, label: t(`batches.${value}`) }))} />}
      {shown === 'numbers' ? <Batches sheet={sheet} /> : <Everything sheet={sheet} />}
    </Drawer>
  )
}

function Batches({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('goal')
  const list = useSheetBatches(sheet.id, sheet.version)
  if (list.isLoading) return <PageSkeleton />
  if (list.error) return <ErrorState error={list.error} onRetry={list.reload} />
  if (list.items.length === 0) return <EmptyState small title={t('batches.none')} text={t('batches.none_text')} />
  return (
    <>
      <ol className={styles.batches}>
        {list.items.map((batch) => (
          <Batch key={batch.batch} sheetId={sheet.id} batch={batch} />
        ))}
      </ol>
      <MoreRows list={list} />
    </>
  )
}

const HAS_NUMBERS: Schema<'TargetBatchKind'>[] = ['edit', 'split', 'import', 'undo']

function Batch({ sheetId, batch }: { sheetId: string; batch: Schema<'TargetBatchView'> }) {
  const { t } = useTranslation('goal')
  const time = useTimeText()
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <div className={styles.batch}>
        <span>
          <strong>{batch.by_name}</strong> {t(`batches.did.${batch.kind}`, { count: batch.cells })}
        </span>
        {batch.undone && <StateTag tone="neutral" text={t('batches.undone')} />}
        <time dateTime={new Date(batch.at).toISOString()}>{time.exact(batch.at)}</time>
        {HAS_NUMBERS.includes(batch.kind) && batch.cells > 0 && (
          <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'batches.hide' : 'batches.show')}
          </Button>
        )}
      </div>
      {isOpen && <Numbers sheetId={sheetId} batch={batch.batch} />}
    </li>
  )
}

function Numbers({ sheetId, batch }: { sheetId: string; batch: number }) {
  const { t } = useTranslation('goal')
  const { data, error, refetch } = useSheetBatch(sheetId, batch)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const placeOf = (change: Schema<'TargetBatchChange'>) => {
    const row = change.row === 0 ? '' : change.row_label || t('batches.row_gone')
    const place = [row, change.column_label].filter(Boolean).join(' · ')
    const isGiven = change.row === 0 || change.column === 0
    return isGiven ? `${place || t('gap.whole')} · ${t('batches.given')}` : `${place} · ${t(`field.${change.field}`)}`
  }
  return (
    <ul className={styles.changes}>
      {data.changes.map((change) => (
        <li key={`${change.row}/${change.column}/${change.field}`}>
          <span>{placeOf(change)}</span>
          <span>
            {change.from !== null && <del>{amountText(change.from)}</del>} {change.to === null ? t('batches.emptied') : <ins>{amountText(change.to)}</ins>}
          </span>
        </li>
      ))}
      {data.more > 0 && <li>{t('batches.more', { count: data.more })}</li>}
    </ul>
  )
}

function Everything({ sheet }: { sheet: Sheet }) {
  const { t, i18n } = useTranslation('goal')
  const list = useSheetTimeline(sheet.id, sheet.version, true)
  if (list.isLoading) return <PageSkeleton />
  if (list.error) return <ErrorState error={list.error} onRetry={list.reload} />
  const wordOf = (event: string) => event.split('.').at(-1) ?? event
  return (
    <>
      <TimelineList
        entries={list.items.map((entry) => ({ id: entry.id, at: entry.at, actor_name: entry.actor_name, text: i18n.exists(`sheet_event.${wordOf(entry.event)}`, { ns: 'goal' }) ? t(`sheet_event.${wordOf(entry.event)}`) : entry.event, changes: entry.changes, note: entry.note }))}
        fieldText={(field) => (i18n.exists(`sheet_field.${field}`, { ns: 'goal' }) ? t(`sheet_field.${field}`) : field)}
      />
      <MoreRows list={list} />
    </>
  )
}
