import { lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { readStored, writeStored } from '@/lib/deviceSettings'

const TourSteps = lazy(async () => ({ default: (await import('./TourSteps')).TourSteps }))

const SEEN = 'zx.tour'

/** Five steps for whoever opens the workbench on this device for the first time, or asks for them from their menu. */
export function FirstTour() {
  const [search, setSearch] = useSearchParams()
  const [isFirst, setFirst] = useState(() => readStored(SEEN) === null)
  const isAsked = search.has('tour')
  const end = () => {
    writeStored(SEEN, 'seen')
    setFirst(false)
    if (!isAsked) return
    setSearch(
      (old) => {
        const next = new URLSearchParams(old)
        next.delete('tour')
        return next
      },
      { replace: true },
    )
  }
  if (!isFirst && !isAsked) return null
  return (
    <Suspense>
      <TourSteps onEnd={end} />
    </Suspense>
  )
}
