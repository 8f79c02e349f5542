import Type from 'typebox'
import { DayLimitOrNullAnswer } from '../calendar/answers.ts'
import { Closed, CountOrNull, Id, OneOf, OneOfOrNull, TextOrNull, schemaFor } from '../kernel/schema.ts'
import {
  COMMITMENT_STATES,
  ORIGINS,
  SUPERVISION_KINDS,
  type Commitment,
  type DueChange,
  type Progress,
} from './commitment.ts'
import type { Photo } from './photo.ts'

const CoOwnerAnswer = Closed({
  personId: TextOrNull(),
  name: Type.String(),
  part: Type.String(),
  dueOn: TextOrNull(),
  doneOn: TextOrNull(),
})

export const CommitmentAnswer = schemaFor<Commitment>()(
  Closed({
    id: Id(),
    meetingId: TextOrNull(),
    concernId: TextOrNull(),
    state: OneOf(COMMITMENT_STATES),
    origin: OneOf(ORIGINS),
    entryId: TextOrNull(),
    isListed: Type.Boolean(),
    verbatim: Type.String(),
    measure: Type.String(),
    ownerId: TextOrNull(),
    owner: Type.String(),
    ownerTitle: TextOrNull(),
    takenById: TextOrNull(),
    coOwners: Type.Array(CoOwnerAnswer),
    from: Type.String(),
    limit: DayLimitOrNullAnswer,
    calendarVersion: Type.String(),
    isOnTheSpot: Type.Boolean(),
    firstDueOn: Type.String(),
    dueOn: Type.String(),
    timesMoved: Type.Integer(),
    daysAdded: Type.Integer(),
    askedDueOn: TextOrNull(),
    askedReason: TextOrNull(),
    recordedAt: Type.String(),
    readBackAt: TextOrNull(),
    confirmedAt: TextOrNull(),
    doneOn: TextOrNull(),
    report: TextOrNull(),
    timesReopened: Type.Integer(),
    timesLate: Type.Integer(),
    settledAs: OneOfOrNull(['rated', 'unrated']),
  }),
)

export const PhotoAnswer = schemaFor<Photo>()(
  Closed({
    id: Id(),
    commitmentId: Id(),
    seq: Type.Integer(),
    width: Type.Integer(),
    height: Type.Integer(),
    uploadedAt: Type.String(),
    isRemoved: Type.Boolean(),
  }),
)

export const DueChangeAnswer = schemaFor<DueChange>()(
  Closed({
    commitmentId: Id(),
    kind: OneOf(['extended', 'recounted', 'reopened']),
    fromOn: Type.String(),
    toOn: Type.String(),
    reason: Type.String(),
    movedAt: Type.String(),
    byName: TextOrNull(),
    byPost: TextOrNull(),
  }),
)

export const ProgressAnswer = schemaFor<Progress>()(
  Closed({
    commitmentId: Id(),
    seq: Type.Integer(),
    kind: OneOf(['part', 'evidence', 'order', ...SUPERVISION_KINDS]),
    text: Type.String(),
    coOwner: CountOrNull(),
    remainder: TextOrNull(),
    remainderOn: TextOrNull(),
    at: Type.String(),
  }),
)
