import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { uuidv7 } from '@/lib/uuid'
import { useForgetView, useSavedViews, useSaveView } from '../requests/useSavedViews'
import styles from './List.module.css'

const PAGE = 'work_items'

/** The filters of the moment under a name, kept on the server. What is open beside the list is no part of it. */
export function SavedViews() {
  const { t } = useTranslation('work')
  const { pathname, search } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const { data: views = [] } = useSavedViews(PAGE)
  const forget = useForgetView(PAGE)
  const shown = new URLSearchParams(search)
  for (const name of ['item', 'new']) shown.delete(name)
  const content = (
    <div className={styles.views}>
      {views.length === 0 && <p>{t('views.none')}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <Link to={`${pathname}?${view.query}`} onClick={() => setOpen(false)} aria-current={view.query === shown.toString() || undefined}>
              {view.name}
            </Link>
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('views.forget', { name: view.name })} onClick={() => forget.mutate(view.id)} />
          </li>
        ))}
      </ul>
      <SaveView query={shown.toString()} />
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen} content={content} title={t('views.title')}>
      <Button icon={<StarOutlined />}>{views.find((view) => view.query && view.query === shown.toString())?.name ?? t('views.title')}</Button>
    </Popover>
  )
}

function SaveView({ query }: { query: string }) {
  const { t } = useTranslation('work')
  const save = useSaveView(PAGE)
  const problemText = useProblemText()
  const [name, setName] = useState('')
  const submit = () =>
    save.mutate(
      { name: name.trim(), query, key: uuidv7() },
      {
        onSuccess: () => {
          setName('')
          toast.success(t('views.saved'))
        },
        onError: (error) => toast.error(problemText(asProblem(error))),
      },
    )
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) submit()
      }}
    >
      <Input value={name} onChange={(event) => setName(event.target.value)} placeholder={t('views.name')} aria-label={t('views.name')} maxLength={60} />
      <Button htmlType="submit" type="primary" disabled={!name.trim()} loading={save.isPending}>
        {t('views.save')}
      </Button>
    </form>
  )
}
