import type { Schema } from '@/lib/api-types'
import { saidPoints } from './PointsField'

type Form = Pick<Schema<'NewWorkItemForm'>, 'brief' | 'custom'>

/** Nothing that was left empty is sent: the server has the better defaults. */
export function saidAnswers({ brief, custom = {} }: Form): Form {
  const said = (text: string | null | undefined) => text?.trim() || undefined
  return {
    brief: { why: said(brief?.why), how: said(brief?.how), consequence: said(brief?.consequence), standard: saidPoints(brief?.standard) },
    custom: Object.fromEntries(Object.entries(custom).flatMap(([code, value]) => (said(value) ? [[code, value]] : []))),
  }
}
