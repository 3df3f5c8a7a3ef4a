import { DownloadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { Card } from '@/components/Card'
import { DateField } from '@/components/DateField'
import { PageHeader } from '@/components/PageHeader'
import { useTask } from '@/components/requests/useTask'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { useClearing } from '@/components/useClearing'
import { urlOf } from '@/lib/api'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'
import { useTimeText } from '@/lib/useTimeText'
import { goalCardsKey } from '../requests/keys'
import { useStartCardImport } from '../requests/useStartImport'
import { PERIODS, STYLES } from '../words'
import { ChooseSheet } from './ChooseSheet'
import { cardResultOf, linesOf } from './report'
import { RowTable } from './RowTable'
import { TrialReport } from './TrialReport'
import { UnderWay } from './UnderWay'
import { useImporting } from './useImporting'

/** Cards of many people from one sheet. The address holds the period and the task, so that the page can be left and returned to. */
export function CardImportPage() {
  const { t } = useTranslation('goal')
  const clearing = useClearing()
  const time = useTimeText()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const [search, setSearch] = useSearchParams()
  const period = PERIODS.find((each) => each === search.get('period')) ?? 'quarter'
  const day = search.get('day') ?? time.civil(time.now).date
  const style = STYLES.find((each) => each === search.get('style'))
  const choice = { period, day, style }
  const set = (change: Record<string, string | undefined>) => setSearch(Object.entries({ ...choice, ...change }).filter((each): each is [string, string] => each[1] !== undefined))
  const taskId = search.get('task') ?? undefined
  const { data: task } = useTask(taskId)
  const start = useStartCardImport()
  const importing = useImporting('goal-cards', (file, isTrial) => start.mutateAsync({ file, isTrial, ...choice }), (id) => set({ task: id }))
  const result = cardResultOf(task)
  const again = () => set({ task: undefined })
  const saveErrors = () =>
    void download(urlOf('/api/v1/goal-cards/imports/{task_id}/error-file', { path: { task_id: taskId ?? '' } }), 'errors.xlsx').catch((error: unknown) => toast.error(problemText(asProblem(error))))
  const errorFile = result?.error_file_id && (
    <Button icon={<DownloadOutlined />} onClick={saveErrors}>
      {t('import.error_file')}
    </Button>
  )
  const file = importing.kept?.task === taskId ? importing.kept?.file : undefined
  const report = result?.report
  return (
    <>
      <PageHeader title={t('import.cards_title')} note={t('import.cards_note')} />
      {!taskId && (
        <ChooseSheet
          text={t('import.cards_template')}
          templates={(['xlsx', 'csv'] as const).map((format) => ({ text: t(`import.template_${format}`), url: urlOf('/api/v1/goal-cards/import-template', { query: { format } }), name: `template.${format}` }))}
          choices={
            <Card title={t('import.step_period')}>
              <Form layout="vertical">
                <Form.Item label={t('card.period')}>
                  <Radio.Group value={period} onChange={(event) => set({ period: event.target.value as string })} options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))} />
                </Form.Item>
                <Form.Item label={t('card.day')} htmlFor="import-day" extra={t('card.day_note')}>
                  <DateField id="import-day" value={day} onChange={(on) => set({ day: on })} />
                </Form.Item>
                <Form.Item label={t('card.style')} htmlFor="import-style" extra={t('import.style_note')}>
                  <Select id="import-style" allowClear={clearing} value={style} onChange={(next) => set({ style: next })} options={STYLES.map((value) => ({ value, label: `${t(`style.${value}`)} · ${t(`style_note.${value}`)}` }))} />
                </Form.Item>
              </Form>
            </Card>
          }
          kept={importing.kept}
          onGoOn={(id) => set({ task: id })}
          onFile={(chosen) => importing.start(chosen, true)}
        />
      )}
      {taskId && report?.dry_run && (
        <>
          <TrialReport
            figures={[
              { count: report.rows, text: t('import.goals') },
              { count: report.people, text: t('import.people') },
              { count: report.cards, text: t('import.cards') },
              { count: report.error_count, text: t('import.errors'), isBad: report.error_count > 0 },
            ]}
            carryOut={t('import.make_cards', { count: report.cards })}
            isPossible={report.error_count === 0 && report.cards > 0}
            isSending={start.isPending}
            isGone={!file && !importing.isLoading}
            onCarryOut={() => file && void importing.start(file, false)}
            onAgain={again}
            extra={errorFile}
          />
          <RowTable key={taskId} lines={linesOf(report)} hasNames />
        </>
      )}
      {taskId && !report?.dry_run && (
        <UnderWay
          task={task}
          title={t('import.cards_title')}
          did={report && (report.error_count > 0 ? t('import.nothing_made', { count: report.error_count }) : t('import.made_cards', { cards: report.cards, goals: report.rows }))}
          onDone={() => {
            if (report?.error_count === 0) void importing.forget()
            void queryClient.invalidateQueries({ queryKey: goalCardsKey })
          }}
          acts={
            <>
              <Link to="/goals?whose=all">
                <Button type="primary">{t('import.to_cards')}</Button>
              </Link>
              {errorFile}
              <Button onClick={again}>{t('import.again')}</Button>
            </>
          }
        />
      )}
    </>
  )
}
