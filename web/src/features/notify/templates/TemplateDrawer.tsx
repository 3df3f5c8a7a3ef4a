import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '@/lib/useMedia'
import type { Template } from '../requests/useTemplates'
import { TemplateEditor } from './TemplateEditor'

interface Props {
  template: Template | undefined
  onClose: () => void
}

export function TemplateDrawer({ template, onClose }: Props) {
  const { t } = useTranslation('notify')
  const isPhone = useIsPhone()
  const title = template && t('templates.of', { event: t(`event.${template.event}`), channel: t(`channel.${template.channel}`) })
  return (
    <Drawer title={title} open={template !== undefined} onClose={onClose} placement={isPhone ? 'bottom' : 'right'} size={isPhone ? '100dvh' : 736} destroyOnHidden>
      {template && <TemplateEditor key={`${template.event} ${template.channel} ${template.language} ${template.version}`} template={template} onDone={onClose} />}
    </Drawer>
  )
}
