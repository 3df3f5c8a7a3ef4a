import { describe, expect, it } from 'vitest'
import { branchesOf, flat, pathTo, type TreeGoal } from './branches'
import { completionChart } from './completionChart'

const goal = (id: string, parent: string | null = null) => ({ id, parent_item_id: parent }) as TreeGoal

describe('the tree of goals', () => {
  it('stands each goal under the one it serves', () => {
    const [root, single] = branchesOf([goal('alone'), goal('top'), goal('left', 'top'), goal('leaf', 'left')])
    expect(root!.goal.id).toBe('top')
    expect(root!.below[0]!.below[0]!.goal.id).toBe('leaf')
    expect(single!.goal.id).toBe('alone')
  })
  it('makes a root of what serves a goal nobody here sees', () => {
    expect(branchesOf([goal('a', 'unseen')])).toHaveLength(1)
  })
})

describe('drilling down', () => {
  const branches = branchesOf([goal('top'), goal('left', 'top'), goal('leaf', 'left'), goal('alone')])
  it('knows the way to a goal', () => {
    expect(pathTo(branches, 'leaf').map((each) => each.goal.id)).toEqual(['top', 'left', 'leaf'])
    expect(pathTo(branches, 'gone')).toEqual([])
  })
  it('lists all goals with their depth', () => {
    expect(flat(branches).map(({ goal: { id }, depth }) => [id, depth])).toEqual([
      ['top', 0],
      ['left', 1],
      ['leaf', 2],
      ['alone', 0],
    ])
  })
  it('draws where a goal is beside where it should be', () => {
    const of = (completion: string | null, against_line: string | null, expected: string | null) => ({ goal: { ...goal('a'), what: '收费', person: { name: '李明' }, completion, against_line, expected } as TreeGoal, below: [] })
    const { values, expected } = completionChart([of('60', '80', '75'), of('170', '170', '100'), of(null, null, null), of('0', '0', '66.666667')], 90, '150')
    expect(values).toEqual([{ value: 60, isBehind: true }, { value: 150, isBehind: false }, { value: null, isBehind: false }, { value: 0, isBehind: true }])
    expect(expected).toEqual([75, 100, null, 66.7])
  })
  it('draws where a goal should be while nobody has said an actual, and where less is better, as far as completion counts', () => {
    const of = (completion: string | null, expected: string) => ({ goal: { ...goal('a'), what: '投诉', person: { name: '李明' }, better: 'lower', completion, against_line: completion && '40', expected } as TreeGoal, below: [] })
    expect(completionChart([of('120', '150'), of(null, '150'), of('200', '190')], 90, '150').expected).toEqual([150, 150, 150])
  })
})
