import type { ConfigProviderProps } from 'antd'
import dayjs from 'dayjs'
import type { Language } from '@/lib/api-types'

export type AntLocale = NonNullable<ConfigProviderProps['locale']>

/** The texts inside antd's own components, and the names of months and days in its pickers. */
export async function loadLocale(language: Language): Promise<AntLocale> {
  if (language === 'en') {
    dayjs.locale('en')
    return (await import('antd/es/locale/en_US')).default
  }
  const [antd] = await Promise.all([import('antd/es/locale/zh_CN'), import('dayjs/locale/zh-cn')])
  dayjs.locale('zh-cn')
  return antd.default
}
