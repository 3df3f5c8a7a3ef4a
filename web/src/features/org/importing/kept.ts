import { keptImportOf } from '@/components/importing/keptFile'

export const keptPeople = keptImportOf('import-people')
export const keptKey = (userId: string) => ['kept-import-people', userId] as const
