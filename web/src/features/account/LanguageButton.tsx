import { GlobalOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Language } from '@/lib/api-types'

interface Props {
  language: Language
  onChange: (language: Language) => void
}

/** Offers the other language in that language: who needs it can't read this one. */
export function LanguageButton({ language, onChange }: Props) {
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <Button type="text" icon={<GlobalOutlined />} onClick={() => onChange(other)}>
      <span lang={other === 'zh' ? 'zh-CN' : 'en'}>{other === 'zh' ? '中文' : 'English'}</span>
    </Button>
  )
}
