import Type, { type Static } from 'typebox'
import { LANES } from '../comments/comment.ts'
import { CONCERN_KINDS, CONCERN_LONGEST, CONCERN_NAME_LONGEST } from '../concerns/concern.ts'
import { Command, DayText, Id, IdOrNull, OneOf, TextUpTo } from '../kernel/schema.ts'
import {
  DOOR_LONGEST,
  PART_LONGEST,
  TIME_PATTERN,
  VISIT_PARTS,
  VISITED_LONGEST,
  VISITORS_MOST,
} from './visit.ts'

const OrNothing = (limit: number) => Type.String({ maxLength: limit * 12, 'x-graphemes': limit })

const VISIT = {
  visitId: Id(),
  onDay: DayText(),
  atTime: Type.Union([Type.String({ pattern: TIME_PATTERN }), Type.Null()]),
  gridId: IdOrNull(),
  door: Type.Union([TextUpTo(DOOR_LONGEST), Type.Null()]),
  visited: TextUpTo(VISITED_LONGEST),
  /** Who went along, besides whoever writes. */
  visitors: Type.Array(
    Type.Object({ personId: IdOrNull(), name: TextUpTo(VISITED_LONGEST) }, { additionalProperties: false }),
    { maxItems: VISITORS_MOST },
  ),
  seen: OrNothing(PART_LONGEST),
  need: OrNothing(PART_LONGEST),
  next: OrNothing(PART_LONGEST),
}

export const NoteVisit = Command(VISIT)
export type NoteVisit = Static<typeof NoteVisit>

export const ChangeVisit = Command(VISIT)
export type ChangeVisit = Static<typeof ChangeVisit>

/** Takes a note back for good: its words leave the record too. */
export const DropVisit = Command({ visitId: Id() })
export type DropVisit = Static<typeof DropVisit>

/** A line of a note becomes a matter of the place; what the note says besides stays where it is. */
export const RaiseFromVisit = Command({
  visitId: Id(),
  part: OneOf(VISIT_PARTS),
  /** The line as it stands in the note. */
  line: TextUpTo(PART_LONGEST),
  concernId: Id(),
  /** What everybody may read of it. */
  text: TextUpTo(CONCERN_LONGEST),
  kind: OneOf(CONCERN_KINDS),
  raisedBy: Type.Union([TextUpTo(CONCERN_NAME_LONGEST), Type.Null()]),
  lane: OneOf(LANES),
  isAgreed: Type.Boolean(),
})
export type RaiseFromVisit = Static<typeof RaiseFromVisit>
