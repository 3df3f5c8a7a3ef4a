import { describe, expect, it } from 'vitest'
import { byQuadrant, changeFor } from './moves'

describe('moving between the quadrants', () => {
  it('changes only what does not fit', () => {
    expect(changeFor({ importance: 1, urgency: 1 }, 'B')).toEqual({ urgency: 3 })
    expect(changeFor({ importance: 4, urgency: 1 }, 'A')).toEqual({ importance: 2 })
  })
  it('changes both across the middle', () => {
    expect(changeFor({ importance: 1, urgency: 2 }, 'D')).toEqual({ importance: 3, urgency: 3 })
  })
  it('changes nothing where it stands already', () => {
    expect(changeFor({ importance: 1, urgency: 1 }, 'A')).toEqual({})
  })
  it('has a place for every quadrant, empty ones too', () => {
    expect(byQuadrant([{ quadrant: 'C' as const }])).toEqual({ A: [], B: [], C: [{ quadrant: 'C' }], D: [] })
  })
})
