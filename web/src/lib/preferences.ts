import { useSyncExternalStore } from 'react'
import type { Language, Theme } from './api-types'
import { readStored, writeStored } from './deviceSettings'

export interface Preferences {
  language: Language
  theme: Theme
}

function initial(): Preferences {
  const language = readStored('zx.language') ?? (/^en/i.test(navigator.language) ? 'en' : 'zh')
  const theme = readStored('zx.theme')
  return { language: language === 'en' ? 'en' : 'zh', theme: theme === 'light' || theme === 'dark' ? theme : 'system' }
}

let current = initial()
const listeners = new Set<() => void>()

/** Language and theme of this device; the signed-in person's profile overwrites them. */
export const preferences = {
  get: (): Preferences => current,
  set(change: Partial<Preferences>): void {
    const next = { ...current, ...change }
    if (next.language === current.language && next.theme === current.theme) return
    current = next
    writeStored('zx.language', next.language)
    writeStored('zx.theme', next.theme)
    listeners.forEach((listener) => listener())
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(preferences.subscribe, preferences.get)
}
