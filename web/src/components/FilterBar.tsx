import { CloseCircleFilled, DownOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input } from 'antd'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './FilterBar.module.css'

export interface Filter {
  name: string
  label: string
  /** Comma-separated words on the wire; one of them unless `multiple`. */
  options: { value: string; text: string }[]
  multiple?: boolean
}

interface Props {
  /** What is searched for; a list that can't be searched has none. */
  q?: string
  values: Record<string, string>
  filters: Filter[]
  placeholder?: string
  onChange: (change: Record<string, string | undefined>) => void
  onClear: () => void
  /** Filters with fields of their own: `FilterChip`s. */
  chips?: ReactNode
  /** Right of the filters: saved views, column choice, export. */
  extra?: ReactNode
}

/** Search and filters as chips. Every change is in the address at once; clearing reloads. */
export function FilterBar({ q, values, filters, placeholder, onChange, onClear, chips, extra }: Props) {
  const { t } = useTranslation('common')
  const isFiltered = Boolean(q) || Object.keys(values).length > 0
  return (
    <div className={styles.bar} role="search">
      {q !== undefined && <SearchBox q={q} placeholder={placeholder ?? t('filter.search')} onSearch={(typed) => onChange({ q: typed || undefined })} />}
      {filters.map((filter) => (
        <Chip key={filter.name} filter={filter} value={values[filter.name] ?? ''} onChange={(value) => onChange({ [filter.name]: value || undefined })} />
      ))}
      {chips}
      {isFiltered && (
        <Button type="text" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      )}
      {extra && <div className={styles.extra}>{extra}</div>}
    </div>
  )
}

const PAUSE = 300

function SearchBox({ q, placeholder, onSearch }: { q: string; placeholder: string; onSearch: (typed: string) => void }) {
  const { t } = useTranslation('common')
  const [typed, setTyped] = useState(q)
  const [sent, setSent] = useState(q)
  const [seen, setSeen] = useState(q)
  if (q !== seen) {
    setSeen(q)
    // Changed from outside (cleared, went back): show it. What came from here must not undo later keystrokes.
    if (q !== sent) setTyped(q)
  }
  const search = useEffectEvent((wanted: string) => {
    setSent(wanted)
    if (wanted !== q) onSearch(wanted)
  })
  useEffect(() => {
    const timer = setTimeout(() => search(typed.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Input
      className={styles.search}
      prefix={<SearchOutlined />}
      placeholder={placeholder}
      aria-label={placeholder}
      // The button around this icon has no name of its own.
      allowClear={{ clearIcon: <CloseCircleFilled aria-label={t('filter.clear_text')} /> }}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

function Chip({ filter, value, onChange }: { filter: Filter; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('common')
  const chosen = value ? value.split(',') : []
  const texts = filter.options.filter((option) => chosen.includes(option.value)).map((option) => option.text)
  const toggle = (key: string) => {
    if (!filter.multiple) return onChange(chosen[0] === key ? '' : key)
    onChange((chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]).join(','))
  }
  return (
    <span className={texts.length > 0 ? `${styles.chip} ${styles.on}` : styles.chip}>
      <Dropdown
        trigger={['click']}
        menu={{ items: filter.options.map((option) => ({ key: option.value, label: option.text })), selectable: true, multiple: filter.multiple, selectedKeys: chosen, onClick: ({ key }) => toggle(key) }}
      >
        <button type="button">
          {filter.label}
          {texts.length > 0 && (
            <strong>
              {t('colon')}
              {texts.join(t('list_separator'))}
            </strong>
          )}
          {texts.length === 0 && <DownOutlined />}
        </button>
      </Dropdown>
      {texts.length > 0 && (
        <button type="button" aria-label={t('filter.remove', { label: filter.label })} onClick={() => onChange('')}>
          <CloseCircleFilled />
        </button>
      )}
    </span>
  )
}
