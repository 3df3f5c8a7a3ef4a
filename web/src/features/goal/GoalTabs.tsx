import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

const PAGES = { cards: '/goals', tree: '/goals/tree', exceptions: '/goals/exceptions', waiting: '/goals/waiting', targets: '/goals/targets' }
export type GoalPage = keyof typeof PAGES

/** From one page about goals to the others. */
export function GoalTabs({ shown }: { shown: GoalPage }) {
  const { t } = useTranslation('goal')
  const navigate = useNavigate()
  return <Tabs activeKey={shown} onChange={(key) => void navigate(PAGES[key as GoalPage])} items={(Object.keys(PAGES) as GoalPage[]).map((key) => ({ key, label: t(`tab.${key}`) }))} />
}
