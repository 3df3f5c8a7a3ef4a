import { DeleteOutlined, EditOutlined, HomeFilled, HomeOutlined, StarOutlined } from '@ant-design/icons'
import { Button, Input, Popover, Tooltip } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { uuidv7 } from '@/lib/uuid'
import { useChangeView, useForgetView, useSavedViews, useSaveView } from '../requests/useSavedViews'
import styles from './List.module.css'

const PAGE = 'work_items'

/** The page opens with its default view; once it is open, nothing is put in anybody's way. */
function useDefaultView(views: Schema<'SavedView'>[] | undefined) {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const isDecided = useRef(false)
  useEffect(() => {
    if (isDecided.current || !views) return
    isDecided.current = true
    const query = views.find((view) => view.is_default)?.query
    if (query && search === '') void navigate(`${pathname}?${query}`, { replace: true })
  }, [views, search, pathname, navigate])
}

/** The filters of the moment under a name, kept on the server. What is open beside the list is no part of it. */
export function SavedViews() {
  const { t } = useTranslation('work')
  const { search } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const { data: views } = useSavedViews(PAGE)
  useDefaultView(views)
  const shown = new URLSearchParams(search)
  for (const name of ['item', 'new']) shown.delete(name)
  const content = (
    <div className={styles.views}>
      {views?.length === 0 && <p>{t('views.none')}</p>}
      <ul>{views?.map((view) => <View key={view.id} view={view} isShown={view.query === shown.toString()} onChosen={() => setOpen(false)} />)}</ul>
      <SaveView query={shown.toString()} />
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen} content={content} title={t('views.title')}>
      <Button icon={<StarOutlined />}>{views?.find((view) => view.query && view.query === shown.toString())?.name ?? t('views.title')}</Button>
    </Popover>
  )
}

function View({ view, isShown, onChosen }: { view: Schema<'SavedView'>; isShown: boolean; onChosen: () => void }) {
  const { t } = useTranslation('work')
  const { pathname } = useLocation()
  const change = useChangeView(PAGE)
  const forget = useForgetView(PAGE)
  const problemText = useProblemText()
  const [name, setName] = useState<string>()
  const onError = (error: unknown) => toast.error(problemText(asProblem(error)))
  if (name !== undefined) {
    const rename = () => change.mutate({ id: view.id, change: { name: name.trim() } }, { onSuccess: () => setName(undefined), onError })
    return (
      <li>
        <form
          className={styles.rename}
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) rename()
          }}
        >
          <Input value={name} autoFocus onChange={(event) => setName(event.target.value)} onKeyDown={(event) => event.key === 'Escape' && setName(undefined)} aria-label={t('views.name')} maxLength={50} />
          <Button htmlType="submit" disabled={!name.trim()} loading={change.isPending}>
            {t('views.rename_done')}
          </Button>
        </form>
      </li>
    )
  }
  const home = t(view.is_default ? 'views.no_default' : 'views.make_default', { name: view.name })
  const renaming = t('views.rename', { name: view.name })
  return (
    <li>
      <Link to={`${pathname}?${view.query}`} onClick={onChosen} aria-current={isShown || undefined}>
        {view.name}
      </Link>
      <Tooltip title={home}>
        <Button type="text" size="small" icon={view.is_default ? <HomeFilled /> : <HomeOutlined />} aria-pressed={view.is_default} aria-label={home} onClick={() => change.mutate({ id: view.id, change: { is_default: !view.is_default } }, { onError })} />
      </Tooltip>
      <Tooltip title={renaming}>
        <Button type="text" size="small" icon={<EditOutlined />} aria-label={renaming} onClick={() => setName(view.name)} />
      </Tooltip>
      <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('views.forget', { name: view.name })} onClick={() => forget.mutate(view.id)} />
    </li>
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
      <Input value={name} onChange={(event) => setName(event.target.value)} placeholder={t('views.name')} aria-label={t('views.name')} maxLength={50} />
      <Button htmlType="submit" type="primary" disabled={!name.trim()} loading={save.isPending}>
        {t('views.save')}
      </Button>
    </form>
  )
}
