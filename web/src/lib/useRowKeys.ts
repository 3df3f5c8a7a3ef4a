import { useCallback, type KeyboardEvent } from 'react'

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

function isTyping(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=combobox], [role=menu], form') !== null
}

/**
 * Moving through rows by keyboard: J and K or the arrows go from one `[data-row]` to the next, other keys act on the row
 * that has the focus. Single letters work only inside the list, as accessibility asks.
 */
export function useRowKeys(actions: Record<string, (key: string) => void> = {}) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
      const at = rows.findIndex((row) => row === event.target || row.contains(event.target as Node))
      const step = STEPS[event.key]
      if (step !== undefined) {
        const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)]
        if (!next) return
        event.preventDefault()
        const focusable = next.matches('a, button, [tabindex]') ? next : next.querySelector<HTMLElement>('a, button')
        focusable?.focus()
        return
      }
      const act = actions[event.key.toLowerCase()]
      const key = rows[at]?.dataset.row
      if (!act || !key) return
      event.preventDefault()
      act(key)
    },
    [actions],
  )
}
