import { isRouteErrorResponse, useRouteError } from 'react-router'
import { ErrorState } from '@/components/ErrorState'
import { NotFound } from './NotFound'

/** Catches what a page threw. After an upgrade an old page asks for chunks that are gone: loading again mends that. */
export function ErrorPage() {
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  return <ErrorState error={error} onRetry={() => location.reload()} fullPage />
}
