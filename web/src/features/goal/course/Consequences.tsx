import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { amountText, roundedText } from '@/components/grid/amounts'
import type { Schema } from '@/lib/api-types'

/** What another target would do: to this goal's completion, and to the goal above. Asker and approver see the same. */
export function Consequences({ preview, unit }: { preview: Schema<'RevisionPreview'>; unit: string }) {
  const { t } = useTranslation('goal')
  const { parent } = preview
  return (
    <Alert
      type={parent?.breaks ? 'warning' : 'info'}
      title={t('preview.change', { change: amountText(preview.change), percent: roundedText(preview.change_percent) || '—', unit })}
      description={
        <>
          <p>{t('preview.completion', { before: roundedText(preview.completion_before) || '—', after: roundedText(preview.completion_after) || '—' })}</p>
          {parent && <p>{t('preview.parent', { owner: parent.owner_name, what: parent.what, before: roundedText(parent.sum_before, 2), after: roundedText(parent.sum_after, 2), target: amountText(parent.target), gap: roundedText(parent.gap_after, 2), unit })}</p>}
          {preview.approvers.length > 0 && <p>{t('preview.approvers', { names: preview.approvers.join('、') })}</p>}
        </>
      }
      style={{ marginBottom: 16 }}
    />
  )
}
