import { expect, test } from 'vitest'
import { cadenceOf, valuesOf } from './steps'

test('a cadence comes out of the form as it went in', () => {
  const cadence = { steps: [{ after_minutes: 90, method: 'sms' as const, hint: '问进展' }], minimum_gap_minutes: 30, maximum_gap_minutes: null, weekly_touches: 5, maximum_touches: 8 }
  expect(cadenceOf(valuesOf(cadence))).toEqual(cadence)
})

test('an empty limit is none', () => {
  const values = { steps: [], minimum_hours: 0.5, maximum_hours: undefined, weekly_touches: 0, maximum_touches: undefined }
  expect(cadenceOf(values)).toEqual({ steps: [], minimum_gap_minutes: 30, maximum_gap_minutes: null, weekly_touches: 0, maximum_touches: null })
})
