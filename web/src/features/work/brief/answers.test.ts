import { describe, expect, it } from 'vitest'
import { segmentsOf } from './answers'

describe('the completeness ring', () => {
  it('has seven segments, whatever is answered', () => {
    expect(segmentsOf({ answered: [], missing: [] })).toHaveLength(7)
  })
  it('tells a required answer that is missing from one that nobody asks for', () => {
    const states = Object.fromEntries(segmentsOf({ answered: ['who', 'what'], missing: ['when'] }).map(({ answer, state }) => [answer, state]))
    expect(states).toMatchObject({ who: 'answered', when: 'missing', why: 'open' })
  })
})
