import { useId, type ComponentType } from 'react'
import styles from './ChipChoice.module.css'

interface Props<Value extends string> {
  label: string
  value?: Value
  onChange?: (value: Value) => void
  options: { value: Value; text: string; icon?: ComponentType }[]
}

/** One of a few words, all in sight. Native radio buttons: arrows move, the form's tab order has one stop. */
export function ChipChoice<Value extends string>({ label, value, onChange, options }: Props<Value>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={styles.chips}>
      {options.map(({ value: each, text, icon: Icon }) => (
        <label key={each} className={styles.chip}>
          <input type="radio" name={name} value={each} checked={value === each} onChange={() => onChange?.(each)} />
          <span>
            {Icon && <Icon />}
            {text}
          </span>
        </label>
      ))}
    </div>
  )
}
