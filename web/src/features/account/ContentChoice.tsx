import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ContentChoice.module.css'

type Content = 'empty' | 'demo'

interface Props {
  value?: Content
  onChange?: (content: Content) => void
}

export function ContentChoice({ value, onChange }: Props) {
  const { t } = useTranslation('account')
  const name = useId()
  return (
    <div className={styles.choice} role="radiogroup" aria-label={t('setup.content')}>
      {(['demo', 'empty'] as const).map((content) => (
        <label key={content} className={styles.option}>
          <input type="radio" name={name} checked={value === content} onChange={() => onChange?.(content)} />
          <span>
            <strong>{t(`setup.${content}.title`)}</strong>
            <small>{t(`setup.${content}.text`)}</small>
          </span>
        </label>
      ))}
    </div>
  )
}
