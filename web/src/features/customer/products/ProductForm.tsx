import { Form, Input, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { toast } from '@/components/toast'
import { type Product, useAddProduct, useChangeProduct } from '../requests/useProducts'

interface Values {
  code: string
  name: string
  unit?: string
  closed?: boolean
}

interface Props {
  /** The one to change; a new one without it. */
  product?: Product
  isOpen: boolean
  onClose: () => void
}

export function ProductForm({ product, isOpen, onClose }: Props) {
  const { t } = useTranslation('customer')
  const add = useAddProduct()
  const change = useChangeProduct()
  const submit = async ({ closed, unit, ...values }: Values, key: string) => {
    if (product) await change.mutateAsync({ product, patch: { ...values, unit: unit ?? '', closed } })
    else await add.mutateAsync({ form: { ...values, unit }, key })
    toast.success(t('form.saved'))
  }
  return (
    <FormDrawer<Values> title={t(product ? 'product.edit' : 'product.add')} isOpen={isOpen} onClose={onClose} onSubmit={submit} initialValues={product && { code: product.code, name: product.name, unit: product.unit, closed: product.closed_at !== null }}>
      <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('product.name_missing') }]}>
        <Input autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item name="code" label={t('field.code')} rules={[{ required: true, whitespace: true, message: t('product.code_missing') }]} extra={t('product.code_hint')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="unit" label={t('field.unit')} extra={t('product.unit_hint')}>
        <Input maxLength={60} />
      </Form.Item>
      {product && (
        <Form.Item name="closed" label={t('product.close')} valuePropName="checked" extra={t('product.close_hint')}>
          <Switch />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
