import Type, { type Static } from 'typebox'
import { LANES } from '../comments/comment.ts'
import { CONCERN_KINDS, MAX_CONCERN_LENGTH, MAX_CONCERN_NAME_LENGTH } from '../concerns/concern.ts'
import { Command, DayText, Id, IdOrNull, OneOf, TextUpTo, TimeTextOrNull } from '../kernel/schema.ts'
import { MAX_DOOR_LENGTH, MAX_PART_LENGTH, VISIT_PARTS, MAX_VISITED_LENGTH, MAX_VISITORS } from './visit.ts'

const OrNothing = (limit: number) => Type.String({ maxLength: limit * 12, 'x-graphemes': limit })

const VISIT = {
  visitId: Id(),
  onDay: DayText(),
  atTime: TimeTextOrNull(),
  gridId: IdOrNull(),
  door: Type.Union([TextUpTo(MAX_DOOR_LENGTH), Type.Null()]),
  visited: TextUpTo(MAX_VISITED_LENGTH),
  /** Who went along, besides whoever writes. */
  visitors: Type.Array(
    Type.Object(
      { personId: IdOrNull(), name: TextUpTo(MAX_VISITED_LENGTH) },
      { additionalProperties: false },
    ),
    { maxItems: MAX_VISITORS },
  ),
  seen: OrNothing(MAX_PART_LENGTH),
  need: OrNothing(MAX_PART_LENGTH),
  next: OrNothing(MAX_PART_LENGTH),
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
  line: TextUpTo(MAX_PART_LENGTH),
  concernId: Id(),
  /** What everybody may read of it. */
  text: TextUpTo(MAX_CONCERN_LENGTH),
  kind: OneOf(CONCERN_KINDS),
  raisedBy: Type.Union([TextUpTo(MAX_CONCERN_NAME_LENGTH), Type.Null()]),
  lane: OneOf(LANES),
  isAgreed: Type.Boolean(),
})
export type RaiseFromVisit = Static<typeof RaiseFromVisit>
