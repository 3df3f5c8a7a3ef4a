import { type PointerEvent, useState } from 'react'
import { type Place, pulled, type Range } from './places'

function placeAt(x: number, y: number): Place | undefined {
  const spot = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]')?.dataset.place?.split('/').map(Number)
  return spot && { row: spot[0]!, column: spot[1]! }
}

/** The corner of the selection, pulled by mouse or finger over what it is to fill. */
export function useFillHandle(selected: Range, onFill: (range: Range) => void) {
  const [reach, setReach] = useState<Range>()
  const follow = (event: PointerEvent) => {
    const place = placeAt(event.clientX, event.clientY)
    const next = place && pulled(selected, place)
    if (next) setReach(next)
    return next
  }
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault()
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      setReach(selected)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => reach && follow(event),
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (!reach) return
      const range = follow(event) ?? reach
      setReach(undefined)
      onFill(range)
    },
    onPointerCancel: () => setReach(undefined),
    // What a press on the cell below would do.
    onMouseDown: (event: React.MouseEvent) => {
      event.preventDefault()
      event.stopPropagation()
    },
    onDoubleClick: (event: React.MouseEvent) => event.stopPropagation(),
  }
  return { reach, handlers }
}
