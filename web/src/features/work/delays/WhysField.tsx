import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_WHYS } from './causes'
import styles from './Delays.module.css'

interface Props {
  id?: string
  value?: string[]
  onChange?: (whys: string[]) => void
}

/** Why, and why that: each line asks about the one before. Enter asks on, Backspace in an empty line takes it away. */
export function WhysField({ id, value, onChange }: Props) {
  const { t } = useTranslation('delays')
  const fields = useRef<(InputRef | null)[]>([])
  const whys = value && value.length > 0 ? value : ['']
  const focusSoon = (index: number) => setTimeout(() => fields.current[index]?.focus())
  const mayAskOn = whys.length < MOST_WHYS && whys.at(-1)?.trim() !== ''
  const askOn = () => {
    onChange?.([...whys, ''])
    focusSoon(whys.length)
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (index < whys.length - 1) focusSoon(index + 1)
      else if (mayAskOn) askOn()
    }
    if (event.key === 'Backspace' && whys[index] === '' && whys.length > 1) {
      event.preventDefault()
      onChange?.(whys.toSpliced(index, 1))
      focusSoon(Math.max(0, index - 1))
    }
  }
  return (
    <div className={styles.whys}>
      <ol>
        {whys.map((why, index) => (
          <li key={index}>
            <span aria-hidden>{index === 0 ? t('why.first') : t('why.again')}</span>
            <Input
              id={index === 0 ? id : undefined}
              ref={(field) => {
                fields.current[index] = field
              }}
              value={why}
              maxLength={500}
              aria-label={t('why.label', { number: index + 1 })}
              placeholder={index === 0 ? t('why.hint') : t('why.hint_again', { before: whys[index - 1] })}
              onChange={(event) => onChange?.(whys.with(index, event.target.value))}
              onKeyDown={(event) => onKeyDown(event, index)}
            />
          </li>
        ))}
      </ol>
      {mayAskOn && (
        <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={askOn}>
          {t('why.ask_on')}
        </Button>
      )}
    </div>
  )
}
