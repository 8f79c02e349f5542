import Type from 'typebox'
import { BothDaysAnswer } from '../calendar/answers.ts'
import { CommitmentAnswer, DueChangeAnswer, PhotoAnswer, ProgressAnswer } from '../commitments/answers.ts'
import { STAGES } from '../commitments/stage.ts'
import { CONCERN_STATES } from '../concerns/concern.ts'
import { ConcernAnswer } from '../concerns/answers.ts'
import {
  DayText,
  Closed,
  CountOrNull,
  Id,
  OneOf,
  OneOfOrNull,
  OrNull,
  TextOrNull,
  schemaFor,
} from '../kernel/schema.ts'
import { MeetingAnswer } from '../meetings/answers.ts'
import { PlaceAnswer } from '../places/answers.ts'
import {
  CALENDAR_SCOPES,
  LEDGER_SORTS,
  LEDGER_STANDINGS,
  LEDGER_VIEWS,
  type CalendarLink,
  type LedgerBelow,
  type LedgerCounts,
  type LedgerPage,
  type LedgerUnpromised,
  type LedgerView,
  type SavedView,
} from './ledger.ts'
import type { CountersignsView } from './month/countersign.ts'
import type { FiguresView, ToldSums } from './month/figures.ts'
import type { ImportedView } from './import/import.ts'
import type { RisingView } from './rising.ts'
import { WAITING_KINDS, type WaitingView } from './waiting.ts'

const head = { asOf: Type.Integer(), today: Type.String(), place: PlaceAnswer }

const CountsAnswer = schemaFor<LedgerCounts>()(
  Closed({
    overdue: Type.Integer(),
    soon: Type.Integer(),
    'on-track': Type.Integer(),
    spoken: Type.Integer(),
    settled: Type.Integer(),
  }),
)

export const LedgerViewAnswer = schemaFor<LedgerView>()(
  Closed({
    ...head,
    commitments: Type.Array(CommitmentAnswer),
    dueChanges: Type.Array(DueChangeAnswer),
    progress: Type.Array(ProgressAnswer),
    photos: Type.Optional(Type.Array(PhotoAnswer)),
    newerDays: Type.Array(Closed({ commitmentId: Id(), days: BothDaysAnswer })),
    concerns: Type.Array(ConcernAnswer),
    meetings: Type.Array(MeetingAnswer),
  }),
)

const matterFields = {
  placeId: Id(),
  commitment: CommitmentAnswer,
  concern: OrNull(ConcernAnswer),
  meeting: OrNull(Closed({ id: Id(), title: Type.String(), onDay: Type.String() })),
  dueChanges: Type.Array(DueChangeAnswer),
  progress: Type.Array(ProgressAnswer),
}

export const LedgerPageAnswer = schemaFor<LedgerPage>()(
  Closed({
    ...head,
    view: OneOf(LEDGER_VIEWS),
    places: Type.Array(PlaceAnswer),
    counts: CountsAnswer,
    matters: Type.Array(Closed(matterFields)),
    next: TextOrNull(),
  }),
)

export const LedgerBelowAnswer = schemaFor<LedgerBelow>()(
  Closed({
    ...head,
    counts: CountsAnswer,
    villages: Type.Array(Closed({ placeId: Id(), name: Type.String(), counts: CountsAnswer })),
  }),
)

export const LedgerUnpromisedAnswer = schemaFor<LedgerUnpromised>()(
  Closed({
    today: DayText(),
    places: Type.Array(PlaceAnswer),
    matters: Type.Array(Closed({ placeId: Id(), concern: ConcernAnswer })),
  }),
)

export const WaitingViewAnswer = schemaFor<WaitingView>()(
  Closed({
    ...head,
    counts: CountsAnswer,
    matters: Type.Array(Closed({ ...matterFields, kind: OneOf(WAITING_KINDS), stage: OneOfOrNull(STAGES) })),
    hasMore: Type.Boolean(),
    places: Type.Array(
      Closed({
        placeId: Id(),
        name: Type.String(),
        open: CountOrNull(),
        rated: CountOrNull(),
        satisfied: CountOrNull(),
      }),
    ),
  }),
)

