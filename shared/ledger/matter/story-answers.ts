import Type from 'typebox'
import { CommitmentAnswer, DueChangeAnswer, PhotoAnswer, ProgressAnswer } from '../../commitments/answers.ts'
import { ConcernAnswer } from '../../concerns/answers.ts'
import { CustodyAnswer, CustodyStepAnswer } from '../../custody/answers.ts'
import { ROLES } from '../../kernel/event.ts'
import { AnyObject, Closed, DayText, Id, OneOf, OrNull, TextOrNull, schemaFor } from '../../kernel/schema.ts'
import { PHASE_ANSWERS } from '../../meetings/answers.ts'
import { PlaceAnswer } from '../../places/answers.ts'
import { JudgedAnswer, RatingAnswer, JudgedAtAnswer } from '../../ratings/answers.ts'
import { CLOSED_AS, CONCERN_STATES, ROUTES } from '../../concerns/concern.ts'
import type { MatterView } from './matter.ts'
import { TURN_KINDS, type Turn } from './turns.ts'
import type { MineView, MyMatter, MyPromise, Question } from '../mine.ts'

export const MatterViewAnswer = schemaFor<MatterView>()(
  Closed({
    asOf: Type.Integer(),
    today: Type.String(),
    publicPath: TextOrNull(),
    place: PlaceAnswer,
    roles: Type.Array(OneOf(ROLES)),
    concern: OrNull(ConcernAnswer),
    commitments: Type.Array(CommitmentAnswer),
    dueChanges: Type.Array(DueChangeAnswer),
    progress: Type.Array(ProgressAnswer),
    meetings: Type.Array(
      Closed({
        id: Id(),
        title: Type.String(),
        onDay: Type.String(),
        phase: OneOf(PHASE_ANSWERS),
        isFrozen: Type.Boolean(),
      }),
    ),
    orderFrom: Type.Array(Closed({ commitmentId: Id(), on: Type.String() })),
    custody: OrNull(CustodyAnswer),
    steps: Type.Array(CustodyStepAnswer),
    ladder: Type.Array(PlaceAnswer),
    actsFor: Type.Array(Id()),
    ownedAbove: Type.Array(Id()),
    // Events of every kind: what each holds is told by its own feature.
    events: Type.Array(AnyObject<MatterView['events'][number]>()),
  }),
)

const QuestionAnswer = schemaFor<Question>()(
  Closed({
    concernId: TextOrNull(),
    commitmentId: TextOrNull(),
    since: Type.String(),
    asking: Type.Integer(),
    given: OrNull(RatingAnswer),
    judged: OrNull(JudgedAnswer),
    changeUntil: TextOrNull(),
  }),
)

const TurnAnswer = schemaFor<Turn>()(
  Closed({
    kind: OneOf(TURN_KINDS),
    subjectId: Id(),
    seq: Type.Integer(),
    at: Type.String(),
    on: TextOrNull(),
    text: Type.String(),
    outcome: OrNull(
      Closed({
        state: OneOf(CONCERN_STATES),
        outcome: TextOrNull(),
        referredTo: TextOrNull(),
        route: OrNull(OneOf(ROUTES)),
      }),
    ),
    closedAs: OrNull(OneOf(CLOSED_AS)),
  }),
)

const MyMatterAnswer = schemaFor<MyMatter>()(
  Closed({
    concern: ConcernAnswer,
    into: OrNull(ConcernAnswer),
    commitments: Type.Array(CommitmentAnswer),
    dueChanges: Type.Array(DueChangeAnswer),
    saidNo: Type.Array(JudgedAtAnswer),
    saidYes: Type.Array(JudgedAtAnswer),
    turns: Type.Array(TurnAnswer),
    progress: Type.Array(ProgressAnswer),
    custody: OrNull(CustodyAnswer),
    steps: Type.Array(CustodyStepAnswer),
    questions: Type.Array(QuestionAnswer),
    photos: Type.Array(PhotoAnswer),
    publicPath: TextOrNull(),
    isAdded: Type.Boolean(),
  }),
)

const MyPromiseAnswer = schemaFor<MyPromise>()(
  Closed({
    commitment: CommitmentAnswer,
    judged: OrNull(JudgedAnswer),
    concern: OrNull(ConcernAnswer),
    refused: OrNull(Closed({ dueOn: DayText(), reason: Type.String() })),
  }),
)

export const MineViewAnswer = schemaFor<MineView>()(
  Closed({
    asOf: Type.Integer(),
    today: Type.String(),
    place: PlaceAnswer,
    isKnown: Type.Boolean(),
    grids: Type.Array(PlaceAnswer),
    holders: Type.Array(PlaceAnswer),
    matters: Type.Array(MyMatterAnswer),
    meetings: Type.Array(Closed({ id: Id(), title: Type.String() })),
    evening: OrNull(Closed({ id: Id(), title: Type.String() })),
    promises: Type.Array(MyPromiseAnswer),
    mayHaveCode: Type.Boolean(),
  }),
)
