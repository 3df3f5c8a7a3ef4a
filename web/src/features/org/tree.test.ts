import { expect, it } from 'vitest'
import type { Department } from '@/components/requests/useDepartments'
import { peopleIn, treeOf } from './tree'

const department = (id: string, parent_id: string | null, people = 0): Department => ({ id, parent_id, people, name: id, path: [id], manager_id: null, manager_name: null, closed: false, version: 1 })

it('a department stands below its parent', () => {
  const [root, ...others] = treeOf([department('b', 'a'), department('a', null), department('c', 'b')])
  expect(others).toEqual([])
  expect(root?.below[0]?.below[0]?.department.id).toBe('c')
})

it('a department without a known parent is not lost', () => {
  expect(treeOf([department('b', 'closed')]).map((branch) => branch.department.id)).toEqual(['b'])
})

it('a branch counts everybody below', () => {
  expect(treeOf([department('a', null, 1), department('b', 'a', 2), department('c', 'b', 3)]).map(peopleIn)).toEqual([6])
})
