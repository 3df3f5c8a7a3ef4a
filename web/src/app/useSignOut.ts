import { useMutation } from '@tanstack/react-query'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { api } from '@/lib/api'
import { asProblem } from '@/lib/problem'
import { endPush } from '@/lib/push'
import { entered } from '@/lib/sessionQuery'

export function useSignOut() {
  const problemText = useProblemText()
  return useMutation({
    mutationFn: async () => {
      await endPush()
      return api.delete('/api/v1/session')
    },
    // A fresh page: what one person read must not be in memory for the next one at this desk.
    onSuccess: () => {
      entered.forget()
      location.assign('/sign-in')
    },
    onError: (error) => toast.error(problemText(asProblem(error))),
  })
}
