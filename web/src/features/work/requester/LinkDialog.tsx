import { Button, Modal, QRCode, Typography } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Requester.module.css'

interface Props {
  path: string | undefined
  number: string
  onClose: () => void
}

/** The server keeps only a hash of the link: this is the time to copy it, to show it to a phone, or to print it. */
export function LinkDialog({ path = '', number, onClose }: Props) {
  const { t } = useTranslation('requester')
  const picture = useRef<HTMLDivElement>(null)
  const address = location.origin + path
  const keep = () => {
    const canvas = picture.current?.querySelector('canvas')
    if (!canvas) return
    Object.assign(document.createElement('a'), { href: canvas.toDataURL('image/png'), download: `${number}.png` }).click()
  }
  return (
    <Modal open={path !== ''} onCancel={onClose} title={t('link_title')} footer={null} width={440} destroyOnHidden>
      <div className={styles.link}>
        <div ref={picture}>
          <QRCode value={address} type="canvas" size={220} bgColor="#ffffff" color="#000000" errorLevel="M" aria-label={t('qr')} />
        </div>
        <Typography.Text code copyable style={{ overflowWrap: 'anywhere' }}>
          {address}
        </Typography.Text>
        <p>{t('link_note')}</p>
        <div className={styles.links}>
          <Button href={path} target="_blank" rel="noreferrer">
            {t('open')}
          </Button>
          <Button onClick={keep}>{t('save_qr')}</Button>
        </div>
      </div>
    </Modal>
  )
}
