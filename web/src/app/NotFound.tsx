import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '@/components/EmptyState'

export function NotFound() {
  const { t } = useTranslation('app')
  return (
    <EmptyState
      isPage
      title={t('not_found.title')}
      text={t('not_found.text')}
      action={
        <Link to="/">
          <Button type="primary">{t('not_found.home')}</Button>
        </Link>
      }
    />
  )
}
