import Type, { type Static } from 'typebox'
import { Command, DayText, Id, TextUpTo } from '../kernel/schema.ts'
import {
  CO_OWNERS_MOST,
  MEASURE_LONGEST,
  OWNER_LONGEST,
  PART_LONGEST,
  REASON_LONGEST,
  VERBATIM_LONGEST,
} from './commitment.ts'

const IdOrNull = Type.Union([Id(), Type.Null()])

const promise = {
  /** A person of the place or the township above, or null with a name for a unit outside the roster. */
  ownerId: IdOrNull,
  owner: TextUpTo(OWNER_LONGEST),
  measure: TextUpTo(MEASURE_LONGEST),
  dueOn: DayText(),
  coOwners: Type.Array(
    Type.Object(
      {
        personId: IdOrNull,
        name: TextUpTo(OWNER_LONGEST),
        part: TextUpTo(PART_LONGEST),
        dueOn: Type.Union([DayText(), Type.Null()]),
      },
      { additionalProperties: false },
    ),
    { maxItems: CO_OWNERS_MOST },
  ),
}

export const RecordCommitment = Command({
  commitmentId: Id(),
  meetingId: Id(),
  concernId: IdOrNull,
  verbatim: TextUpTo(VERBATIM_LONGEST),
  ...promise,
})
export type RecordCommitment = Static<typeof RecordCommitment>

/** Corrects who, how or by which day, until it is confirmed; the spoken words stay. */
export const AmendCommitment = Command({ commitmentId: Id(), ...promise })
export type AmendCommitment = Static<typeof AmendCommitment>

export const ReadBackCommitment = Command({ commitmentId: Id() })
export type ReadBackCommitment = Static<typeof ReadBackCommitment>

export const ConfirmCommitment = Command({ commitmentId: Id() })
export type ConfirmCommitment = Static<typeof ConfirmCommitment>

/** Takes away a promise written by slip, before it is confirmed. */
export const DropCommitment = Command({ commitmentId: Id() })
export type DropCommitment = Static<typeof DropCommitment>

export const MoveDueDate = Command({ commitmentId: Id(), dueOn: DayText(), reason: TextUpTo(REASON_LONGEST) })
export type MoveDueDate = Static<typeof MoveDueDate>

export const ReportDone = Command({ commitmentId: Id(), report: TextUpTo(REASON_LONGEST) })
export type ReportDone = Static<typeof ReportDone>

/** Undoes a report made by slip. */
export const TakeBackReport = Command({ commitmentId: Id() })
export type TakeBackReport = Static<typeof TakeBackReport>
