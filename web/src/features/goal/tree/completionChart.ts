import { counted } from '../progress'
import type { Branch } from './branches'

/** How far goals are and how far they should be by now, both in percent of their target. */
export function completionChart(branches: Branch[], line: number, cap: string | undefined) {
  const values = branches.map(({ goal }) => {
    const completion = counted(goal.completion, cap)
    return { value: completion === null ? null : Number(completion), isBehind: goal.against_line !== null && Number(goal.against_line) < line }
  })
  // Capped as the completion beside it, or who is ahead would look behind.
  const expected = branches.map(({ goal }) => {
    const line = counted(goal.expected ?? null, cap)
    return line === null ? null : Math.round(Number(line) * 10) / 10
  })
  return { values, expected }
}

interface Texts {
  completion: string
  expected: string
}
interface Colours {
  ahead: string
  behind: string
  expected: string
  text: string
  rule: string
}

const SHORT = 14

export function optionOf(branches: Branch[], line: number, cap: string | undefined, texts: Texts, colours: Colours, isNarrow = false) {
  const { values, expected } = completionChart(branches, line, cap)
  return {
    animation: false,
    grid: { left: 8, right: 32, top: 32, bottom: 8, containLabel: true },
    legend: { top: 0, textStyle: { color: colours.text } },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: number | null) => (value === null ? '—' : `${value} %`) },
    xAxis: { type: 'value', min: 0, axisLabel: { formatter: '{value} %', color: colours.text, hideOverlap: true }, splitLine: { lineStyle: { color: colours.rule } } },
    yAxis: {
      type: 'category',
      inverse: true,
      // Beside bars, not instead of them.
      axisLabel: { color: colours.text, ...(isNarrow ? { width: 116, overflow: 'break' } : {}) },
      axisTick: { show: false },
      data: branches.map(({ goal }) => `${goal.person.name} · ${goal.what.length > SHORT ? `${goal.what.slice(0, SHORT)}…` : goal.what}`),
    },
    series: [
      { name: texts.completion, type: 'bar', barMaxWidth: 18, color: colours.ahead, data: values.map(({ value, isBehind }) => ({ value, itemStyle: isBehind ? { color: colours.behind } : undefined })) },
      { name: texts.expected, type: 'bar', barMaxWidth: 6, barGap: '10%', color: colours.expected, data: expected },
    ],
  }
}
