import { useQuery, useQueryClient } from '@tanstack/react-query'
import { keptImportOf } from '@/components/importing/keptFile'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'

/** One sheet of each sort: cards, and the numbers of one target sheet. */
export function useImporting(sort: string, send: (file: File, isTrial: boolean) => Promise<{ task_id: string }>, onStarted: (task: string) => void) {
  const { user } = useSession()
  const problemText = useProblemText()
  const kept = keptImportOf(`import-${sort}`)
  const queryClient = useQueryClient()
  const queryKey = ['kept-import', sort, user.id]
  const { data, isPending } = useQuery({ queryKey, queryFn: async () => (await kept.load(user.id)) ?? null, gcTime: 0 })
  const start = async (file: File, isTrial: boolean) => {
    try {
      const { task_id } = await send(file, isTrial)
      await kept.save(user.id, { file, task: task_id })
      queryClient.setQueryData(queryKey, { file, task: task_id })
      onStarted(task_id)
    } catch (error) {
      toast.error(problemText(asProblem(error)))
    }
  }
  return { kept: data ?? undefined, isLoading: isPending, start, forget: () => kept.forget(user.id) }
}
