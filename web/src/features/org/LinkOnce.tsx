import { Alert, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { useTimeText } from '@/lib/useTimeText'
import styles from './Org.module.css'
import type { SetupLink } from './requests/useAccounts'

interface Props {
  link: SetupLink
  name: string
  onClose: () => void
}

/** The server keeps only a hash, so this is the only time the link can be copied. */
export function LinkOnce({ link, name, onClose }: Props) {
  const { t } = useTranslation('org')
  const time = useTimeText()
  return (
    <Alert
      type="success"
      role="status"
      className={styles.once}
      title={t('link.title', { name })}
      description={
        <>
          <p>{t('link.text', { until: time.exact(link.expires_at) })}</p>
          <Typography.Text code copyable>
            {location.origin + link.path}
          </Typography.Text>
        </>
      }
      closable={{ onClose }}
    />
  )
}
