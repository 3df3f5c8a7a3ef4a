import { keptImportOf } from '@/components/importing/keptFile'

export const keptCustomers = keptImportOf('import-customers')
export const keptKey = (userId: string) => ['kept-import-customers', userId] as const
