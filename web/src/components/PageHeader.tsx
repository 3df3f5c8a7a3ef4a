import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './PageHeader.module.css'

interface Props {
  title: string
  /** One line under the title: a count, a date, what the page answers. */
  note?: ReactNode
  /** State tags beside the title. */
  tags?: ReactNode
  actions?: ReactNode
  /** In a drawer: the page below keeps its h1 and the tab's name. */
  isBeside?: boolean
}

/** The page's one h1; also names the browser tab. */
export function PageHeader({ title, note, tags, actions, isBeside = false }: Props) {
  const { t } = useTranslation('app')
  useEffect(() => {
    if (!isBeside) document.title = `${title} · ${t('product')}`
  }, [title, t, isBeside])
  const Heading = isBeside ? 'h2' : 'h1'
  const Frame = isBeside ? 'div' : 'header'
  return (
    <Frame className={tags ? styles.header : `${styles.header} ${styles.plain}`}>
      <div className={styles.words}>
        <div className={styles.line}>
          <Heading>{title}</Heading>
          {tags}
        </div>
        {note && <p className={styles.note}>{note}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </Frame>
  )
}
