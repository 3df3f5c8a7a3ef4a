import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { RouterProvider } from 'react-router'
import { Toasts } from '@/components/Toasts'
import type { Language } from '@/lib/api-types'
import { usePreferences } from '@/lib/preferences'
import { makeQueryClient } from '@/lib/query'
import { useIsPhone, useMedia } from '@/lib/useMedia'
import { makeRouter } from './router'
import { cssVariables, themeOf } from './theme'
import { type AntLocale, loadLocale } from './locale'

const queryClient = makeQueryClient()
const router = makeRouter(queryClient)

function useAntLocale(language: Language): AntLocale | undefined {
  const [locale, setLocale] = useState<AntLocale>()
  useEffect(() => {
    let current = true
    void loadLocale(language).then((loaded) => current && setLocale(loaded))
    return () => {
      current = false
    }
  }, [language])
  return locale
}

function useIsDark(): boolean {
  const { theme } = usePreferences()
  const systemIsDark = useMedia('(prefers-color-scheme: dark)')
  return theme === 'system' ? systemIsDark : theme === 'dark'
}

export function App() {
  const { language } = usePreferences()
  const isDark = useIsDark()
  const isPhone = useIsPhone()
  const locale = useAntLocale(language)
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const theme = useMemo(() => themeOf(isDark, isPhone, isStill), [isDark, isPhone, isStill])

  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', isDark ? '#121418' : '#f6f6f4')
  }, [isDark, language])

  return (
    // Without any locale antd leaves a layer out, and everything below would be made anew when it arrives.
    <ConfigProvider theme={theme} locale={locale ?? { locale: language }} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        {/* The class under which antd puts its custom properties, so that our own styles see them too. */}
        <div className={cssVariables}>
          <RouterProvider router={router} />
          <Toasts />
        </div>
      </QueryClientProvider>
    </ConfigProvider>
  )
}
