import type { Schema } from '@/lib/api-types'

export type TreeGoal = Schema<'GoalTreeLine'>
export interface Branch {
  goal: TreeGoal
  below: Branch[]
}

/** Goals under the one they serve. One whose goal above is not among them is a root. */
export function branchesOf(goals: TreeGoal[]): Branch[] {
  const branches = new Map(goals.map((goal) => [goal.id, { goal, below: [] } as Branch]))
  const roots: Branch[] = []
  for (const branch of branches.values()) {
    const above = branch.goal.parent_item_id && branches.get(branch.goal.parent_item_id)
    if (above) above.below.push(branch)
    else roots.push(branch)
  }
  // What others serve comes first; single goals after.
  return [...roots.filter((root) => root.below.length > 0), ...roots.filter((root) => root.below.length === 0)]
}

/** From the root down to a goal; empty where it is not among them. */
export function pathTo(branches: Branch[], id: string): Branch[] {
  for (const branch of branches) {
    if (branch.goal.id === id) return [branch]
    const below = pathTo(branch.below, id)
    if (below.length > 0) return [branch, ...below]
  }
  return []
}

/** All goals of the branches, each after the one it serves, with how deep it stands. */
export function flat(branches: Branch[], depth = 0): { goal: TreeGoal; depth: number }[] {
  return branches.flatMap((branch) => [{ goal: branch.goal, depth }, ...flat(branch.below, depth + 1)])
}
