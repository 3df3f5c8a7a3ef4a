import { describe, expect, it } from 'vitest'
import { branchesOf, type TreeGoal } from './branches'

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
