import { EditOutlined, SwapOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { OnceOpened } from '@/components/OnceOpened'
import { PageHeader } from '@/components/PageHeader'
import { PageSkeleton } from '@/components/PageSkeleton'
import { PersonName } from '@/components/Person'
import { StateTag } from '@/components/StateTag'
import styles from '../Customer.module.css'
import { type Customer, useCustomer } from '../requests/useCustomer'
import { TierTag } from '../TierTag'
import { toneOfState } from '../words'
import { Contacts } from './Contacts'
import { History } from './History'
import { Managers } from './Managers'

const CustomerForm = lazy(async () => ({ default: (await import('../CustomerForm')).CustomerForm }))
const HandOver = lazy(async () => ({ default: (await import('../HandOver')).HandOver }))

interface Props {
  id: string
  isBeside?: boolean
}

/** Left the facts and people, right what happened. */
export function CustomerFile({ id, isBeside = false }: Props) {
  const { t } = useTranslation('customer')
  const { data: customer, error, refetch } = useCustomer(id)
  const [isEditing, setEditing] = useState(false)
  const [isHandingOver, setHandingOver] = useState(false)
  if (error && !customer) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!customer) return <PageSkeleton />
  const tags = (
    <>
      <TierTag tier={customer.tier} withText />
      <StateTag tone={toneOfState[customer.state]} text={t(`state.${customer.state}`)} />
    </>
  )
  const actions = customer.may_manage && (
    <>
      <Button icon={<SwapOutlined />} onClick={() => setHandingOver(true)}>
        {t('handover.open')}
      </Button>
      <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
        {t('form.edit')}
      </Button>
    </>
  )
  return (
    <>
      <PageHeader title={customer.name} note={customer.number} tags={tags} actions={actions} isBeside={isBeside} />
      <div className={isBeside ? `${styles.columns} ${styles.beside}` : styles.columns}>
        <div className={styles.stack}>
          <Facts customer={customer} />
          <Contacts customer={customer} />
        </div>
        <div className={styles.stack}>
          <Managers managers={customer.managers} />
          <History id={id} />
        </div>
      </div>
      <OnceOpened isOpen={isEditing}>
        <CustomerForm key={customer.version} customer={customer} isOpen={isEditing} onClose={() => setEditing(false)} />
      </OnceOpened>
      <OnceOpened isOpen={isHandingOver}>
        <HandOver ids={[id]} isOpen={isHandingOver} onClose={() => setHandingOver(false)} />
      </OnceOpened>
    </>
  )
}

function Facts({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customer')
  return (
    <Card title={t('file.facts')}>
      <dl className={styles.facts}>
        <Fact label={t('field.account_manager')}>
          <PersonName name={customer.account_manager.name} />
        </Fact>
        <Fact label={t('field.department')}>{customer.department_name}</Fact>
        <Fact label={t('field.industry')}>{customer.industry}</Fact>
        <Fact label={t('field.region')}>{customer.region}</Fact>
        <Fact label={t('field.address')}>{customer.address}</Fact>
        {customer.parent_id && (
          <Fact label={t('field.parent')}>
            <Link to={`/customers/${customer.parent_id}`}>{customer.parent_name}</Link>
          </Fact>
        )}
        {customer.note && (
          <Fact label={t('field.note')} isWide>
            {customer.note}
          </Fact>
        )}
        {customer.members.length > 0 && (
          <Fact label={t('field.members')} isWide>
            <span className={styles.members}>
              {customer.members.map((member) => (
                <Link key={member.id} to={`/customers/${member.id}`} className={styles.name}>
                  <TierTag tier={member.tier} />
                  {member.name}
                </Link>
              ))}
            </span>
          </Fact>
        )}
      </dl>
    </Card>
  )
}

function Fact({ label, isWide = false, children }: { label: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? styles.whole : undefined}>
      <dt>{label}</dt>
      <dd>{children ?? '—'}</dd>
    </div>
  )
}
