import type { FormInstance } from 'antd'
import { useState } from 'react'
import { asProblem, fieldPath } from '@/lib/problem'
import { useProblemText } from './useProblemText'

/**
 * Puts what the server refused where it belongs: each wrong field's message under the field, the rest above the form.
 * Fields the form does not show are named above it too, so that no refusal stays invisible.
 */
export function useFormProblem<Values>(form: FormInstance<Values>) {
  const [problem, setProblem] = useState<string>()
  const problemText = useProblemText()

  const show = (error: unknown) => {
    const refused = asProblem(error)
    const shown = refused.errors.filter((each) => form.getFieldInstance(fieldPath(each.field) as never))
    const hidden = refused.errors.filter((each) => !shown.includes(each))
    form.setFields(shown.map((each) => ({ name: fieldPath(each.field) as never, errors: [each.message] })))
    const first = shown[0]
    if (first) form.scrollToField(fieldPath(first.field) as never, { focus: true })
    const above = shown.length > 0 ? hidden.map((each) => each.message) : [problemText(refused), ...hidden.map((each) => each.message)]
    setProblem(above.join(' ') || undefined)
  }
  return { problem, show, clear: () => setProblem(undefined) }
}
