import type { TFunction } from 'i18next'
import { amountText } from '@/components/grid/amounts'
import type { Figure, Figures } from '@/components/grid/AmountGrid'
import type { Schema } from '@/lib/api-types'
import type { Sheet } from '../requests/useTargetSheet'
import type { Field, Layout, Row } from './layout'

type Amounts = Schema<'Amounts'>
type Texts = TFunction<'goal'>

const figure = (amount: string | null | undefined, tone?: Figure['tone']): Figure | undefined => (amount === null || amount === undefined ? undefined : { text: amountText(amount), tone })
const share = (percent: string | null | undefined): Figure | undefined => (percent ? { text: `${percent} %`, tone: Number(percent) >= 100 ? 'done' : undefined } : undefined)
const gapFigure = (gap: string | null | undefined): Figure | undefined => figure(gap, gap === '0' ? 'done' : 'late')
/** "20 missing", "5 too much", "agrees". */
export const gapText = (gap: string, t: Texts) => (gap === '0' ? t('gap.none') : gap.startsWith('-') ? t('gap.over', { amount: amountText(gap.slice(1)) }) : t('gap.missing', { amount: amountText(gap) }))
const of = (amounts: Amounts | null | undefined, field: Field) => amounts?.[field]

type Tiers = Schema<'TargetTiersView'> | null | undefined

const TONE: Record<Schema<'TargetTier'>, Figure['tone']> = { below: 'late', base: 'quiet', committed: 'quiet', target: 'done', stretch: 'done' }
const reached = (tiers: Tiers, t: Texts): Figure | undefined => tiers ? { text: t(`reached.${tiers.reached}`), tone: TONE[tiers.reached] } : undefined
/** The attainment of the tier a field is about. */
const shareOf = (field: Field, attainment: string | null | undefined, tiers: Tiers): Figure | undefined => {
  if (field === 'base' || field === 'committed' || field === 'stretch') return share(tiers?.[field])
  return field === 'plan' ? share(attainment) : undefined
}
const isTiers = (layout: Layout) => layout.fields.includes('stretch')

/** What rows are missing, to what was given them and to what the sheets below them plan; a line stands where any row has it. */
function gapsOf(rows: Row[], layout: Layout, t: Texts): { key: 'gap' | 'parts_gap'; label: string }[] {
  if (!layout.fields.includes('plan')) return []
  return (['gap', 'parts_gap'] as const).filter((key) => rows.some((row) => row[key] != null)).map((key) => ({ key, label: t(`figure.${key}`) }))
}

interface Lines {
  total: (index: number) => Amounts | null | undefined
  attainment: (index: number) => string | null | undefined
  tiers: (index: number) => Tiers
}

/** What stands behind a row. Of several measures there is no sum. */
export function besideOf(sheet: Sheet, layout: Layout, t: Texts): Figures[] {
  const totals = sheet.totals.length === 1 ? sheet.totals[0] : undefined
  const lines: Lines = layout.isTurned
    ? { total: (i) => totals?.columns[i]?.total, attainment: (i) => totals?.columns[i]?.attainment, tiers: (i) => totals?.columns[i]?.tiers }
    : { total: (i) => sheet.rows[i]?.total, attainment: (i) => sheet.rows[i]?.attainment, tiers: (i) => sheet.rows[i]?.tiers }
  if (layout.isTurned && !totals) return []
  const sums = layout.fields.map((field): Figures => ({ key: `total/${field}`, label: layout.fields.length > 1 ? `${t('figure.total')} · ${t(`field.${field}`)}` : t('figure.total'), at: (i) => figure(of(lines.total(i), field)) }))
  const attainment: Figures = { key: 'attainment', label: t('figure.attainment'), at: (i) => share(lines.attainment(i)) }
  const ofTiers: Figures[] = isTiers(layout)
    ? [
        { key: 'total/actual', label: t('figure.actual'), at: (i) => figure(of(lines.total(i), 'actual')) },
        { key: 'reached', label: t('figure.reached'), at: (i) => reached(lines.tiers(i), t) },
        ...layout.fields.map((field): Figures => ({ key: `share/${field}`, label: t('figure.share_of', { tier: t(`tier_name.${field}`) }), at: (i) => shareOf(field, lines.attainment(i), lines.tiers(i)) })),
      ]
    : [attainment]
  const cumulative: Figures[] = layout.isTurned ? layout.fields.map((field) => ({ key: `cumulative/${field}`, label: t('figure.cumulative'), at: (i) => figure(of(totals?.columns[i]?.cumulative, field), 'quiet') })) : []
  const rows: Row[] = sheet.rows
  const gaps = layout.isTurned ? [] : gapsOf(rows, layout, t).map(({ key, label }): Figures => ({ key, label, at: (i) => gapFigure(rows[i]?.[key]) }))
  // Of several measures in the columns a row has no sum.
  const says = (figures: Figures) => Array.from({ length: layout.rowCount }, (_, i) => figures.at(i)).some(Boolean)
  return [...sums, ...cumulative, ...gaps, ...ofTiers].filter(says)
}

