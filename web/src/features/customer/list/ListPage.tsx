import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { ColumnChoice } from '@/components/ColumnChoice'
import { useColumnChoice } from '@/components/columns'
import { DataTable } from '@/components/DataTable'
import { EmptyState } from '@/components/EmptyState'
import { type Filter, FilterBar } from '@/components/FilterBar'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { useChangesOfMany } from '@/lib/live'
import { useMay } from '@/lib/session'
import { useListState } from '@/lib/useListState'
import { useIsPhone } from '@/lib/useMedia'
import { useRowKeys } from '@/lib/useRowKeys'
import { customersKey } from '../requests/keys'
import { useCustomers, useWordsInUse } from '../requests/useCustomers'
import { STATES, TIERS } from '../words'
import { useColumns } from './columns'
import { ExportMenu } from './ExportMenu'
import { ManagerChip } from './ManagerChip'
import { FILTERS, queryFrom } from './query'

const CustomerDrawer = lazy(async () => ({ default: (await import('./CustomerDrawer')).CustomerDrawer }))
const CustomerForm = lazy(async () => ({ default: (await import('../CustomerForm')).CustomerForm }))
const HandOver = lazy(async () => ({ default: (await import('../HandOver')).HandOver }))

/** What stays in the address beside the filters: the customer shown, the form being filled in. */
function useBeside() {
  const [search, setSearch] = useSearchParams()
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { preventScrollReset: true, replace: value === undefined },
    )
  const pathOf = (id: string) => {
    const next = new URLSearchParams(search)
    next.set('customer', id)
    return `/customers?${next.toString()}`
  }
  return { customer: search.get('customer') ?? undefined, isNew: search.has('new'), set, pathOf }
}

function useFilters(): Filter[] {
  const { t } = useTranslation('customer')
  const { data: words } = useWordsInUse()
  const plain = (values: string[] = []) => values.map((value) => ({ value, text: value }))
  return [
    { name: 'tiers', label: t('field.tier'), multiple: true, options: TIERS.map((value) => ({ value, text: t(`tier.${value}`) })) },
    { name: 'states', label: t('field.state'), multiple: true, options: STATES.map((value) => ({ value, text: t(`state.${value}`) })) },
    { name: 'region', label: t('field.region'), options: plain(words?.regions) },
    { name: 'industry', label: t('field.industry'), options: plain(words?.industries) },
  ]
}

export function ListPage() {
  const { t } = useTranslation('customer')
  const isPhone = useIsPhone()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { q, filters, set, clear } = useListState(FILTERS)
  const query = queryFrom(q, filters)
  const list = useCustomers(query)
  const columns = useColumns()
  const [chosen, setChosen] = useColumnChoice('customers')
  const [selected, setSelected] = useState<string[]>([])
  const [isHandingOver, setHandingOver] = useState(false)
  const mayManage = useMay('customer.manage')
  const beside = useBeside()
  const onKeyDown = useRowKeys()
  useChangesOfMany('customer', () => void queryClient.invalidateQueries({ queryKey: customersKey }))

  const added = useRef<string>(undefined)
  // The form closes once it has added the customer; two steps in the address at once would undo each other.
  const closeNew = () => (added.current ? void navigate(`/customers/${added.current}`, { replace: true }) : beside.set('new', undefined))

  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => beside.set('new', '1')}>
      {t('form.add')}
    </Button>
  )
  const actions = mayManage && (
    <>
      {!isPhone && (
        <Link to="/customers/import">
          <Button icon={<ImportOutlined />}>{t('import.title')}</Button>
        </Link>
      )}
      {add}
    </>
  )
  const tools = (
    <>
      {!isPhone && <ColumnChoice columns={columns} chosen={chosen} onChange={setChosen} />}
      <ExportMenu query={query} />
    </>
  )
  const isNarrowed = q !== '' || Object.keys(filters).length > 0
  const batch = mayManage && { keys: selected, onChange: setSelected, actions: <Button onClick={() => setHandingOver(true)}>{t('handover.open')}</Button> }
  return (
    <>
      <PageHeader title={t('list.title')} actions={actions} />
      <FilterBar
        q={q}
        values={filters}
        filters={useFilters()}
        placeholder={t('list.search')}
        onChange={set}
        onClear={clear}
        chips={<ManagerChip id={filters.account_manager_id} onChange={(id) => set({ account_manager_id: id })} />}
        extra={tools}
      />
      <div onKeyDown={onKeyDown}>
        <DataTable
          columns={columns}
          list={list}
          rowKey={(line) => line.id}
          rowPath={isPhone ? (line) => `/customers/${line.id}` : (line) => beside.pathOf(line.id)}
          staysInPlace={!isPhone}
          openKey={beside.customer}
          chosenColumns={chosen}
          selection={batch || undefined}
          label={t('list.title')}
          empty={
            isNarrowed ? (
              <EmptyState title={t('list.none_found')} text={t('list.none_found_text')} action={<Button onClick={clear}>{t('list.clear')}</Button>} />
            ) : (
              <EmptyState title={t('list.none')} text={t(mayManage ? 'list.none_text' : 'list.none_yours')} action={mayManage && add} />
            )
          }
        />
      </div>
      <OnceOpened isOpen={!isPhone && beside.customer !== undefined}>
        <CustomerDrawer id={isPhone ? undefined : beside.customer} onClose={() => beside.set('customer', undefined)} />
      </OnceOpened>
      <OnceOpened isOpen={beside.isNew}>
        <CustomerForm isOpen={beside.isNew} onClose={closeNew} onAdded={(customer) => (added.current = customer.id)} />
      </OnceOpened>
      <OnceOpened isOpen={isHandingOver}>
        <HandOver ids={selected} isOpen={isHandingOver} onClose={() => setHandingOver(false)} onDone={() => setSelected([])} />
      </OnceOpened>
    </>
  )
}
