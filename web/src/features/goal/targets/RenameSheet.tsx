import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { useChangeSheet } from '../requests/useReshapeSheet'
import type { Sheet } from '../requests/useTargetSheet'

export function RenameSheet({ sheet, isOpen, onClose }: { sheet: Sheet; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('goal')
  const change = useChangeSheet(sheet.id)
  return (
    <FormDrawer<{ title: string }> title={t('rename.title')} isOpen={isOpen} onClose={onClose} onSubmit={({ title }) => change.mutateAsync({ title })} submitText={t('rename.submit')} initialValues={{ title: sheet.title }}>
      <Form.Item name="title" label={t('new.name')} rules={[{ required: true, whitespace: true, message: t('rename.needed') }]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDrawer>
  )
}
