import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const template = fileURLToPath(new URL('./sw.template.js', import.meta.url))

/** Emits /sw.js, knowing the hashed files that make up the shell, so that the app opens without network. */
export function serviceWorker(): Plugin {
  return {
    name: 'zhixing-service-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = Object.values(bundle)
      const shell = new Set<string>()
      const visit = (name: string) => {
        const chunk = bundle[name]
        if (shell.has(name) || chunk?.type !== 'chunk') return
        shell.add(name)
        chunk.imports.forEach(visit)
        chunk.viteMetadata?.importedCss.forEach((css) => shell.add(css))
      }
      for (const file of files) {
        if (file.type !== 'chunk') continue
        // The frame's texts are loaded by language, so no static import leads to them.
        const isText = file.facadeModuleId !== null && /\/i18n\/\w+\/(app|common)\.json$|\/locale\/(zh[_-]cn|en_us)\.js$/i.test(file.facadeModuleId)
        if (file.isEntry || isText) visit(file.fileName)
      }
      const version = createHash('sha256').update(files.map((file) => file.fileName).sort().join()).digest('hex').slice(0, 12)
      const paths = [...shell].map((name) => `/${name}`)
      const rest = files.map((file) => file.fileName).filter((name) => /\.(js|css)$/.test(name) && !shell.has(name)).map((name) => `/${name}`)
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: readFileSync(template, 'utf8').replace("'__VERSION__'", JSON.stringify(version)).replace('[/* __SHELL__ */]', JSON.stringify(paths)).replace('[/* __REST__ */]', JSON.stringify(rest)),
      })
    },
  }
}
