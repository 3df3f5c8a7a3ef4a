import { Alert, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CreatedToken } from '@/lib/api-types'

interface Props {
  created: CreatedToken
  onClose: () => void
}

/** The server keeps only a hash, so this is the only time the token can be copied. */
export function TokenOnce({ created, onClose }: Props) {
  const { t } = useTranslation('account')
  return (
    <Alert
      type="success"
      title={t('tokens.created', { name: created.name })}
      description={
        <>
          <p>{t('tokens.copy_now')}</p>
          <Typography.Text code copyable style={{ fontSize: 15, overflowWrap: 'anywhere' }}>
            {created.token}
          </Typography.Text>
        </>
      }
      closable={{ onClose }}
      style={{ marginBottom: 16 }}
    />
  )
}
