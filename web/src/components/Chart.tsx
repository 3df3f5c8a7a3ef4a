import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as register, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useEffectEvent, useRef } from 'react'

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

interface Props {
  option: EChartsCoreOption
  /** What it shows, for those who cannot see it; its table stands beside it. */
  label: string
  height?: number
  onChoose?: (index: number) => void
}

/** A picture of figures. It fetches a library of its own: import it lazily. */
export function Chart({ option, label, height = 300, onChoose }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const choose = useEffectEvent((index: number) => onChoose?.(index))
  useEffect(() => {
    if (!place.current) return
    const chart = init(place.current, undefined, { renderer: 'svg' })
    chart.setOption({ animation: !matchMedia('(prefers-reduced-motion: reduce)').matches, ...option })
    chart.on('click', ({ dataIndex }) => choose(dataIndex))
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(place.current)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [option])
  return <div ref={place} role="img" aria-label={label} style={{ height }} />
}
