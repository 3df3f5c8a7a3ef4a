import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDebounced } from '@/lib/useDebounced'
import { useFoundCustomers } from '../requests/useCoordinates'

interface Props {
  id?: string
  value?: string[]
  onChange?: (ids: string[]) => void
  /** The chosen ones as the page already knows them. */
  known?: { id: string; name: string }[]
}

/** Several customers, found by name, number or pinyin. */
export function CustomersSelect({ id, value = [], onChange, known = [] }: Props) {
  const { t } = useTranslation('goal')
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [picked, setPicked] = useState(known.map((customer) => ({ value: customer.id, label: customer.name })))
  const { data, isFetching } = useFoundCustomers(useDebounced(typed.trim(), 200), isOpen)
  const found = (data?.items ?? []).map((customer) => ({ value: customer.id, label: `${customer.number} ${customer.name}` }))
  const options = [...found, ...picked.filter((each) => !found.some((other) => other.value === each.value))]
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      placeholder={t('new.customers_placeholder')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      onOpenChange={setOpen}
      options={options}
      onChange={(ids: string[]) => {
        setPicked(options.filter((each) => ids.includes(each.value)))
        onChange?.(ids)
      }}
    />
  )
}
