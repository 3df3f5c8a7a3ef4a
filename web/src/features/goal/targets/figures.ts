import type { TFunction } from 'i18next'
import { amountText } from '@/components/grid/amounts'
import type { Figure, Figures } from '@/components/grid/AmountGrid'
import type { Schema } from '@/lib/api-types'
import type { Sheet } from '../requests/useTargetSheet'
import type { Field, Layout } from './layout'

type Amounts = Schema<'Amounts'>
type Texts = TFunction<'goal'>

const figure = (amount: string | null | undefined, tone?: Figure['tone']): Figure | undefined => (amount === null || amount === undefined ? undefined : { text: amountText(amount), tone })
const share = (percent: string | null | undefined): Figure | undefined => (percent ? { text: `${percent} %`, tone: Number(percent) >= 100 ? 'done' : undefined } : undefined)
const gapFigure = (gap: string | null | undefined): Figure | undefined => figure(gap, gap === '0' ? 'done' : 'late')
const of = (amounts: Amounts | null | undefined, field: Field) => amounts?.[field]

interface Lines {
  total: (index: number) => Amounts | null | undefined
  attainment: (index: number) => string | null | undefined
}

/** What stands behind a row. Of several measures there is no sum. */
export function besideOf(sheet: Sheet, layout: Layout, t: Texts): Figures[] {
  const totals = sheet.totals.length === 1 ? sheet.totals[0] : undefined
  const lines: Lines = layout.isTurned
    ? { total: (i) => totals?.columns[i]?.total, attainment: (i) => totals?.columns[i]?.attainment }
    : { total: (i) => sheet.rows[i]?.total, attainment: (i) => sheet.rows[i]?.attainment }
  if (layout.isTurned && !totals) return []
  const sums = layout.fields.map((field): Figures => ({ key: `total/${field}`, label: layout.fields.length > 1 ? `${t('figure.total')} · ${t(`field.${field}`)}` : t('figure.total'), at: (i) => figure(of(lines.total(i), field)) }))
  const reached: Figures = { key: 'attainment', label: t('figure.attainment'), at: (i) => share(lines.attainment(i)) }
  const cumulative: Figures[] = layout.isTurned ? layout.fields.map((field) => ({ key: `cumulative/${field}`, label: t('figure.cumulative'), at: (i) => figure(of(totals?.columns[i]?.cumulative, field), 'quiet') })) : []
  const hasGaps = !layout.isTurned && layout.fields.includes('plan') && sheet.rows.some((row) => row.gap !== null)
  const gaps: Figures[] = hasGaps ? [{ key: 'gap', label: t('figure.gap'), at: (i) => gapFigure(sheet.rows[i]?.gap) }] : []
  // Of several measures in the columns a row has no sum.
  const says = (figures: Figures) => Array.from({ length: layout.rowCount }, (_, i) => figures.at(i)).some(Boolean)
  return [...sums, ...cumulative, ...gaps, reached].filter(says)
}

/** What stands below a column. */
export function belowOf(sheet: Sheet, layout: Layout, t: Texts): Figures[] {
  const fieldAt = (index: number) => layout.fields[index % layout.fields.length]!
  const lineAt = (index: number) => Math.floor(index / layout.fields.length)
  if (layout.isTurned) {
    const rows = (index: number) => sheet.rows[lineAt(index)]
    return [
      { key: 'total', label: t('figure.total'), at: (i) => figure(of(rows(i)?.total, fieldAt(i))) },
      { key: 'attainment', label: t('figure.attainment'), at: (i) => (fieldAt(i) === 'actual' || layout.fields.length === 1 ? share(rows(i)?.attainment) : undefined) },
    ]
  }
  return sheet.totals.flatMap((totals) => {
    const name = sheet.totals.length > 1 ? `${sheet.measures.find((measure) => measure.id === totals.measure_id)?.name ?? ''} ` : ''
    const column = (index: number) => totals.columns.find((each) => each.column === sheet.columns[lineAt(index)]?.column)
    const below: Figures[] = [
      {
        key: `total/${totals.measure_id}`,
        label: name + t('figure.total'),
        at: (i) => figure(of(column(i)?.total, fieldAt(i))),
        whole: (key) => (key.startsWith('total/') ? figure(of(totals.whole, key.slice('total/'.length) as Field)) : key === 'attainment' ? share(totals.attainment) : undefined),
      },
    ]
    if (totals.columns.some((each) => each.cumulative)) {
      below.push({ key: `cumulative/${totals.measure_id}`, label: name + t('figure.cumulative'), at: (i) => figure(of(column(i)?.cumulative, fieldAt(i)), 'quiet') })
    }
    const gapAt = (index: number) => totals.gaps.find((gap) => gap.columns.length === 1 && gap.columns[0] === sheet.columns[lineAt(index)]?.column)
    if (totals.gaps.some((gap) => gap.columns.length === 1)) {
      below.push({ key: `gap/${totals.measure_id}`, label: name + t('figure.gap'), at: (i) => (fieldAt(i) === 'plan' ? gapFigure(gapAt(i)?.gap) : undefined) })
    }
    below.push({ key: `attainment/${totals.measure_id}`, label: name + t('figure.attainment'), at: (i) => (fieldAt(i) === layout.fields.at(-1) ? share(column(i)?.attainment) : undefined) })
    return below
  })
}
