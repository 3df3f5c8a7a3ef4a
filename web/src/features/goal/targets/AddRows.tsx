import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import { useAddRows } from '../requests/useReshapeSheet'
import type { Sheet } from '../requests/useTargetSheet'
import { rowsOf, type Values } from './addedRows'
import { Coordinates } from './Coordinates'

/** More people, departments, products or customers at the end of the sheet. */
export function AddRows({ sheet, isOpen, onClose }: { sheet: Sheet; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const add = useAddRows(sheet.id)
  const submit = async (values: Values) => {
    const rows = rowsOf(sheet.row_axes, values)
    await add.mutateAsync(rows)
    toast.success(t('rows.added', { count: rows.length }))
  }
  return (
    <FormDrawer<Values> title={t('rows.add')} isOpen={isOpen} onClose={onClose} onSubmit={submit} submitText={t('rows.submit')}>
      <Coordinates axes={sheet.row_axes} />
      {sheet.row_axes.includes('measure') && (
        <Form.Item name="measure_ids" label={t('new.measures')} rules={[{ required: true, message: t('new.measures_needed') }]}>
          <Select mode="multiple" options={sheet.measures.map((measure) => ({ value: measure.id, label: measure.name }))} />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
