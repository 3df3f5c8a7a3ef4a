import { EllipsisOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { OnceOpened } from '@/components/OnceOpened'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { urlOf } from '@/lib/api'
import { download } from '@/lib/download'
import { asProblem } from '@/lib/problem'
import { useChangeSheet, useDeleteSheet } from '../requests/useReshapeSheet'
import type { Sheet } from '../requests/useTargetSheet'

const AddRows = lazy(async () => ({ default: (await import('./AddRows')).AddRows }))
const GivenDrawer = lazy(async () => ({ default: (await import('./GivenDrawer')).GivenDrawer }))
const HistoryDrawer = lazy(async () => ({ default: (await import('./HistoryDrawer')).HistoryDrawer }))
const RenameSheet = lazy(async () => ({ default: (await import('./RenameSheet')).RenameSheet }))

type Opened = 'rows' | 'given' | 'history' | 'rename' | 'close' | 'remove'

interface Props {
  sheet: Sheet
  /** Once what was typed has been answered: every step is based on the version that left. */
  afterEdits: (step: () => unknown) => void
}

/** What is done with a sheet as a whole. */
export function SheetMenu({ sheet, afterEdits }: Props) {
  const { t } = useTranslation('goal')
  const problemText = useProblemText()
  const navigate = useNavigate()
  const change = useChangeSheet(sheet.id)
  const remove = useDeleteSheet(sheet.id)
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const fail = (refused: unknown) => toast.error(problemText(asProblem(refused)))
  const print = () => void download(urlOf('/api/v1/target-sheets/{id}/print', { path: { id: sheet.id } }), `${sheet.title}.pdf`).catch(fail)
  const reopen = () => change.mutate({ closed: false }, { onError: fail, onSuccess: () => toast.success(t('closing.reopened')) })
  const mayChange = sheet.may_plan && !sheet.closed_at
  const open = (key: Opened, isDangerous = false) => ({ key, label: t(`menu.${key}`), danger: isDangerous, onClick: () => afterEdits(() => setOpened(key)) })
  const items = [
    ...(mayChange ? [open('rows'), open('given'), open('rename')] : []),
    open('history'),
    { key: 'print', label: t('menu.print'), onClick: print },
    ...(mayChange ? [open('close'), open('remove', true)] : []),
    ...(sheet.may_plan && sheet.closed_at ? [{ key: 'reopen', label: t('menu.reopen'), onClick: reopen }] : []),
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button icon={<EllipsisOutlined />}>{t('menu.title')}</Button>
      </Dropdown>
      <OnceOpened isOpen={opened === 'rows'}>
        <AddRows sheet={sheet} isOpen={opened === 'rows'} onClose={close} />
      </OnceOpened>
      <OnceOpened isOpen={opened === 'given'}>
        <GivenDrawer sheet={sheet} isOpen={opened === 'given'} onClose={close} />
      </OnceOpened>
      <OnceOpened isOpen={opened === 'history'}>
        <HistoryDrawer sheet={sheet} isOpen={opened === 'history'} onClose={close} />
      </OnceOpened>
      <OnceOpened isOpen={opened === 'rename'}>
        <RenameSheet sheet={sheet} isOpen={opened === 'rename'} onClose={close} />
      </OnceOpened>
      <ConfirmDialog isOpen={opened === 'close'} onClose={close} title={t('closing.title')} act={t('closing.act')} onConfirm={() => change.mutateAsync({ closed: true })}>
        {t('closing.note')}
      </ConfirmDialog>
      <ConfirmDialog isOpen={opened === 'remove'} onClose={close} title={t('removal.title', { title: sheet.title })} act={t('removal.act')} isDangerous onConfirm={() => remove.mutateAsync().then(() => void navigate('/goals/targets'))}>
        {t('removal.note')}
      </ConfirmDialog>
    </>
  )
}
