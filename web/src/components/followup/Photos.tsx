import { CameraOutlined, CloseOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Photos.module.css'

interface Props {
  files: File[]
  onChange: (files: File[]) => void
}

/** What was found, to look at: taken on the spot, or chosen. They are sent right after the follow-up itself. */
export function Photos({ files, onChange }: Props) {
  const { t } = useTranslation('followup')
  const camera = useRef<HTMLInputElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const add = (input: HTMLInputElement) => {
    onChange([...files, ...(input.files ?? [])])
    input.value = ''
  }
  return (
    <div className={styles.photos}>
      {files.length > 0 && (
        <ul>
          {files.map((file, place) => (
            <li key={`${file.name}/${place}`}>
              <Picture file={file} />
              <span>{file.name}</span>
              <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('photos.remove', { name: file.name })} onClick={() => onChange(files.filter((each) => each !== file))} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.ways}>
        <Button size="small" icon={<CameraOutlined />} onClick={() => camera.current?.click()}>
          {t('photos.take')}
        </Button>
        <Button size="small" icon={<PaperClipOutlined />} onClick={() => chooser.current?.click()}>
          {t('photos.choose')}
        </Button>
      </div>
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden aria-hidden tabIndex={-1} onChange={(event) => add(event.target)} />
      <input ref={chooser} type="file" multiple hidden aria-hidden tabIndex={-1} onChange={(event) => add(event.target)} />
    </div>
  )
}

function Picture({ file }: { file: File }) {
  const isPicture = file.type.startsWith('image/')
  const address = useMemo(() => (isPicture ? URL.createObjectURL(file) : undefined), [file, isPicture])
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address])
  return address ? <img src={address} alt="" /> : <PaperClipOutlined aria-hidden />
}
