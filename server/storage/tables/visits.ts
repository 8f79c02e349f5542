import type { VisitPart } from '../../../shared/visits/visit.ts'

/** A note of a visit at a door; only few may read it. */
export interface VisitRow {
  id: string
  placeId: string
  writtenById: string
  onDay: string
  atTime: string | null
  gridId: string | null
  door: string | null
  visited: string
  visitors: string
  seen: string
  need: string
  next: string
  writtenAt: string
  changedAt: string | null
  /** Of the event whose words are these; those of earlier ones are erased. */
  seq: number
}

/** A matter that was made of one line of a note. */
export interface VisitLineRow {
  concernId: string
  visitId: string
  placeId: string
  part: VisitPart
  line: string
  seq: number
}
