import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { RequestForm } from './RequestForm'
import { useRequestForm } from './requests/useRequestForm'
import { Sheet, Trouble, Waiting } from './Sheet'

/** Asking for something without an account. */
export function RequestPage() {
  const { t } = useTranslation('public')
  const { token = '' } = useParams()
  const problemText = useProblemText()
  const { data: form, error, isPending, refetch } = useRequestForm(token)
  const problem = error ? asProblem(error) : undefined
  return (
    <Sheet title={t('request.page')} organization={form?.organization}>
      {isPending && <Waiting />}
      {!form && problem && <Trouble title={t(problem.status === 404 ? 'request.unknown' : 'trouble')} text={problemText(problem)} onRetry={problem.status === 404 ? undefined : () => void refetch()} />}
      {form && <RequestForm form={form} token={token} />}
    </Sheet>
  )
}
