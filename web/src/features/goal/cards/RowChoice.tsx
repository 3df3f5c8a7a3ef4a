import { Alert, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { amountText } from '@/components/grid/amounts'
import { useFormProblem } from '@/components/useFormProblem'
import { useDebounced } from '@/lib/useDebounced'
import type { GoalCard, GoalItem } from '../requests/useGoalCard'
import { useRowPreview } from '../requests/useRowPreview'
import { useSheetRows } from '../requests/useSheetRows'
import { useTargetSheets } from '../requests/useTargetSheets'

interface Props {
  card: GoalCard
  /** The row the goal follows so far, named even where one does not see its sheet. */
  known: GoalItem['target_row'] | undefined
}

/** Which row of which target sheet the goal follows; choosing one fills in what the row says. */
export function RowChoice({ card, known }: Props) {
  const { t } = useTranslation('goal')
  const form = Form.useFormInstance()
  const { problem, show, clear } = useFormProblem(form)
  const sheetId = Form.useWatch<string | undefined>('target_sheet_id', form)
  const [typed, setTyped] = useState('')
  const sheets = useTargetSheets({ q: useDebounced(typed.trim(), 200) || undefined, year: Number(card.period_from.slice(0, 4)), closed: false })
  const rows = useSheetRows(sheetId)
  const preview = useRowPreview(card)
  const sheetOptions = sheets.items.map((sheet) => ({ value: sheet.id, label: sheet.title }))
  const rowOptions = rows.items.map((row) => ({ value: row.row, label: row.label }))
  if (known && !typed && !sheetOptions.some((option) => option.value === known.sheet_id)) sheetOptions.unshift({ value: known.sheet_id, label: known.title })
  if (known && known.sheet_id === sheetId && !rowOptions.some((option) => option.value === known.row)) rowOptions.unshift({ value: known.row, label: known.label })

  const chooseSheet = () => {
    clear()
    preview.reset()
    form.setFieldValue('target_row', undefined)
  }
  const chooseRow = async (row: number) => {
    if (!sheetId) return
    clear()
    try {
      const { measure, unit, better, accrual, target } = await preview.mutateAsync({ sheet_id: sheetId, row })
      form.setFieldsValue({ measure, unit: unit ?? undefined, better, accrual, target: target ?? undefined })
    } catch (error) {
      show(error)
    }
  }
  const said = preview.data
  return (
    <>
      {problem && <Alert type="error" title={problem} role="alert" />}
      <Form.Item name="target_sheet_id" label={t('item.sheet')} rules={[{ required: true, message: t('item.sheet_needed') }]}>
        <Select showSearch={{ filterOption: false, onSearch: setTyped }} loading={sheets.isLoading} options={sheetOptions} placeholder={t('item.sheet_placeholder')} notFoundContent={sheets.isLoading ? undefined : t('item.sheet_none')} onChange={chooseSheet} />
      </Form.Item>
      <Form.Item
        name="target_row"
        label={t('item.row')}
        rules={[{ required: true, message: t('item.row_needed') }]}
        extra={said ? t('item.row_says', { measure: said.measure, unit: said.unit ?? '', target: amountText(said.target) || '—', actual: amountText(said.actual) || '—' }) : undefined}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          disabled={!sheetId}
          loading={rows.isLoading || preview.isPending}
          options={rowOptions}
          onChange={(row: number) => void chooseRow(row)}
          onPopupScroll={({ currentTarget: list }) => {
            if (rows.hasMore && list.scrollTop + 2 * list.clientHeight > list.scrollHeight) rows.more()
          }}
        />
      </Form.Item>
    </>
  )
}
