import { useCallback, useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react'

// Dragging by pointer: a mouse begins after a few pixels, a finger after holding still, so that it can scroll as well. Where it may be
// dropped says `data-drop` on an element. The keyboard's way is each page's menu.

const MOUSE_MOVES = 6
const FINGER_HOLDS_MS = 280
const FINGER_MAY_TREMBLE = 8
const EDGE = 48
const SCROLL_STEP = 14

interface Grip<T> {
  thing: T
  element: HTMLElement
  pointer: number
  isTouch: boolean
  x: number
  y: number
  ghost?: HTMLElement
  hold?: number
}

interface Dragging<T> {
  /** What is being dragged. */
  dragged: T | undefined
  /** The place it is over, as its `data-drop` calls it. */
  over: string | undefined
  /** For the element to be dragged. */
  grip: (thing: T) => { onPointerDown: (event: ReactPointerEvent<HTMLElement>) => void; onDragStart: (event: { preventDefault: () => void }) => void }
}

/** `onDrop` is called with what was dropped and the place's `data-drop`. Escape puts it back. */
export function useDragging<T>(onDrop: (thing: T, place: string) => void): Dragging<T> {
  const [dragged, setDragged] = useState<T>()
  const [over, setOver] = useState<string>()
  const held = useRef<Grip<T>>(undefined)
  const drop = useRef(onDrop)
  useEffect(() => {
    drop.current = onDrop
  })

  const letGo = useCallback(() => {
    const grip = held.current
    held.current = undefined
    if (!grip) return
    window.clearTimeout(grip.hold)
    grip.ghost?.remove()
    setDragged(undefined)
    setOver(undefined)
  }, [])

  const begin = useCallback((grip: Grip<T>) => {
    grip.ghost = ghostOf(grip.element)
    window.getSelection()?.removeAllRanges()
    setDragged(grip.thing)
  }, [])

  useEffect(() => {
    const onMove = (event: PointerEvent) => {
      const grip = held.current
      if (!grip || event.pointerId !== grip.pointer) return
      const far = Math.hypot(event.clientX - grip.x, event.clientY - grip.y)
      if (!grip.ghost) {
        if (grip.isTouch && far > FINGER_MAY_TREMBLE) letGo()
        if (!grip.isTouch && far > MOUSE_MOVES) begin(grip)
        if (!grip.ghost) return
      }
      moveGhost(grip.ghost, event.clientX - grip.x, event.clientY - grip.y)
      scrollNear(event.clientX, event.clientY)
      setOver(placeAt(event.clientX, event.clientY))
    }
    const onUp = (event: PointerEvent) => {
      const grip = held.current
      if (!grip || event.pointerId !== grip.pointer) return
      const place = grip.ghost && placeAt(event.clientX, event.clientY)
      if (grip.ghost) swallowClick()
      letGo()
      if (place !== undefined) drop.current(grip.thing, place)
    }
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && held.current?.ghost && letGo()
    // A finger that drags does not scroll, and holding it asks for no menu.
    const onTouch = (event: TouchEvent) => held.current?.ghost && event.preventDefault()
    const onMenu = (event: Event) => held.current?.isTouch && event.preventDefault()
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', letGo)
    window.addEventListener('keydown', onKey)
    window.addEventListener('contextmenu', onMenu)
    window.addEventListener('touchmove', onTouch, { passive: false })
    return () => {
      letGo()
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', letGo)
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('contextmenu', onMenu)
      window.removeEventListener('touchmove', onTouch)
    }
  }, [begin, letGo])

  const grip = useCallback(
    (thing: T) => ({
      onPointerDown: (event: ReactPointerEvent<HTMLElement>) => {
        if (event.button !== 0 || held.current || (event.target as HTMLElement).closest('button')) return
        const isTouch = event.pointerType === 'touch'
        const next: Grip<T> = { thing, element: event.currentTarget, pointer: event.pointerId, isTouch, x: event.clientX, y: event.clientY }
        if (isTouch) next.hold = window.setTimeout(() => held.current === next && begin(next), FINGER_HOLDS_MS)
        held.current = next
      },
      // Links and pictures would begin a drag of the browser's own.
      onDragStart: (event: { preventDefault: () => void }) => event.preventDefault(),
    }),
    [begin],
  )
  return { dragged, over, grip }
}

/** A copy that follows the pointer. */
function ghostOf(element: HTMLElement): HTMLElement {
  const from = element.getBoundingClientRect()
  const ghost = element.cloneNode(true) as HTMLElement
  ghost.setAttribute('aria-hidden', 'true')
  ghost.inert = true
  // It stays among its own, whose styles it needs, but takes no room there.
  Object.assign(ghost.style, { position: 'fixed', zIndex: '1000', left: `${from.left}px`, top: `${from.top}px`, width: `${from.width}px`, margin: '0', pointerEvents: 'none', opacity: '0.92', boxShadow: '0 8px 24px rgb(0 0 0 / 18%)', rotate: '1.5deg' })
  element.parentElement?.append(ghost)
  return ghost
}

function moveGhost(ghost: HTMLElement, dx: number, dy: number): void {
  ghost.style.translate = `${dx}px ${dy}px`
}

function placeAt(x: number, y: number): string | undefined {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]')?.dataset['drop']
}

/** Near an edge what scrolls sideways, and the page, come along. */
function scrollNear(x: number, y: number): void {
  const place = document.elementFromPoint(x, y)
  for (let each = place?.parentElement; each; each = each.parentElement) {
    if (each.scrollWidth <= each.clientWidth || !/auto|scroll/.test(getComputedStyle(each).overflowX)) continue
    const box = each.getBoundingClientRect()
    if (x < box.left + EDGE) each.scrollLeft -= SCROLL_STEP
    if (x > box.right - EDGE) each.scrollLeft += SCROLL_STEP
    break
  }
  if (y < EDGE) window.scrollBy(0, -SCROLL_STEP)
  if (y > window.innerHeight - EDGE) window.scrollBy(0, SCROLL_STEP)
}

/** The click that ends a drag opens nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 50)
}
