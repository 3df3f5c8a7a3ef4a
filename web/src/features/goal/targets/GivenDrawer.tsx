import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { useWan } from '@/components/grid/wan'
import { toast } from '@/components/toast'
import type { Schema } from '@/lib/api-types'
import { type Sheet, useChangeCells } from '../requests/useTargetSheet'
import type { Column, Row } from './layout'
import { measureOf } from './sheetInWan'
import styles from './Targets.module.css'
import { typing } from './typing'

interface Given {
  key: string
  label: string
  amount: string | null
  typing: ReturnType<typeof typing>
  place: { row: number | null; column: number | null }
}
interface Values {
  title?: string
  given: Record<string, string | undefined>
}

/** What stands for one measure can be given a number: the sheet, a row, a column. */
function givenOf(sheet: Sheet, whole: string, isWan: boolean): Given[] {
  const hasOne = sheet.measures.length === 1
  const inUnit = (row?: Row, column?: Column) => typing(measureOf(sheet, row, column), isWan)
  const rows = sheet.rows.filter((row) => hasOne || row.measure_id)
  const columns = sheet.columns.filter((column) => hasOne || column.measure_id)
  return [
    ...(hasOne ? [{ key: 'whole', label: whole, amount: sheet.given, typing: inUnit(), place: { row: null, column: null } }] : []),
    ...rows.map((row) => ({ key: `r${row.row}`, label: row.label, amount: row.given, typing: inUnit(row), place: { row: row.row, column: null } })),
    ...columns.map((column) => ({ key: `c${column.column}`, label: column.label, amount: column.given, typing: inUnit(undefined, column), place: { row: null, column: column.column } })),
  ]
}

/** The numbers that came from above, for the whole, for rows and for columns; the gaps on the page are measured against them. */
export function GivenDrawer({ sheet, isOpen, onClose }: { sheet: Sheet; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const change = useChangeCells(sheet.id)
  const [isWan] = useWan()
  const all = givenOf(sheet, t('given.whole'), isWan)
  const submit = async ({ given }: Values) => {
    const changes = all.flatMap(({ key, amount, place, typing: { amountOf } }): Schema<'TargetCellChange'>[] => {
      const value = amountOf(given[key]) ?? null
      return value === amount ? [] : [{ ...place, field: 'plan', value }]
    })
    if (changes.length > 0) await change.mutateAsync(changes)
    toast.success(t('given.saved'))
  }
  const groups = [
    { title: undefined, given: all.filter((each) => each.key === 'whole') },
    { title: t('given.rows'), given: all.filter((each) => each.key.startsWith('r')) },
    { title: t('given.columns'), given: all.filter((each) => each.key.startsWith('c')) },
  ]
  return (
    <FormDrawer<Values> title={t('given.title')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('given.submit')} initialValues={{ given: Object.fromEntries(all.map((each) => [each.key, each.typing.shown(each.amount) ?? undefined])) }}>
      <p className={styles.note}>{t('given.note')}</p>
      {groups
        .filter((group) => group.given.length > 0)
        .map((group) => (
          <fieldset key={group.title ?? ''} className={styles.group}>
            {group.title && <legend>{group.title}</legend>}
            {group.given.map((each) => (
              <Form.Item key={each.key} name={['given', each.key]} label={each.label} rules={[{ validator: (_rule, typed?: string) => (typed && each.typing.amountOf(typed) === undefined ? Promise.reject(new Error(t('sheet.no_amount', { typed }))) : Promise.resolve()) }]}>
                <Input inputMode="decimal" suffix={each.typing.unit || undefined} />
              </Form.Item>
            ))}
          </fieldset>
        ))}
    </FormDrawer>
  )
}
