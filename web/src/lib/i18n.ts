import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { preferences } from './preferences'

// One file per language and module, loaded when a page of the module opens.
const catalogues = import.meta.glob<{ default: Record<string, unknown> }>('../i18n/*/*.json')

const loader = {
  type: 'backend' as const,
  init() {},
  read(language: string, namespace: string, done: (error: unknown, data: Record<string, unknown> | null) => void) {
    const load = catalogues[`../i18n/${language}/${namespace}.json`]
    if (!load) return done(new Error(`no catalogue ${language}/${namespace}`), null)
    load().then((module) => done(null, module.default), (error: unknown) => done(error, null))
  },
}

export const i18n = i18next.createInstance()

export async function startI18n(): Promise<void> {
  await i18n
    .use(loader)
    .use(initReactI18next)
    .init({
      lng: preferences.get().language,
      supportedLngs: ['zh', 'en'],
      fallbackLng: false,
      ns: ['common', 'app'],
      defaultNS: 'common',
      fallbackNS: 'common',
      interpolation: { escapeValue: false },
    })
  preferences.subscribe(() => void i18n.changeLanguage(preferences.get().language))
}
