import { difference } from '@/components/grid/amounts'
import type { Cell } from './layout'

/** What the sheets below leave of a cell's plan, negative where they plan more; null where nobody has taken it apart, or nothing is planned. */
export function partsGap(cell: Pick<Cell, 'plan' | 'parts'> | undefined): string | null {
  return cell?.plan && cell.parts ? difference(cell.plan, cell.parts) : null
}
