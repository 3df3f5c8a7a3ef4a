import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '@/components/FormDrawer'
import { OnceOpened } from '@/components/OnceOpened'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import type { Schema } from '@/lib/api-types'
import { asProblem } from '@/lib/problem'
import { uuidv7 } from '@/lib/uuid'
import { useConsent, useRefuseToGiveUp } from '../requests/useGiveUp'

/** Consents, or asks for more touches first. */
export function AnswerGiveUp({ request }: { request: Schema<'GiveUpRequestView'> }) {
  const { t } = useTranslation('cadence')
  const problemText = useProblemText()
  const consent = useConsent()
  const refuse = useRefuseToGiveUp()
  const [isRefusing, setRefusing] = useState(false)
  const answered = { id: request.id, commitmentId: request.commitment_id }
  const give = () =>
    consent.mutate(
      { ...answered, key: uuidv7() },
      { onSuccess: () => toast.success(t('give_up.consent_given')), onError: (error) => toast.error(problemText(asProblem(error))) },
    )
  const submit = async ({ reason }: { reason: string }, key: string) => {
    await refuse.mutateAsync({ ...answered, reason, key })
    toast.success(t('give_up.refusal_sent'))
  }
  return (
    <>
      <Button size="small" onClick={() => setRefusing(true)}>
        {t('give_up.refuse')}
      </Button>
      <Button size="small" type="primary" loading={consent.isPending} onClick={give}>
        {t('give_up.consent')}
      </Button>
      <OnceOpened isOpen={isRefusing}>
        <FormDrawer title={t('give_up.refuse')} isOpen={isRefusing} onClose={() => setRefusing(false)} onSubmit={submit} submitText={t('give_up.refuse')}>
          <Form.Item name="reason" label={t('give_up.refusal_reason')} rules={[{ required: true, whitespace: true, message: t('missing', { name: t('give_up.refusal_reason') }) }]}>
            <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
          </Form.Item>
        </FormDrawer>
      </OnceOpened>
    </>
  )
}
