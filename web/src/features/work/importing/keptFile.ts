import { drafts } from '@/lib/drafts'

/** The sheet of an import that was tried and not carried out yet: it survives leaving and reloading the page. */
export interface KeptImport {
  file: File
  task: string
}

const NAME = 'import'

export const keptImport = {
  save: (userId: string, kept: KeptImport) => drafts.save(userId, NAME, kept).catch(() => undefined),
  load: async (userId: string): Promise<KeptImport | undefined> => (await drafts.load<KeptImport>(userId, NAME).catch(() => undefined))?.values,
  forget: (userId: string) => drafts.remove(userId, NAME).catch(() => undefined),
}
