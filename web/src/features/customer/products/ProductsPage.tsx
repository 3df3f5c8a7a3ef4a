import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ErrorState } from '@/components/ErrorState'
import { OnceOpened } from '@/components/OnceOpened'
import { PageSkeleton } from '@/components/PageSkeleton'
import { StateTag } from '@/components/StateTag'
import { useMay } from '@/lib/session'
import styles from '../Customer.module.css'
import { type Product, useProducts } from '../requests/useProducts'

const ProductForm = lazy(async () => ({ default: (await import('./ProductForm')).ProductForm }))

/** What the organization offers. */
export function ProductsPage() {
  const { t } = useTranslation('customer')
  const { data: products, error, refetch } = useProducts()
  const mayChange = useMay('customer.products')
  const [editing, setEditing] = useState<Product | 'new'>()
  if (error && !products) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!products) return <PageSkeleton />
  const add = mayChange && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('product.add')}
    </Button>
  )
  return (
    <>
      <Card title={t('product.title')} extra={add} flush>
        <p className={styles.note}>{t('product.hint')}</p>
        {products.length === 0 && <p className={styles.none}>{t('product.none')}</p>}
        <ul className={styles.people}>
          {products.map((product) => (
            <li key={product.id}>
              <div>
                <h3>
                  {product.name}
                  <small>{product.code}</small>
                  {product.closed_at && <StateTag tone="neutral" text={t('product.closed')} />}
                </h3>
                <p>{product.unit || '—'}</p>
              </div>
              {mayChange && <Button type="text" icon={<EditOutlined />} aria-label={t('product.edit_named', { name: product.name })} onClick={() => setEditing(product)} />}
            </li>
          ))}
        </ul>
      </Card>
      <OnceOpened isOpen={editing !== undefined}>
        <ProductForm key={editing === 'new' ? 'new' : `${editing?.id}${editing?.version}`} product={editing === 'new' ? undefined : editing} isOpen={editing !== undefined} onClose={() => setEditing(undefined)} />
      </OnceOpened>
    </>
  )
}
