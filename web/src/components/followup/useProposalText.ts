import { useTranslation } from 'react-i18next'
import type { Schema } from '@/lib/api-types'

/** Why a proposal is what it is, line by line: the reason, and what else moved it. */
export function useProposalText(): (proposal: Schema<'Proposal'>) => string[] {
  const { t } = useTranslation('followup')
  const line = (code: string, values: Record<string, string>) => t(code.replace(/^followup\./, ''), values)
  return (proposal) => [line(proposal.reason, proposal.arguments), ...proposal.notes.map((note) => line(note.code, note.arguments))]
}
