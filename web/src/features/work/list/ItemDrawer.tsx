import { ExpandAltOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ItemView } from '../item/ItemView'

interface Props {
  id: string | undefined
  onClose: () => void
}

/** An item beside the list it was opened from. */
export function ItemDrawer({ id, onClose }: Props) {
  const { t } = useTranslation('work')
  const full = (
    <Link to={`/work-items/${id}`}>
      <Button type="text" icon={<ExpandAltOutlined />}>
        {t('item.full_page')}
      </Button>
    </Link>
  )
  return (
    <Drawer title={t('item.drawer')} open={id !== undefined} onClose={onClose} size="min(860px, 92vw)" extra={full} destroyOnHidden styles={{ body: { padding: '4px 24px 24px' } }}>
      {id && <ItemView key={id} id={id} isBeside />}
    </Drawer>
  )
}
