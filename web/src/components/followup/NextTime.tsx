import { Form } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'
import { NextTimeField } from './NextTimeField'
import { useProposal } from './requests/useProposal'

/** When to look next. Whom the touch is with changes the proposal; what the person chose stays. */
export function NextTime({ commitmentId }: { commitmentId: string }) {
  const { t } = useTranslation('followup')
  const form = Form.useFormInstance()
  const direction = (Form.useWatch('direction', form) as Schema<'Direction'> | undefined) ?? 'inward'
  const { data: proposal } = useProposal(commitmentId, true, direction)
  const proposed = useRef<string>(undefined)
  useEffect(() => {
    if (!proposal) return
    const isUntouched = proposed.current !== undefined && form.getFieldValue('next_follow_up_at') === proposed.current
    if (isUntouched) form.setFieldValue('next_follow_up_at', proposal.next_follow_up_at)
    proposed.current = proposal.next_follow_up_at
  }, [form, proposal])
  return (
    <Form.Item name="next_follow_up_at" label={t('form.next')} rules={[{ required: true, message: t('form.next_missing') }]}>
      <NextTimeField proposal={proposal} />
    </Form.Item>
  )
}