/** What stands below a column. */
export function belowOf(sheet: Sheet, layout: Layout, t: Texts): Figures[] {
  const fieldAt = (index: number) => layout.fields[index % layout.fields.length]!
  const lineAt = (index: number) => Math.floor(index / layout.fields.length)
  if (layout.isTurned) {
    const rows = (index: number): Row | undefined => sheet.rows[lineAt(index)]
    return [
      { key: 'total', label: t('figure.total'), at: (i) => figure(of(rows(i)?.total, fieldAt(i))) },
      ...gapsOf(sheet.rows, layout, t).map(({ key, label }): Figures => ({ key, label, at: (i) => (fieldAt(i) === 'plan' ? gapFigure(rows(i)?.[key]) : undefined) })),
      ...(isTiers(layout)
        ? [
            { key: 'attainment', label: t('figure.attainment'), at: (i: number) => shareOf(fieldAt(i), rows(i)?.attainment, rows(i)?.tiers) },
            { key: 'reached', label: t('figure.reached'), at: (i: number) => (fieldAt(i) === layout.fields.at(-1) ? reached(rows(i)?.tiers, t) : undefined) },
          ]
        : [{ key: 'attainment', label: t('figure.attainment'), at: (i: number) => (fieldAt(i) === 'actual' || layout.fields.length === 1 ? share(rows(i)?.attainment) : undefined) }]),
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
        whole: (key) => {
          const [kind, field] = key.split('/') as [string, Field]
          if (kind === 'total') return figure(of(totals.whole, field))
          if (kind === 'share') return shareOf(field, totals.attainment, totals.tiers)
          if (kind === 'reached') return reached(totals.tiers, t)
          return kind === 'attainment' ? share(totals.attainment) : undefined
        },
      },
    ]
    if (totals.columns.some((each) => each.cumulative)) {
      below.push({ key: `cumulative/${totals.measure_id}`, label: name + t('figure.cumulative'), at: (i) => figure(of(column(i)?.cumulative, fieldAt(i)), 'quiet') })
    }
    const gapAt = (index: number) => totals.gaps.find((gap) => gap.columns.length === 1 && gap.columns[0] === sheet.columns[lineAt(index)]?.column)
    if (totals.gaps.some((gap) => gap.columns.length === 1)) {
      below.push({ key: `gap/${totals.measure_id}`, label: name + t('figure.gap'), at: (i) => (fieldAt(i) === 'plan' ? gapFigure(gapAt(i)?.gap) : undefined) })
    }
    const last = (index: number) => fieldAt(index) === layout.fields.at(-1)
    if (isTiers(layout)) {
      below.push({ key: `attainment/${totals.measure_id}`, label: name + t('figure.attainment'), at: (i) => shareOf(fieldAt(i), column(i)?.attainment, column(i)?.tiers) })
      below.push({ key: `reached/${totals.measure_id}`, label: name + t('figure.reached'), at: (i) => (last(i) ? reached(column(i)?.tiers, t) : undefined) })
      if (totals.columns.some((each) => each.cumulative_tiers)) below.push({ key: `reached_so_far/${totals.measure_id}`, label: name + t('figure.reached_so_far'), at: (i) => (last(i) ? reached(column(i)?.cumulative_tiers, t) : undefined) })
    } else {
      below.push({ key: `attainment/${totals.measure_id}`, label: name + t('figure.attainment'), at: (i) => (last(i) ? share(column(i)?.attainment) : undefined) })
    }
    return below
  })
}
