import Type from 'typebox'
import { CommentAnswer } from '../comments/answers.ts'
import { CommitmentAnswer } from '../commitments/answers.ts'
import { ConcernAnswer } from '../concerns/answers.ts'
import { Closed, Id, OneOf, OrNull, TextOrNull, schemaFor } from '../kernel/schema.ts'
import {
  AgendaItemAnswer,
  AgendaPromiseAnswer,
  InLanguagesAnswer,
  MeetingAnswer,
  MoodAnswer,
  PHASE_ANSWERS,
} from '../meetings/answers.ts'
import { SignatureAnswer } from '../minutes/answers.ts'
import { PlaceAnswer } from '../places/answers.ts'
import { HandsAnswer, HandsUnderWayAnswer } from '../ratings/answers.ts'
import { DONE_ANSWERS, SATISFIED_ANSWERS } from '../ratings/rating.ts'
import type { MeetingSnapshot } from './room.ts'
import type { WallPromise, WallReview, WallView } from './wall.ts'

export const RoomAnswer = schemaFor<MeetingSnapshot>()(
  Closed({
    asOf: Type.Integer(),
    today: Type.String(),
    place: PlaceAnswer,
    meeting: MeetingAnswer,
    agenda: Type.Array(AgendaItemAnswer),
    promises: Type.Array(AgendaPromiseAnswer),
    comments: Type.Array(CommentAnswer),
    concerns: Type.Array(ConcernAnswer),
    commitments: Type.Array(CommitmentAnswer),
    signatures: Type.Array(SignatureAnswer),
    steps: Type.Array(
      Closed({
        kind: OneOf(['confirmation', 'outcome', 'merge', 'unconfirmed']),
        id: Id(),
        seq: Type.Integer(),
      }),
    ),
  }),
)

const WallPromiseAnswer = schemaFor<WallPromise>()(
  Closed({
    owner: Type.String(),
    ownerTitle: TextOrNull(),
    others: Type.Array(Type.String()),
    measure: Type.String(),
    dueOn: Type.String(),
    daysLeft: Type.Integer(),
    isConfirmed: Type.Boolean(),
    heard: Closed({ name: TextOrNull(), text: Type.String() }),
  }),
)

const WallReviewAnswer = schemaFor<WallReview>()(
  Closed({
    no: Type.Integer(),
    of: Type.Integer(),
    text: Type.String(),
    owner: Type.String(),
    ownerTitle: TextOrNull(),
    measure: Type.String(),
    firstDueOn: Type.String(),
    dueOn: Type.String(),
    timesMoved: Type.Integer(),
    daysLate: Type.Integer(),
    doneOn: TextOrNull(),
    report: TextOrNull(),
    photoId: TextOrNull(),
    photos: Type.Integer(),
    judged: OrNull(
      Closed({
        done: OneOf(DONE_ANSWERS),
        satisfied: OneOf(SATISFIED_ANSWERS),
        hands: OrNull(HandsAnswer),
        isTonight: Type.Boolean(),
      }),
    ),
    counting: OrNull(HandsUnderWayAnswer),
    isReopened: Type.Boolean(),
    isForRaisers: Type.Boolean(),
  }),
)

export const WallViewAnswer = schemaFor<WallView>()(
  Closed({
    asOf: Type.Integer(),
    today: Type.String(),
    timeZone: Type.String(),
    placeName: Type.String(),
    formatName: InLanguagesAnswer,
    mood: MoodAnswer,
    turnMs: Type.Integer(),
    title: Type.String(),
    onDay: Type.String(),
    beginsAt: TextOrNull(),
    venue: TextOrNull(),
    phase: OneOf(PHASE_ANSWERS),
    code: TextOrNull(),
    doorAddress: Type.String(),
    agenda: Type.Array(Type.String()),
    itemNo: Type.Integer(),
    floor: OrNull(Closed({ speaker: Type.String(), since: Type.String() })),
    shown: Type.Integer(),
    voices: Type.Array(Closed({ id: Type.String(), name: TextOrNull(), text: Type.String() })),
    promise: OrNull(WallPromiseAnswer),
    review: OrNull(WallReviewAnswer),
    reviewed: Type.Array(
      Closed({ done: OneOf(DONE_ANSWERS), satisfied: OneOf(SATISFIED_ANSWERS), count: Type.Integer() }),
    ),
    outcomes: Closed({ answered: Type.Integer(), promised: Type.Integer(), referred: Type.Integer() }),
  }),
)
