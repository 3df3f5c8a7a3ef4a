import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Brief.module.css'

interface Props {
  id?: string
  value?: string[]
  onChange?: (points: string[]) => void
  autoFocus?: boolean
}

const MOST = 20

/** What is sent: no empty point. */
export function saidPoints(points: string[] | undefined): string[] {
  return (points ?? []).map((point) => point.trim()).filter(Boolean)
}

/** The standard, a point a line. Enter goes to the next one, Backspace in an empty one takes it away. */
export function PointsField({ id, value, onChange, autoFocus = false }: Props) {
  const { t } = useTranslation('work')
  const fields = useRef<(InputRef | null)[]>([])
  const points = value && value.length > 0 ? value : ['']
  const focusSoon = (index: number) => setTimeout(() => fields.current[index]?.focus())
  const add = (index: number) => {
    if (points.length < MOST) onChange?.(points.toSpliced(index, 0, ''))
    focusSoon(Math.min(index, MOST - 1))
  }
  const remove = (index: number) => {
    onChange?.(points.toSpliced(index, 1))
    focusSoon(Math.max(0, index - 1))
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (points[index]?.trim()) add(index + 1)
    }
    if (event.key === 'Backspace' && points[index] === '' && points.length > 1) {
      event.preventDefault()
      remove(index)
    }
  }
  return (
    <div className={styles.pointsField}>
      <ol>
        {points.map((point, index) => (
          <li key={index}>
            <span aria-hidden>{index + 1}</span>
            <Input
              id={index === 0 ? id : undefined}
              ref={(field) => {
                fields.current[index] = field
              }}
              autoFocus={autoFocus && index === points.length - 1}
              value={point}
              maxLength={200}
              aria-label={t('brief.point', { number: index + 1 })}
              placeholder={index === 0 ? t('brief.hint.standard') : undefined}
              onChange={(event) => onChange?.(points.with(index, event.target.value))}
              onKeyDown={(event) => onKeyDown(event, index)}
            />
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('brief.remove_point', { number: index + 1 })} disabled={points.length === 1 && !point} onClick={() => remove(index)} />
          </li>
        ))}
      </ol>
      <Button size="small" type="dashed" icon={<PlusOutlined />} disabled={points.length >= MOST} onClick={() => add(points.length)}>
        {t('brief.add_point')}
      </Button>
    </div>
  )
}
