import { describe, expect, it } from 'vitest'
import { queryFrom } from './query'

describe('the list’s address', () => {
  it('asks for open ones of everybody when nothing is chosen', () => {
    const query = queryFrom('', {})
    expect(query.whose).toBe('all')
    expect(query.closed).toBeUndefined()
    expect(query.states).toBeUndefined()
  })
  it('splits what may be chosen several times', () => {
    const query = queryFrom('PVC', { states: 'accepted,in_progress', kinds: 'task', importance: '1' })
    expect(query).toMatchObject({ text: 'PVC', states: ['accepted', 'in_progress'], kinds: ['task'], importance: 1 })
  })
  it('asks for closed ones too instead of naming every state', () => {
    expect(queryFrom('', { states: 'all' })).toMatchObject({ closed: true, states: undefined })
  })
})
