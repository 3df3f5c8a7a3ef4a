import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { toast } from '@/components/toast'
import styles from './SecondFactor.module.css'

interface Props {
  codes: string[]
  onDone: () => void
}

function save(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The server keeps only hashes: now is the time to put them away. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const { t } = useTranslation('account')
  const text = codes.join('\n')
  const copy = () => void navigator.clipboard.writeText(text).then(() => toast.success(t('second_factor.copied')))
  return (
    <div>
      <Alert type="warning" title={t('second_factor.recovery_title')} description={t('second_factor.recovery_text')} />
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button type="primary" onClick={onDone}>
          {t('second_factor.put_away')}
        </Button>
        <Button onClick={copy}>{t('second_factor.copy')}</Button>
        <Button onClick={() => save(`${t('second_factor.file')}.txt`, `${t('second_factor.file')}\n\n${text}\n`)}>{t('second_factor.download')}</Button>
      </div>
    </div>
  )
}
