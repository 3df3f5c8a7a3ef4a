import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Public.module.css'

interface Props {
  value: number
  /** Without it they only show. */
  onChange?: (value: number) => void
  label?: string
}

const five = [1, 2, 3, 4, 5]

/** One to five stars; chosen with a finger or the arrow keys. */
export function Stars({ value, onChange, label }: Props) {
  const { t } = useTranslation('public')
  const name = useId()
  if (!onChange)
    return (
      <span className={styles.shown} role="img" aria-label={t('rate.stars', { count: value })}>
        {five.map((each) => (
          <Star key={each} isOn={each <= value} />
        ))}
      </span>
    )
  return (
    <fieldset className={styles.stars}>
      <legend className="zx-visually-hidden">{label}</legend>
      {five.map((each) => (
        <label key={each}>
          <input type="radio" name={name} value={each} checked={each === value} onChange={() => onChange(each)} aria-label={t('rate.stars', { count: each })} />
          <Star isOn={each <= value} />
        </label>
      ))}
      <span className={styles.word}>{value > 0 ? t(`rate.word.${value}`) : ' '}</span>
    </fieldset>
  )
}

function Star({ isOn }: { isOn: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden data-on={isOn || undefined}>
      <path d="M12 2.6l2.9 6 6.6.9-4.8 4.6 1.2 6.5L12 17.5l-5.9 3.1 1.2-6.5L2.5 9.5l6.6-.9z" />
    </svg>
  )
}
