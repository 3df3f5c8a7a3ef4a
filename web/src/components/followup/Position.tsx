import { CloseOutlined, EnvironmentOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../toast'

interface Props {
  value?: string
  onChange?: (value: string | undefined) => void
}

/** Where one stands while recording: only when asked for. */
export function Position({ value, onChange }: Props) {
  const { t } = useTranslation('followup')
  const [isLooking, setLooking] = useState(false)
  const look = () => {
    setLooking(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLooking(false)
        onChange?.(`${coords.latitude.toFixed(5)},${coords.longitude.toFixed(5)}`)
      },
      () => {
        setLooking(false)
        toast.error(t('position.denied'))
      },
      { timeout: 10_000, maximumAge: 60_000, enableHighAccuracy: true },
    )
  }
  if (!('geolocation' in navigator)) return null
  if (!value) {
    return (
      <Button size="small" icon={<EnvironmentOutlined />} loading={isLooking} onClick={look}>
        {t('position.add')}
      </Button>
    )
  }
  return (
    <span>
      <EnvironmentOutlined aria-hidden /> {value}
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('position.remove')} onClick={() => onChange?.(undefined)} />
    </span>
  )
}
