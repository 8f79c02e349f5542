import Type, { type Static } from 'typebox'
import { LIMIT_UNITS } from '../calendar/counting.ts'
import { Command, DayText, Id, IdOrNull, OneOf, TextUpTo } from '../kernel/schema.ts'
import {
  MAX_CO_OWNERS,
  MAX_MEASURE_LENGTH,
  ORIGINS,
  MAX_OWNER_LENGTH,
  MAX_PART_LENGTH,
  MAX_REASON_LENGTH,
  MAX_VERBATIM_LENGTH,
} from './commitment.ts'
import { MAX_PHOTOS } from './photo.ts'

const DayOrNull = Type.Union([DayText(), Type.Null()])

const promise = {
  /** A person of the place or the township above, or null with a name for a unit outside the roster. */
  ownerId: IdOrNull(),
  owner: TextUpTo(MAX_OWNER_LENGTH),
  measure: TextUpTo(MAX_MEASURE_LENGTH),
  dueOn: DayText(),
  /** How the day was counted, from the day on which this is sent; null for a day named outright. */
  limit: Type.Union([
    Type.Object(
      { unit: OneOf(LIMIT_UNITS), count: Type.Integer({ minimum: 1, maximum: 365 }) },
      { additionalProperties: false },
    ),
    Type.Null(),
  ]),
  isOnTheSpot: Type.Boolean(),
  coOwners: Type.Array(
    Type.Object(
      {
        personId: IdOrNull(),
        name: TextUpTo(MAX_OWNER_LENGTH),
        part: TextUpTo(MAX_PART_LENGTH),
        dueOn: DayOrNull,
      },
      { additionalProperties: false },
    ),
    { maxItems: MAX_CO_OWNERS },
  ),
}

export const RecordCommitment = Command({
  commitmentId: Id(),
  /** Null for a promise made between two meetings. */
  meetingId: IdOrNull(),
  concernId: IdOrNull(),
  origin: OneOf(ORIGINS),
  /** Its kind in the place's catalogue. */
  entryId: IdOrNull(),
  verbatim: TextUpTo(MAX_VERBATIM_LENGTH),
  ...promise,
})
export type RecordCommitment = Static<typeof RecordCommitment>

/** Corrects who, how or by which day, until it is confirmed; the spoken words stay. */
export const AmendCommitment = Command({ commitmentId: Id(), ...promise })
export type AmendCommitment = Static<typeof AmendCommitment>

/** 認領: somebody in the hall takes a matter on themselves; it is read back like any promise. */
export const TakeOn = Command({
  commitmentId: Id(),
  meetingId: Id(),
  concernId: IdOrNull(),
  measure: TextUpTo(MAX_MEASURE_LENGTH),
  dueOn: DayText(),
})
export type TakeOn = Static<typeof TakeOn>

/** Says who of the roster or which partner an owner is who was only a name. */
export const LinkOwner = Command({
  commitmentId: Id(),
  /** Which of those who help; null for the owner. */
  coOwner: Type.Union([Type.Integer({ minimum: 0, maximum: MAX_CO_OWNERS - 1 }), Type.Null()]),
  personId: Id(),
})
export type LinkOwner = Static<typeof LinkOwner>

export const ReadBackCommitment = Command({ commitmentId: Id() })
export type ReadBackCommitment = Static<typeof ReadBackCommitment>

export const ConfirmCommitment = Command({ commitmentId: Id() })
export type ConfirmCommitment = Static<typeof ConfirmCommitment>

/** Takes away a promise written by slip, before it is confirmed. */
export const DropCommitment = Command({ commitmentId: Id() })
export type DropCommitment = Static<typeof DropCommitment>

/** Undoes a confirmation made by slip, until somebody signs. */
export const TakeBackConfirmation = Command({ commitmentId: Id() })
export type TakeBackConfirmation = Static<typeof TakeBackConfirmation>

/** Nobody nodded tonight: what it is about waits for the next evening as an open matter. */
export const PutOffCommitment = Command({
  commitmentId: Id(),
  /** Of the matter that is raised where it answers none. */
  concernId: Id(),
})
export type PutOffCommitment = Static<typeof PutOffCommitment>

/** Undoes dropping or putting off. */
export const RestoreCommitment = Command({ commitmentId: Id() })
export type RestoreCommitment = Static<typeof RestoreCommitment>

/** The owner asks for a later day; somebody above decides. */
export const AskExtension = Command({
  commitmentId: Id(),
  dueOn: DayText(),
  reason: TextUpTo(MAX_REASON_LENGTH),
})
export type AskExtension = Static<typeof AskExtension>

export const RefuseExtension = Command({ commitmentId: Id(), reason: TextUpTo(MAX_REASON_LENGTH) })
export type RefuseExtension = Static<typeof RefuseExtension>

/** Grants a later day: the one that was asked for, or another. */
export const MoveDueDate = Command({
  commitmentId: Id(),
  dueOn: DayText(),
  reason: TextUpTo(MAX_REASON_LENGTH),
})
export type MoveDueDate = Static<typeof MoveDueDate>

/** Counts the day again, by the same limit, under the calendar that is known now. */
export const RecountDueDate = Command({ commitmentId: Id() })
export type RecountDueDate = Static<typeof RecountDueDate>

/** Uploaded before; nobody has to bring any. */
const PhotoIds = Type.Optional(Type.Array(Id(), { maxItems: MAX_PHOTOS, uniqueItems: true }))

export const NewPhotoAt = Type.Object({ placeId: Id(), commitmentId: Id(), photoId: Id() })
export type NewPhotoAt = Static<typeof NewPhotoAt>

export const AtPhoto = Type.Object({ photoId: Id(), scale: OneOf(['full', 'small'] as const) })
export type AtPhoto = Static<typeof AtPhoto>

/** Takes a photo away for good; that there was one stays. */
export const RemovePhoto = Command({ photoId: Id() })
export type RemovePhoto = Static<typeof RemovePhoto>

/** One co-owner's part is done, or a part of the whole with the rest by a day. */
export const ReportPart = Command({
  commitmentId: Id(),
  coOwner: Type.Union([Type.Integer({ minimum: 0, maximum: MAX_CO_OWNERS - 1 }), Type.Null()]),
  report: TextUpTo(MAX_REASON_LENGTH),
  remainder: Type.Union([TextUpTo(MAX_REASON_LENGTH), Type.Null()]),
  remainderOn: DayOrNull,
  photoIds: PhotoIds,
})
export type ReportPart = Static<typeof ReportPart>

export const AddEvidence = Command({
  commitmentId: Id(),
  evidence: TextUpTo(MAX_REASON_LENGTH),
  photoIds: PhotoIds,
})
export type AddEvidence = Static<typeof AddEvidence>

/** The level above orders what is late to be done. */
export const OrderCommitment = Command({ commitmentId: Id(), order: TextUpTo(MAX_REASON_LENGTH) })
export type OrderCommitment = Static<typeof OrderCommitment>

export const ReportDone = Command({
  commitmentId: Id(),
  report: TextUpTo(MAX_REASON_LENGTH),
  photoIds: PhotoIds,
})
export type ReportDone = Static<typeof ReportDone>

/** Undoes a report made by slip. */
export const TakeBackReport = Command({ commitmentId: Id() })
export type TakeBackReport = Static<typeof TakeBackReport>

/** 銷號: somebody other than the owner closes what was rated, or what nobody rated in time. */
export const SettleCommitment = Command({ commitmentId: Id() })
export type SettleCommitment = Static<typeof SettleCommitment>
