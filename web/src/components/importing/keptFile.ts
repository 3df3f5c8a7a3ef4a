import { drafts } from '@/lib/drafts'

/** The sheet of an import that was tried and not carried out yet: it survives leaving and reloading the page. */
export interface KeptImport {
  file: File
  task: string
}

/** One sheet for each sort of import. */
export const keptImportOf = (name: string) => ({
  save: (userId: string, kept: KeptImport) => drafts.save(userId, name, kept).catch(() => undefined),
  load: async (userId: string): Promise<KeptImport | undefined> => (await drafts.load<KeptImport>(userId, name).catch(() => undefined))?.values,
  forget: (userId: string) => drafts.remove(userId, name).catch(() => undefined),
})
