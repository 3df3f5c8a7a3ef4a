import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { PeopleSelect } from '@/components/PeopleSelect'
import { useOpenDepartments } from '@/components/requests/useDepartments'
import { useOpenProducts } from '../requests/useCoordinates'
import { CustomersSelect } from './CustomersSelect'
import type { Axis } from './newSheet'

interface Props {
  axes: Axis[]
  /** The people and customers already known, so that their names show. */
  knownCustomers?: { id: string; name: string }[]
}

/** What stands at the sides of a sheet: people and departments beside each other, products, customers. */
export function Coordinates({ axes, knownCustomers }: Props) {
  const { t } = useTranslation('goal')
  const products = useOpenProducts()
  const departments = useOpenDepartments()
  const needed = (key: string) => [{ required: true, message: t(`new.${key}_needed`) }]
  return (
    <>
      {axes.includes('owner') && (
        <>
          <Form.Item
            name="employee_ids"
            label={t('new.people')}
            dependencies={['department_ids']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_rule, people?: string[]) => {
                  const beside = (getFieldValue('department_ids') as string[] | undefined) ?? []
                  return (people ?? []).length + beside.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('new.people_needed')))
                },
              }),
            ]}
          >
            <PeopleSelect />
          </Form.Item>
          <Form.Item name="department_ids" label={t('new.departments')}>
            <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={(departments.data ?? []).map((each) => ({ value: each.id, label: each.name }))} />
          </Form.Item>
        </>
      )}
      {axes.includes('product') && (
        <Form.Item name="product_ids" label={t('new.products')} rules={needed('products')}>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={(products.data ?? []).map((each) => ({ value: each.id, label: each.name }))} />
        </Form.Item>
      )}
      {axes.includes('customer') && (
        <Form.Item name="customer_ids" label={t('new.customers')} rules={needed('customers')}>
          <CustomersSelect known={knownCustomers} />
        </Form.Item>
      )}
    </>
  )
}
