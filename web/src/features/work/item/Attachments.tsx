import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { useAttach, useAttachments, useDetach } from '../requests/useAttachments'
import styles from './Item.module.css'

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

export function Attachments({ itemId }: { itemId: string }) {
  const { t } = useTranslation('work')
  const { data: files = [] } = useAttachments(itemId)
  const [removing, setRemoving] = useState<Schema<'FileView'>>()
  const detach = useDetach(itemId)
  return (
    <Card title={t('attachments.title')}>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.id}>
            <PaperClipOutlined aria-hidden />
            <a href={`/api/v1/attachments/${file.id}/content`} download={file.name}>
              {file.name}
            </a>
            <small>
              {sizeText(file.size)} · {file.added_by}
            </small>
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('attachments.remove', { name: file.name })} onClick={() => setRemoving(file)} />
          </li>
        ))}
      </ul>
      <DropZone itemId={itemId} />
      <ConfirmDialog isOpen={removing !== undefined} onClose={() => setRemoving(undefined)} title={t('attachments.remove_title')} act={t('attachments.remove_act')} isDangerous onConfirm={() => detach.mutateAsync(removing?.id ?? '')}>
        {t('attachments.remove_text', { name: removing?.name ?? '' })}
      </ConfirmDialog>
    </Card>
  )
}

function DropZone({ itemId }: { itemId: string }) {
  const { t } = useTranslation('work')
  const attach = useAttach(itemId)
  const problemText = useProblemText()
  const [isOver, setOver] = useState(false)
  const add = async (files: FileList | null) => {
    for (const file of [...(files ?? [])]) {
      try {
        await attach.mutateAsync(file)
        toast.success(t('attachments.added', { name: file.name }))
      } catch (error) {
        toast.error(`${file.name} · ${problemText(asProblem(error))}`)
      }
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void add(event.dataTransfer.files)
  }
  return (
    <label
      className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {t(attach.isPending ? 'attachments.sending' : 'attachments.drop')}
      <input
        type="file"
        multiple
        onChange={(event) => {
          void add(event.target.files)
          event.target.value = ''
        }}
      />
    </label>
  )
}
