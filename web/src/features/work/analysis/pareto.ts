import type { EChartsCoreOption } from 'echarts/core'

interface Bar {
  name: string
  count: number
  cumulative: number
}

interface Words {
  count: string
  cumulative: string
}

interface Colours {
  bar: string
  line: string
  text: string
  rule: string
}

/** Bars by frequency with the cumulative share above them: the few causes that make most of the trouble stand left. */
export function paretoOf(bars: Bar[], words: Words, colours: Colours): EChartsCoreOption {
  const quiet = { color: colours.text }
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, textStyle: quiet },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: bars.map(({ name }) => name), axisLabel: { ...quiet, interval: 0, width: 72, overflow: 'truncate' }, axisLine: { lineStyle: { color: colours.rule } } },
    yAxis: [
      { type: 'value', minInterval: 1, axisLabel: quiet, splitLine: { lineStyle: { color: colours.rule } } },
      { type: 'value', min: 0, max: 100, axisLabel: { ...quiet, formatter: '{value}%' }, splitLine: { show: false } },
    ],
    series: [
      { name: words.count, type: 'bar', barMaxWidth: 48, data: bars.map(({ count }) => count), itemStyle: { color: colours.bar, borderRadius: [4, 4, 0, 0] } },
      { name: words.cumulative, type: 'line', yAxisIndex: 1, data: bars.map(({ cumulative }) => cumulative), lineStyle: { color: colours.line }, itemStyle: { color: colours.line }, symbol: 'circle', symbolSize: 7 },
    ],
  }
}
