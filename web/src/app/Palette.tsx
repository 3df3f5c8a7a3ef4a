import { SearchOutlined } from '@ant-design/icons'
import { Modal, Spin } from 'antd'
import { Suspense, useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Noun, QuickAdd } from '@/lib/feature'
import styles from './Palette.module.css'
import { usePaletteEntries } from './usePaletteEntries'

interface Props {
  isOpen: boolean
  onClose: () => void
  nouns: Noun[]
  quickAdds: QuickAdd[]
}

/** "Where does it stand?": find anything by number, phone, title or person, and go anywhere, without the mouse. */
export function Palette({ isOpen, onClose, nouns, quickAdds }: Props) {
  const { t } = useTranslation('app')
  return (
    <Modal
      // Not shown, but it names the dialog.
      title={t('search.open')}
      open={isOpen}
      onCancel={onClose}
      footer={null}
      closable={false}
      destroyOnHidden
      width={620}
      styles={{ header: { display: 'none' }, container: { padding: 0, overflow: 'hidden' }, body: { padding: 0 } }}
      style={{ top: '12vh' }}
    >
      <PaletteBody onClose={onClose} nouns={nouns} quickAdds={quickAdds} />
    </Modal>
  )
}

function PaletteBody({ onClose, nouns, quickAdds }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const { groups, isSearching } = usePaletteEntries(typed, nouns, quickAdds)
  const entries = groups.flatMap((group) => group.entries)
  const active = Math.min(chosen, entries.length - 1)

  const go = (path: string) => {
    onClose()
    void navigate(path)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setChosen((active + step + entries.length) % Math.max(entries.length, 1))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      // Enter that only confirms a pinyin candidate must not jump away.
      const entry = entries[active]
      if (entry) go(entry.path)
    }
  }

  return (
    <div className={styles.palette}>
      <div className={styles.field}>
        <SearchOutlined />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          aria-label={t('search.open')}
          placeholder={t('search.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
        {isSearching && <Spin size="small" />}
      </div>
      <div id={listId} role="listbox" aria-label={t('search.results')} className={styles.results}>
        {groups.map((group) => (
          <div key={group.key} role="group" aria-label={t(`search.group.${group.key}`)}>
            <div className={styles.heading} aria-hidden>
              {t(`search.group.${group.key}`)}
            </div>
            {group.entries.map((entry) => {
              const index = entries.indexOf(entry)
              const Icon = entry.icon
              return (
                <div
                  key={entry.id}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  className={styles.entry}
                  onMouseMove={() => setChosen(index)}
                  onClick={() => go(entry.path)}
                >
                  {Icon && <Icon />}
                  <span className={styles.title}>{entry.title}</span>
                  {entry.note && <span className={styles.note}>{entry.note}</span>}
                  {entry.detail && (
                    // Waits for its texts by itself: waiting together would hide the palette and take the focus away.
                    <span className={styles.detail}>
                      <Suspense>{entry.detail}</Suspense>
                    </span>
                  )}
                </div>
              )
            })}
          </div>
        ))}
        {entries.length === 0 && !isSearching && <p className={styles.nothing}>{t('search.nothing', { typed })}</p>}
      </div>
      <div className={styles.hints} aria-hidden>
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {t('search.hint.move')}
        </span>
        <span>
          <kbd>↵</kbd> {t('search.hint.go')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('search.hint.close')}
        </span>
      </div>
    </div>
  )
}
