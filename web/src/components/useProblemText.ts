import { useTranslation } from 'react-i18next'
import type { ApiProblem } from '@/lib/problem'

/** What to tell a person: the server's words, or ours for what the server never saw. */
export function useProblemText(): (problem: ApiProblem) => string {
  const { t, i18n } = useTranslation('common')
  return (problem) => {
    if (problem.detail || problem.title) return problem.detail || problem.title
    const key = `problem.${problem.code.replace('.', '_')}`
    return i18n.exists(key, { ns: 'common' }) ? t(key) : t('problem.client_refused')
  }
}
