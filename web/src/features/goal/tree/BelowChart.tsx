import { DownloadOutlined } from '@ant-design/icons'
import { Button, theme } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { keepCsv } from '@/lib/csv'
import { useIsPhone } from '@/lib/useMedia'
import { counted } from '../progress'
import { type Branch, flat } from './branches'
import { optionOf } from './completionChart'

const Chart = lazy(async () => ({ default: (await import('@/components/Chart')).Chart }))

/** More bars than anybody compares; the table below has all. */
const MOST_BARS = 20
const HEIGHT_OF_BAR = 38

interface Props {
  branches: Branch[]
  line: number
  cap: string | undefined
  onChoose: (branch: Branch) => void
}

/** The goals of one level beside each other: how far they are, how far they should be. Its table is the tree below it. */
export function BelowChart({ branches, line, cap, onChoose }: Props) {
  const { t } = useTranslation('goal')
  const { token } = theme.useToken()
  const isPhone = useIsPhone()
  const shown = useMemo(() => branches.slice(0, MOST_BARS), [branches])
  const option = useMemo(
    () =>
      optionOf(shown, line, cap, { completion: t('tree.completion'), expected: t('tree.expected') }, { ahead: token.colorSuccess, behind: token.colorWarning, expected: token.colorTextQuaternary, text: token.colorTextTertiary, rule: token.colorBorderSecondary }, isPhone),
    [shown, line, cap, t, token, isPhone],
  )
  const save = () =>
    keepCsv(
      [
        [t('tree.level'), t('import.what'), t('card.person'), t('filter.department'), t('card.period'), t('tree.target'), t('tree.actual'), t('tree.unit'), t('tree.completion'), t('tree.against_line')],
        ...flat(branches).map(({ goal, depth }) => [
          depth + 1,
          goal.what,
          goal.person.name,
          goal.department_name ?? '',
          `${goal.period_from} – ${goal.period_to}`,
          goal.target ?? '',
          goal.actual ?? '',
          goal.unit ?? '',
          counted(goal.completion, cap) ?? '',
          goal.against_line ?? '',
        ]),
      ],
      `${t('tree.heading')}.csv`,
    )
  return (
    <Card
      title={t('tree.chart')}
      extra={
        <Button icon={<DownloadOutlined />} onClick={save}>
          {t('tree.export')}
        </Button>
      }
    >
      <Suspense fallback={<div style={{ height: 64 + shown.length * HEIGHT_OF_BAR }} />}>
        <Chart option={option} label={t('tree.chart_label', { count: shown.length })} height={64 + shown.length * HEIGHT_OF_BAR} onChoose={(index) => shown[index] && onChoose(shown[index])} />
      </Suspense>
    </Card>
  )
}
