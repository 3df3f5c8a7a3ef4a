import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin, Rolldown } from 'vite'

const template = fileURLToPath(new URL('./sw.template.js', import.meta.url))

/** What index.html asks for, with all that imports, and the frame's texts: those are loaded by language, so no static import leads to them. */
function shellOf(bundle: Rolldown.OutputBundle): Set<string> {
  const page = bundle['index.html']
  const named = page?.type === 'asset' ? String(page.source).match(/assets\/[\w.-]+\.(?:js|css)/g) : null
  if (!named) throw new Error('index.html names no scripts')
  const shell = new Set<string>()
  const visit = (name: string) => {
    const file = bundle[name]
    if (!file || shell.has(name)) return
    shell.add(name)
    if (file.type !== 'chunk') return
    file.imports.forEach(visit)
    file.viteMetadata?.importedCss.forEach(visit)
  }
  named.forEach(visit)
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk' && /\/i18n\/\w+\/(app|common)\.json$|\/locale\/(zh[_-]cn|en_us)\.js$/i.test(file.facadeModuleId ?? '')) visit(file.fileName)
  }
  return shell
}

/** Emits /sw.js, knowing the hashed files that make up the shell, so that the app opens without network. */
export function serviceWorker(): Plugin {
  return {
    name: 'zhixing-service-worker',
    apply: 'build',
    generateBundle: {
      // After Vite has made index.html and left out the entry it needs no more: one file too many, and nothing gets installed.
      order: 'post',
      handler(_, bundle) {
        const names = Object.keys(bundle).sort()
        const shell = shellOf(bundle)
        const rest = names.filter((name) => /\.(js|css)$/.test(name) && !shell.has(name))
        const version = createHash('sha256').update(names.join()).digest('hex').slice(0, 12)
        const list = (files: Iterable<string>) => JSON.stringify([...files].map((name) => `/${name}`))
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: readFileSync(template, 'utf8').replace("'__VERSION__'", JSON.stringify(version)).replace('[/* __SHELL__ */]', list(shell)).replace('[/* __REST__ */]', list(rest)),
        })
      },
    },
  }
}
