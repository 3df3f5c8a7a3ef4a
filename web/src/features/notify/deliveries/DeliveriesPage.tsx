import { MailOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { useListState } from '@/lib/useListState'
import { useDeliveries, type DeliveriesQuery } from '../requests/useDeliveries'
import { useColumns } from './columns'
import { DeliveryDrawer } from './DeliveryDrawer'
import { DeliveryFilters } from './DeliveryFilters'

const names = ['state', 'channel', 'recipient_id', 'from', 'until'] as const

/** What left, to whom, why, and what the other side said. */
export function DeliveriesPage() {
  const { t } = useTranslation('notify')
  const { filters, set, clear } = useListState([...names, 'delivery'])
  const { delivery: openId, ...narrowing } = filters
  // The server refuses words it does not know.
  const deliveries = useDeliveries(narrowing as DeliveriesQuery)
  const columns = useColumns()
  const address = (id: string) => `?${new URLSearchParams({ ...narrowing, delivery: id }).toString()}`
  const isFiltered = Object.keys(narrowing).length > 0
  return (
    <>
      <DeliveryFilters values={narrowing} onChange={set} onClear={clear} />
      <DataTable
        columns={columns}
        list={deliveries}
        rowKey={(delivery) => delivery.id}
        rowPath={(delivery) => address(delivery.id)}
        staysInPlace
        openKey={openId}
        label={t('deliveries.title')}
        empty={
          isFiltered ? (
            <EmptyState title={t('deliveries.none_found')} text={t('deliveries.none_found_text')} action={<Button onClick={clear}>{t('filter.clear')}</Button>} />
          ) : (
            <EmptyState icon={<MailOutlined />} title={t('deliveries.none')} text={t('deliveries.none_text')} />
          )
        }
      />
      <DeliveryDrawer delivery={deliveries.items.find(({ id }) => id === openId)} onClose={() => set({ delivery: undefined })} />
    </>
  )
}
