import { Skeleton } from 'antd'
import { lazy, Suspense, useEffect, type ComponentProps } from 'react'

const load = () => import('./FollowUpForm')
const Form = lazy(async () => ({ default: (await load()).FollowUpForm }))

/** The form with its pickers, which no page needs for its first look. */
export function FollowUpForm(props: ComponentProps<typeof Form>) {
  return (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 4 }} style={{ padding: props.isInline ? 0 : 24 }} />}>
      <Form {...props} />
    </Suspense>
  )
}

/** Fetches it while the person reads, so that pressing F does not wait and works without network. */
export function useFollowUpFormSoon(): void {
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), 1500)
    return () => clearTimeout(timer)
  }, [])
}
