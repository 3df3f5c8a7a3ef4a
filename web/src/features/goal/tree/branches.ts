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
