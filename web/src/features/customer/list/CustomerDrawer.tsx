import { ExpandAltOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CustomerFile } from '../file/CustomerFile'

interface Props {
  id: string | undefined
  onClose: () => void
}

/** A customer beside the list it was opened from. */
export function CustomerDrawer({ id, onClose }: Props) {
  const { t } = useTranslation('customer')
  const full = (
    <Link to={`/customers/${id}`}>
      <Button type="text" icon={<ExpandAltOutlined />}>
        {t('file.full_page')}
      </Button>
    </Link>
  )
  return (
    <Drawer title={t('file.drawer')} open={id !== undefined} onClose={onClose} size="min(720px, 92vw)" extra={full} destroyOnHidden styles={{ body: { padding: '4px 24px 24px' } }}>
      {id && <CustomerFile key={id} id={id} isBeside />}
    </Drawer>
  )
}
