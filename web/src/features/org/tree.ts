import type { Department } from '@/components/requests/useDepartments'

export interface Branch {
  department: Department
  below: Branch[]
}

/** The flat list as a tree, in the order given. A department whose parent is not in the list stands at the top. */
export function treeOf(departments: Department[]): Branch[] {
  const known = new Set(departments.map((department) => department.id))
  const branches = (parent: string | null): Branch[] =>
    departments
      .filter((department) => (department.parent_id && known.has(department.parent_id) ? department.parent_id : null) === parent)
      .map((department) => ({ department, below: branches(department.id) }))
  return branches(null)
}

/** Who stand in it and in everything below. */
export function peopleIn({ department, below }: Branch): number {
  return below.reduce((sum, branch) => sum + peopleIn(branch), department.people)
}
