import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageSkeleton } from '@/components/PageSkeleton'
import { subjectPath } from '@/lib/subjects'
import { useIsPhone } from '@/lib/useMedia'
import { useTimeText } from '@/lib/useTimeText'
import { type TouchCases as Cases, useTouchCases } from '../requests/useTouchReport'
import styles from './Touches.module.css'

/** The cases behind one figure. */
export function TouchCases({ query, onClose }: { query: Cases | undefined; onClose: () => void }) {
  const { t } = useTranslation('cadence')
  const time = useTimeText()
  const isPhone = useIsPhone()
  const { data: cases } = useTouchCases(query)
  const title = query ? t('touches.cases', { number: query.touch_number, end: t(`end.${query.end}`) }) : ''
  return (
    <Drawer title={title} open={query !== undefined} onClose={onClose} placement={isPhone ? 'bottom' : 'right'} size={isPhone ? '100dvh' : 480}>
      {!cases && query && <PageSkeleton />}
      <ul className={styles.cases}>
        {cases?.map((each) => (
          <li key={each.commitment_id ?? `${each.campaign} ${each.title}`}>
            {each.commitment_id && each.subject_type ? <Link to={subjectPath(each.subject_type, each.commitment_id)}>{each.title}</Link> : <span>{each.title}</span>}
            <small>
              {each.number ?? each.campaign} · {time.short(each.last_at)}
            </small>
          </li>
        ))}
      </ul>
      {cases?.length === 200 && <p className={styles.note}>{t('touches.only_newest')}</p>}
    </Drawer>
  )
}
