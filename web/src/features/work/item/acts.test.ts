import { describe, expect, it } from 'vitest'
import { actsOf } from './acts'

const keys = (...args: Parameters<typeof actsOf>) => actsOf(...args).map((act) => act.key)

describe('the steps of an item', () => {
  it('names the way into progress by where it comes from', () => {
    expect(keys('accepted', ['in_progress'])).toEqual(['start'])
    expect(keys('on_hold', ['in_progress'])).toEqual(['resume'])
    expect(keys('done', ['in_progress'])).toEqual(['reopen'])
  })
  it('leaves accepting to the handoff', () => {
    expect(keys('assigned', ['accepted', 'on_hold', 'cancelled'])).toEqual(['hold', 'cancel'])
  })
  it('assigns a draft, to somebody or to oneself, by one step', () => {
    expect(keys('draft', ['assigned', 'accepted', 'cancelled'])).toEqual(['assign', 'cancel'])
  })
  it('resumes by taking the hold away', () => {
    expect(actsOf('on_hold', ['in_progress'])[0]).toMatchObject({ method: 'delete', resource: 'hold' })
  })
})
