import { useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api'
import type { Schema } from '@/lib/api-types'
import { workItemKey } from '@/lib/queryKeys'

interface Failed {
  name: string
  error: unknown
}

/** One after another, as phones have slow ways; tells which did not arrive. */
export function useAddPhotos() {
  const queryClient = useQueryClient()
  return async (commitmentId: string, followUpId: string, files: File[]): Promise<Failed[]> => {
    const failed: Failed[] = []
    for (const file of files) {
      try {
        await request<Schema<'FollowUpFileView'>>('post', `/api/v1/follow-ups/${followUpId}/files`, { query: { name: file.name }, body: file })
      } catch (error) {
        failed.push({ name: file.name, error })
      }
    }
    await queryClient.invalidateQueries({ queryKey: workItemKey(commitmentId) })
    return failed
  }
}