export const calendarLinkFields = {
  linkId: Type.String(),
  placeId: Id(),
  scope: OneOf(CALENDAR_SCOPES),
  madeAt: Type.String(),
}
const CalendarLinkAnswer = schemaFor<CalendarLink>()(Closed(calendarLinkFields))

export const CalendarLinksAnswer = Type.Array(CalendarLinkAnswer)

export const SavedViewAnswer = schemaFor<SavedView>()(
  Closed({
    viewId: Id(),
    placeId: Id(),
    name: Type.String(),
    question: Closed({
      view: Type.Optional(OneOf(LEDGER_VIEWS)),
      standing: Type.Optional(OneOf(LEDGER_STANDINGS)),
      q: Type.Optional(Type.String()),
      sort: Type.Optional(OneOf(LEDGER_SORTS)),
    }),
  }),
)

export const SavedViewsAnswer = Type.Array(SavedViewAnswer)

export const ImportedViewAnswer = schemaFor<ImportedView>()(
  Closed({
    today: Type.String(),
    timeZone: Type.String(),
    keys: Type.Array(Type.String()),
    batches: Type.Array(Closed({ importId: Type.String(), count: Type.Integer(), touched: Type.Integer() })),
    grids: Type.Array(Closed({ id: Id(), name: Type.String() })),
    owners: Type.Array(
      Closed({
        id: Id(),
        name: Type.String(),
        titles: Type.Array(Type.String()),
        shown: Type.String(),
      }),
    ),
    areRaisersNamed: Type.Boolean(),
  }),
)

export const CountersignsViewAnswer = schemaFor<CountersignsView>()(
  Closed({
    today: Type.String(),
    countersigns: Type.Array(
      Closed({
        month: Type.String(),
        personId: Id(),
        name: Type.String(),
        post: Type.String(),
        on: Type.String(),
      }),
    ),
  }),
)

const SumsAnswer = schemaFor<ToldSums>()(
  Closed({
    promised: CountOrNull(),
    kept: CountOrNull(),
    keptInTime: CountOrNull(),
    overdue: CountOrNull(),
    moved: CountOrNull(),
    handedUp: CountOrNull(),
    declined: CountOrNull(),
    unrated: CountOrNull(),
    raised: CountOrNull(),
    responded: CountOrNull(),
    due: CountOrNull(),
    resolved: CountOrNull(),
    rated: CountOrNull(),
    satisfied: CountOrNull(),
  }),
)

export const FiguresViewAnswer = schemaFor<FiguresView>()(
  Closed({
    ...head,
    months: Type.Array(Closed({ month: Type.String(), sums: SumsAnswer })),
    ages: Type.Array(CountOrNull()),
    channels: Closed({
      meeting: CountOrNull(),
      form: CountOrNull(),
      call: CountOrNull(),
      paper: CountOrNull(),
      visit: CountOrNull(),
      import: CountOrNull(),
    }),
    whole: SumsAnswer,
    below: Type.Array(Closed({ names: Type.Array(Type.String()), sums: SumsAnswer })),
  }),
)

const GroupCount = Type.Optional(Type.Integer())

export const RisingViewAnswer = schemaFor<RisingView>()(
  Closed({
    asOf: Type.Integer(),
    today: Type.String(),
    from: Type.String(),
    places: Type.Array(PlaceAnswer),
    groups: Type.Array(
      Closed({
        matters: Type.Array(
          Closed({
            placeId: Id(),
            id: Id(),
            no: Type.Integer(),
            meetingId: TextOrNull(),
            text: Type.String(),
            state: OneOf(CONCERN_STATES),
            raisedAt: Type.String(),
            voices: Type.Integer(),
          }),
        ),
        count: Type.Integer(),
        villages: Type.Integer(),
        voices: Type.Integer(),
        waiting: Type.Integer(),
        about: Closed({ elders: GroupCount, children: GroupCount, 'special-needs': GroupCount }),
      }),
    ),
  }),
)
