import { useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { toast } from '@/components/toast'
import { useProblemText } from '@/components/useProblemText'
import { asProblem } from '@/lib/problem'
import { useSession } from '@/lib/session'
import { keptImportOf, type KeptImport } from './keptFile'

export interface Sheet {
  file: File
  isTrial: boolean
}

/** Hands a sheet over, with what was chosen for it; the task tells how far the server is. */
export type StartImport<Choice> = Pick<UseMutationResult<{ task_id: string }, Error, Sheet & Choice>, 'mutateAsync' | 'isPending'>

/** Trying a sheet out and carrying it out. `keptAs`: under which name the sheet is kept on this device in between. */
export function useImporting<Choice>(keptAs: string, taskId: string | undefined, { mutateAsync, isPending }: StartImport<Choice>, onStarted: (taskId: string) => void) {
  const { user } = useSession()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const store = keptImportOf(keptAs)
  const queryKey = ['kept-import', keptAs, user.id]
  const { data: kept } = useQuery({ queryKey, queryFn: async () => (await store.load(user.id)) ?? null, gcTime: 0 })
  const remember = (next: KeptImport | null) => queryClient.setQueryData(queryKey, next)
  /** undefined while it is looked for, null when it is no longer on this device. */
  const file = kept && (kept.task === taskId ? kept.file : null)
  const start = async (sheet: Sheet & Choice) => {
    const { task_id: task } = await mutateAsync(sheet)
    await store.save(user.id, { file: sheet.file, task })
    remember({ file: sheet.file, task })
    onStarted(task)
  }
  return {
    /** The sheet that was tried last and not carried out. */
    unfinished: kept ?? undefined,
    file,
    isSending: isPending,
    tryOut: (chosen: File, choice: Choice) => start({ file: chosen, isTrial: true, ...choice }),
    carryOut: async (choice: Choice) => {
      if (file) await start({ file, isTrial: false, ...choice }).catch((error: unknown) => toast.error(problemText(asProblem(error))))
    },
    forget: async () => {
      await store.forget(user.id)
      remember(null)
    },
  }
}
