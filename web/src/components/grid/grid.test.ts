import { describe, expect, it } from 'vitest'
import { amountOf, amountText, difference, roundedText } from './amounts'
import { filled, moved, pasted, pulled, rangeOf, repeated, tableOf, toFill } from './places'

describe('an amount', () => {
  it.each([
    ['1,234.50', '1234.5'],
    ['１２３，４５６', '123456'],
    ['3万', '30000'],
    ['1.23456万', '12345.6'],
    ['-0', '0'],
    ['007', '7'],
    ['.5', '0.5'],
    ['', null],
    ['—', null],
  ])('%s is %s', (typed, amount) => expect(amountOf(typed)).toBe(amount))
  it.each(['12a', '1.2.3', '.', '万', '1e5', '=1+1'])('%s is none', (typed) => expect(amountOf(typed)).toBeUndefined())
  it('is read in groups of three', () => {
    expect(['1234567.5', '-1000', '999', null].map(amountText)).toEqual(['1,234,567.5', '-1,000', '999', ''])
  })
})

describe('what is missing', () => {
  it.each([
    ['100', '80', '20'],
    ['0.1', '0.3', '-0.2'],
    ['-0.5', '0.25', '-0.75'],
    ['1.50', '1.5', '0'],
    ['1234567890123.123456', '0.000001', '1234567890123.123455'],
  ])('of %s to %s is exactly %s', (from, less, left) => expect(difference(from, less)).toBe(left))
})

describe('a quotient', () => {
  it('is read with as many digits as anybody needs', () => {
    expect(['56.666667', '100', '0.04', '1234.56', null].map((each) => roundedText(each))).toEqual(['56.7', '100', '0', '1,234.6', ''])
    expect(roundedText('86.413043', 2)).toBe('86.41')
  })
})

describe('the grid', () => {
  const at = (row: number, column: number) => ({ row, column })
  it('moves within its edges', () => {
    expect(moved(at(0, 0), 'ArrowUp', false, 3, 4)).toEqual(at(0, 0))
    expect(moved(at(1, 1), 'ArrowRight', true, 3, 4)).toEqual(at(1, 3))
    expect(moved(at(1, 1), 'End', true, 3, 4)).toEqual(at(2, 3))
    expect(moved(at(1, 1), 'x', false, 3, 4)).toBeUndefined()
  })
  it('reads what a spreadsheet copied', () => {
    expect(tableOf('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(tableOf('"a\nb"\t"say ""hi"""')).toEqual([['a\nb', 'say "hi"']])
    expect(tableOf('5')).toEqual([['5']])
  })
  it('fills the selection with a single pasted value and counts what stands outside', () => {
    expect(pasted([['7']], rangeOf(at(0, 1), at(1, 0)), 3, 3)).toEqual({ changes: expect.objectContaining({ length: 4 }) as unknown, outside: 0 })
    expect(pasted([['1', '2', '3'], ['4', '', '']], rangeOf(at(2, 1), at(2, 1)), 3, 3)).toEqual({
      changes: [
        { row: 2, column: 1, typed: '1' },
        { row: 2, column: 2, typed: '2' },
      ],
      outside: 2,
    })
  })
  it('grows in the direction its corner is pulled farther', () => {
    const one = rangeOf(at(1, 1), at(1, 2))
    expect(pulled(one, at(4, 3))).toEqual(rangeOf(at(1, 1), at(4, 2)))
    expect(pulled(one, at(1, 5))).toEqual(rangeOf(at(1, 1), at(1, 5)))
    expect(pulled(one, at(0, 2))).toEqual(rangeOf(at(0, 1), at(1, 2)))
    expect(pulled(one, at(1, 0))).toEqual(rangeOf(at(1, 0), at(1, 2)))
    expect(pulled(one, at(1, 2))).toEqual(one)
  })
  it('repeats what was pulled, upwards too', () => {
    const typedAt = ({ row }: { row: number; column: number }) => `r${row}`
    expect(repeated(rangeOf(at(0, 0), at(1, 0)), rangeOf(at(0, 0), at(4, 0)), typedAt).map((each) => each.typed)).toEqual(['r0', 'r1', 'r0'])
    expect(repeated(rangeOf(at(3, 0), at(4, 0)), rangeOf(at(0, 0), at(4, 0)), typedAt).map((each) => each.typed)).toEqual(['r4', 'r3', 'r4'])
  })
  it('fills from a single cell to the edge, and a selection only within', () => {
    expect(toFill(rangeOf(at(1, 1), at(1, 1)), 'right', 5, 6)).toEqual(rangeOf(at(1, 1), at(1, 5)))
    expect(toFill(rangeOf(at(1, 1), at(1, 1)), 'down', 5, 6)).toEqual(rangeOf(at(1, 1), at(4, 1)))
    expect(toFill(rangeOf(at(1, 1), at(1, 3)), 'right', 5, 6)).toEqual(rangeOf(at(1, 1), at(1, 3)))
  })
  it('fills to the right and downwards from the first', () => {
    const typedAt = ({ row, column }: { row: number; column: number }) => `${row}/${column}`
    expect(filled(rangeOf(at(0, 0), at(0, 2)), 'right', typedAt).map((each) => each.typed)).toEqual(['0/0', '0/0'])
    expect(filled(rangeOf(at(0, 0), at(1, 1)), 'down', typedAt)).toEqual([
      { row: 1, column: 0, typed: '0/0' },
      { row: 1, column: 1, typed: '0/1' },
    ])
  })
})
