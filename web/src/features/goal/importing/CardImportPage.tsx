import { useQueryClient } from '@tanstack/react-query'
import { Form, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Card } from '@/components/Card'
import { DateField } from '@/components/DateField'
import { ChooseSheet } from '@/components/importing/ChooseSheet'
import { ErrorFileButton } from '@/components/importing/ErrorFileButton'
import { resultOf } from '@/components/importing/report'
import { RowTable } from '@/components/importing/RowTable'
import { TrialReport } from '@/components/importing/TrialReport'
import { UnderWay } from '@/components/importing/UnderWay'
import { useImporting } from '@/components/importing/useImporting'
import { PageHeader } from '@/components/PageHeader'
import { useTask } from '@/components/requests/useTask'
import { useClearing } from '@/components/useClearing'
import { urlOf } from '@/lib/api'
import { useTimeText } from '@/lib/useTimeText'
import { goalCardsKey } from '../requests/keys'
import { useStartCardImport } from '../requests/useStartImport'
import { PERIODS, STYLES } from '../words'
import type { CardReport } from './report'

/** Cards of many people from one sheet. The address holds the period and the task, so that the page can be left and returned to. */
export function CardImportPage() {
  const { t } = useTranslation('goal')
  const clearing = useClearing()
  const time = useTimeText()
  const queryClient = useQueryClient()
  const [search, setSearch] = useSearchParams()
  const period = PERIODS.find((each) => each === search.get('period')) ?? 'quarter'
  const day = search.get('day') ?? time.civil(time.now).date
  const style = STYLES.find((each) => each === search.get('style'))
  const choice = { period, day, style }
  const set = (change: Record<string, string | undefined>) => setSearch(Object.entries({ ...choice, ...change }).filter((each): each is [string, string] => each[1] !== undefined))
  const taskId = search.get('task') ?? undefined
  const { data: task } = useTask(taskId)
  const importing = useImporting('import-goal-cards', taskId, useStartCardImport(), (id) => set({ task: id }))
  const result = resultOf<CardReport>(task)
  const report = result?.report
  const again = () => set({ task: undefined })
  const errorFile = taskId && result?.error_file_id && <ErrorFileButton url={urlOf('/api/v1/goal-cards/imports/{task_id}/error-file', { path: { task_id: taskId } })} />
  return (
    <>
      <PageHeader title={t('import.cards_title')} note={t('import.cards_note')} />
      {!taskId && (
        <ChooseSheet
          text={t('import.cards_template')}
          templates={(['xlsx', 'csv'] as const).map((format) => ({ text: t(`importing.template_${format}`), url: urlOf('/api/v1/goal-cards/import-template', { query: { format } }), name: `template.${format}` }))}
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
          title={t('import.step_file')}
          unfinished={importing.unfinished}
          isSending={importing.isSending}
          onGoOn={(id) => set({ task: id })}
          onFile={(file) => importing.tryOut(file, choice)}
        />
      )}
      {taskId && report?.dry_run && (
        <>
          <TrialReport
            title={t('import.step_check')}
            figures={[
              { count: report.rows, text: t('import.goals') },
              { count: report.people, text: t('import.people') },
              { count: report.cards, text: t('import.cards') },
              { count: report.error_count, text: t('importing.errors'), isBad: report.error_count > 0 },
            ]}
            carryOut={t('import.make_cards', { count: report.cards })}
            isPossible={report.error_count === 0 && report.cards > 0}
            whyNot={t('import.all_or_nothing')}
            file={importing.file}
            isSending={importing.isSending}
            errorFile={errorFile}
            onCarryOut={() => void importing.carryOut(choice)}
            onAgain={again}
          />
          <RowTable
            key={taskId}
            report={report}
            tags={{ new_goal: { tone: 'done', text: t('import.new_goal') } }}
            columns={[
              { key: 'person', title: t('card.person'), width: 110, render: (_, line) => line.verdict?.person ?? '—' },
              { key: 'what', title: t('import.what'), width: 220, render: (_, line) => line.verdict?.what ?? '—' },
            ]}
          />
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
          leadsTo={{ path: '/goals?whose=all', text: t('import.to_cards') }}
          errorFile={errorFile}
          onAgain={again}
        />
      )}
    </>
  )
}
