import type { Plugin } from 'vite'

const COMPONENT = /@ant-design[\\/]icons[\\/]es[\\/]components[\\/]AntdIcon(?:Light)?\.js/
const SPOKEN = /role: "img",\s*"aria-label": icon\.name/

/**
 * The library's icons, and those inside antd's own components, call themselves "edit" or "down" in English, and screen readers say so in
 * the middle of Chinese. Here, in the component all of them go through (and its twin for one colour), an icon becomes what it is:
 * decoration. One that does say something gets an aria-label where it is used; a button that is only an icon has its own.
 */
export function silentIcons(): Plugin {
  let isFound = false
  return {
    name: 'zhixing-silent-icons',
    transform(code, id) {
      if (!COMPONENT.test(id)) return undefined
      isFound = true
      if (!SPOKEN.test(code)) throw new Error('the icons changed: vite/silentIcons.ts no longer fits them')
      return { code: code.replace(SPOKEN, `...(restProps["aria-label"] ? { role: "img" } : { "aria-hidden": true })`), map: null }
    },
    // A new version of the library that looks different must not start talking unnoticed.
    generateBundle() {
      if (!isFound) throw new Error('no icons were found: vite/silentIcons.ts looks in the wrong place')
    },
  }
}
