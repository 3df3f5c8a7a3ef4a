import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { OnErrorChoice, type ChoicesProps } from '@/components/importing/OnErrorChoice'
import type { PeopleChoice, PeopleReport } from './report'

/** Departments and positions of the sheet that are not there yet may be made with it. */
export function PeopleChoices(props: ChoicesProps<PeopleReport, PeopleChoice>) {
  const { report, choice, change } = props
  const { t } = useTranslation('org')
  return (
    <>
      {report.new_departments.length > 0 && (
        <Checkbox checked={choice.makeDepartments} onChange={(event) => change({ makeDepartments: event.target.checked })}>
          {t('import.make_departments', { names: report.new_departments.join(t('separator')) })}
        </Checkbox>
      )}
      {report.new_positions.length > 0 && (
        <Checkbox checked={choice.makePositions} onChange={(event) => change({ makePositions: event.target.checked })}>
          {t('import.make_positions', { names: report.new_positions.join(t('separator')) })}
        </Checkbox>
      )}
      <OnErrorChoice {...props} />
    </>
  )
}
