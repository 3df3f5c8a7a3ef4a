import type { Schema } from '@/lib/api-types'

type Setting = Schema<'SettingView'>
export type Values = Record<string, string | undefined>

// The description says what an SMS account may have; which of it a provider asks for is told by the providers' manuals.
const onlyFor: Record<string, string[]> = {
  sign_name: ['aliyun', 'tencent'],
  template: ['aliyun', 'tencent'],
  parameters: ['aliyun', 'tencent'],
  key_id: ['aliyun', 'tencent'],
  key_secret: ['aliyun', 'tencent'],
  app_id: ['tencent'],
  region: ['tencent'],
  url: ['generic'],
  body: ['generic'],
  body_kind: ['generic'],
  success_at: ['generic'],
  success_is: ['generic'],
  authorization: ['generic'],
}

/** The settings that matter for what is chosen so far. */
export function asked(settings: Setting[], provider: string | undefined): Setting[] {
  return provider === undefined ? settings : settings.filter(({ name }) => onlyFor[name]?.includes(provider) ?? true)
}

export const isSwitch = ({ usual, words }: Setting) => words.length === 0 && (usual === 'true' || usual === 'false')

/** What a new account starts with. */
export function usualOf(settings: Setting[]): Values {
  return Object.fromEntries(settings.filter(({ usual, secret }) => usual !== '' && !secret).map(({ name, usual }) => [name, usual]))
}

/** On the wire there are no empty settings: leaving one out is leaving it empty. */
export function filled(values: Values | undefined, names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (values?.[name] ? [[name, values[name]]] : [])))
}
