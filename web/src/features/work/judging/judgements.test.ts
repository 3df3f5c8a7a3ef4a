import { describe, expect, it } from 'vitest'
import { failedPoints, formsOf, outcomeOf } from './judgements'

describe('judging a result', () => {
  it('accepts only when every point has passed', () => {
    expect(outcomeOf([{ verdict: 'passed' }, {}])).toBe('unfinished')
    expect(outcomeOf([{ verdict: 'passed' }, { verdict: 'passed' }])).toBe('accepted')
  })
  it('returns as soon as one has failed, and names it', () => {
    const judged = [{}, { verdict: 'failed' as const, note: ' 还在渗水 ' }]
    expect(outcomeOf(judged)).toBe('returned')
    expect(failedPoints(judged)).toEqual([2])
    expect(formsOf(judged)).toEqual([{ point: 2, passed: false, note: '还在渗水' }])
  })
})
