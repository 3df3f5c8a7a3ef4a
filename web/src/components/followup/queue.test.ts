import { describe, expect, it } from 'vitest'
import { nextAfter, startingWith } from './queue'

const queue = ['a', 'b', 'c'].map((id) => ({ id }))
const ids = (list: { id: string }[]) => list.map(({ id }) => id).join('')

describe('the focus queue', () => {
  it('brings what was put off round again', () => {
    expect(ids(startingWith(queue, 'b'))).toBe('bca')
    expect(nextAfter(queue, 'c')).toBe('a')
  })
  it('begins at its beginning when nothing was put off or what was chosen has left', () => {
    expect(ids(startingWith(queue, undefined))).toBe('abc')
    expect(ids(startingWith(queue, 'gone'))).toBe('abc')
  })
  it('has nothing next after the only one', () => {
    expect(nextAfter([{ id: 'a' }], 'a')).toBeUndefined()
  })
})
