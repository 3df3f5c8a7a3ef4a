import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'

describe('a report as CSV', () => {
  it('quotes what would end a cell', () => {
    expect(csvOf([['工程部, "东区"', 3]])).toBe('\uFEFF"工程部, ""东区""",3\r\n')
  })
  it('starts no formula', () => {
    expect(csvOf([['=1+1', -2]])).toBe("\uFEFF'=1+1,-2\r\n")
  })
})
