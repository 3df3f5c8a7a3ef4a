import { describe, expect, it } from 'vitest'

type Tree = { [key: string]: string | Tree }

const catalogues = import.meta.glob<{ default: Tree }>('./*/*.json', { eager: true })
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../gen/**', '!../**/*.test.*'], { query: '?raw', import: 'default', eager: true })

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[path + key, value]] : leaves(value, `${path}${key}.`)))
}
function catalogue(language: string, module: string): Map<string, string> {
  return new Map(leaves(catalogues[`./${language}/${module}.json`]?.default ?? {}))
}
const modules = [...new Set(Object.keys(catalogues).map((path) => path.replace(/^.*\/(.*)\.json$/, '$1')))]
// A plural's forms differ by language; what counts is the key they share.
const singular = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join()

describe.each(modules)('%s', (module) => {
  const zh = catalogue('zh', module)
  const en = catalogue('en', module)

  it('has the same keys in both languages', () => {
    expect(new Set([...en.keys()].map(singular))).toEqual(new Set([...zh.keys()].map(singular)))
  })
  it('has no empty text', () => {
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
  })
  it('fills the same placeholders in both languages', () => {
    const differing = [...zh].filter(([key, text]) => en.has(key) && placeholders(en.get(key)!) !== placeholders(text))
    expect(differing.map(([key]) => key)).toEqual([])
  })
})

it('every literal key a component asks for exists', () => {
  const missing: string[] = []
  for (const [file, source] of Object.entries(sources)) {
    const asked = [...source.matchAll(/useTranslation\('(\w+)'\)/g)].map(([, module]) => module!)
    if (asked.length === 0) continue
    const known = new Set([...asked, 'common'].flatMap((module) => [...catalogue('zh', module).keys()]).flatMap((key) => [key, singular(key)]))
    for (const [, key] of source.matchAll(/\bt\('([^']+)'/g)) if (!known.has(key!)) missing.push(`${file}: ${key}`)
  }
  expect(missing).toEqual([])
})
