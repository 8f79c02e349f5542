import { saidNoOf, type Judged, type JudgedAt } from '../../ratings/rating.ts'
import {
  deciderOf,
  type Commitment,
  type DueChange,
  type Progress,
  type SupervisionKind,
} from '../../commitments/commitment.ts'
import type { Photo } from '../../commitments/photo.ts'
import type { ClosedAs, Concern, ConcernChannel, Route } from '../../concerns/concern.ts'
import type { CustodyStep } from '../../custody/custody.ts'
import type { Day } from '../../kernel/day.ts'
import type { Instant } from '../../kernel/event.ts'
import type { MeetingId } from '../../kernel/id.ts'
import { afterWhatItIsAbout } from './judged-hour.ts'
import type { Outcome, Turn } from './turns.ts'

/** What the story of one matter is told from. */
export interface TimelineFacts {
  readonly concern: Concern
  readonly into: Concern | null
  readonly commitments: readonly Commitment[]
  readonly dueChanges: readonly DueChange[]
  readonly saidNo?: readonly JudgedAt[]
  readonly saidYes?: readonly JudgedAt[]
  /** Without them, the present state stands for all that went before. */
  readonly turns?: readonly Turn[]
  readonly progress: readonly Progress[]
  readonly steps: readonly CustodyStep[]
  readonly photos: readonly Photo[]
  readonly meetings?: readonly { readonly id: MeetingId; readonly title: string }[]
}

/** One line of what became of a matter. */
export interface TimelineStep {
  readonly key: string
  readonly on: Day
  readonly tone: 'plain' | 'promise' | 'late' | 'done'
  /** What was said in so many words. */
  readonly quote: string | null
  readonly lead: string
  readonly text: string
  /** Who said it and where. */
  readonly note: string | null
  readonly photos: readonly Photo[]
}

/** What a matter went through, told alike on the phone of whoever asked and on the page for everybody. */
export interface TimelineWords {
  readonly oneVillager: string
  readonly comma: string
  /** Between several names. */
  readonly between: string
  readonly channel: Readonly<Record<ConcernChannel, string>>
  readonly atMeeting: (title: string) => string
  readonly quoted: (text: string) => string
  /** Instead of a day that was told just before. */
  readonly sameDay: string
  readonly firstDay: string
  readonly presentDay: string
  readonly notMoved: string
  readonly moved: (times: number) => string
  readonly voices: (count: number) => string

  readonly promised: (owner: string) => string
  readonly byDay: (day: string) => string
  /** `by` is empty where it is not known who agreed. */
  readonly extended: (day: string, by: string) => string
  readonly recounted: (day: string) => string
  /** Opened again, by a day where one was promised, after what was said of it as far as that is known. */
  readonly reopened: (day: string | null, said: Judged | null) => string
  readonly judged: (said: Judged) => string
  readonly settled: Readonly<Record<ClosedAs, string>>
  readonly reported: string
  readonly partDone: string
  readonly remainder: (what: string, day: string | null) => string
  readonly evidence: string
  readonly ordered: string
  readonly supervised: Readonly<Record<SupervisionKind, string>>
  readonly answered: string
  readonly referred: (to: string) => string
  readonly route: (route: Route) => string
  readonly assembly: string
  readonly declined: string
  readonly handedUp: (place: string) => string
  readonly accepted: (place: string) => string
  readonly returned: (place: string) => string
  readonly summoned: (unit: string) => string
  readonly came: (unit: string) => string
}

export interface TimelineContext {
  readonly today: Day
  readonly dayOf: (at: Instant) => Day
  readonly dayInWords: (day: Day, today: Day) => string
  readonly placeOf: (id: string) => string
  readonly words: TimelineWords
  /** For whoever raised it, who needs not be told who that was. */
  readonly isOwn: boolean
}

type Dated = Pick<TimelineStep, 'tone' | 'lead' | 'text'> &
  Partial<Pick<TimelineStep, 'quote' | 'note' | 'photos' | 'on'>> & { readonly at: Instant }

/** What was said, promised, moved, handed on and reported, the first thing first. */
export function timelineOf(facts: TimelineFacts, around: TimelineContext): readonly TimelineStep[] {
  const all = [
    raised(facts, around),
    ...promises(facts, around),
    ...hands(facts, around),
    ...outcomes(facts, around),
    ...judgements(facts, around),
  ]
  return all
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ at, on, ...step }, index) => ({
      ...{ quote: null, note: null, photos: [] },
      ...step,
      on: on ?? around.dayOf(at),
      key: `${at}${index}`,
    }))
}

function raised({ concern, meetings = [] }: TimelineFacts, { words, isOwn }: TimelineContext): Dated {
  const meeting = meetings.find(({ id }) => id === concern.meetingId)
  const where = meeting ? words.atMeeting(meeting.title) : words.channel[concern.channel]
  const who = isOwn ? [] : [concern.raisedBy ?? words.oneVillager]
  const note = [...who, where].join(words.comma)
  return { at: concern.raisedAt, tone: 'plain', quote: words.quoted(concern.text), lead: '', text: '', note }
}

function promises(facts: TimelineFacts, around: TimelineContext): Dated[] {
  const { words } = around
  const dayOf = (day: Day): string => around.dayInWords(day, around.today)
  // What nobody nodded to yet is no promise.
  return facts.commitments
    .filter(({ confirmedAt }) => confirmedAt !== null)
    .flatMap((one): Dated[] => [
      {
        at: one.confirmedAt!,
        tone: 'promise',
        lead: words.promised([one.owner, ...one.coOwners.map(({ name }) => name)].join(words.between)),
        text: `${one.measure}${words.comma}${words.byDay(dayOf(one.firstDueOn))}`,
      },
      ...changesOf(one, facts, words, dayOf),
      ...stepsOf(one, facts, words, dayOf),
      ...reportsOf(one, facts, words),
    ])
}

const changesOf = (
  { id }: Commitment,
  { dueChanges, saidNo = [], turns = [] }: TimelineFacts,
  words: TimelineWords,
  dayOf: (day: Day) => string,
): Dated[] =>
  dueChanges
    .filter(({ commitmentId }) => commitmentId === id)
    .filter(({ kind, movedAt }) => kind !== 'reopened' || !turns.some(({ at }) => at === movedAt))
    .map(({ kind, toOn, reason, movedAt, ...by }) => ({
      at: movedAt,
      tone: kind === 'extended' ? 'promise' : kind === 'reopened' ? 'late' : 'plain',
      lead:
        kind === 'reopened'
          ? words.reopened(dayOf(toOn), saidNoOf(saidNo, id, movedAt))
          : words[kind](dayOf(toOn), deciderOf(by)),
      text: reason,
    }))

const stepsOf = (
  { id }: Commitment,
  { progress, photos }: TimelineFacts,
  words: TimelineWords,
  dayOf: (day: Day) => string,
): Dated[] =>
  progress
    .filter(({ commitmentId }) => commitmentId === id)
    .map(({ kind, text, remainder, remainderOn, at, seq }) => {
      const lead = {
        part: words.partDone,
        evidence: words.evidence,
        order: words.ordered,
        ...words.supervised,
      }[kind]
      const left = remainder ? `；${words.remainder(remainder, remainderOn && dayOf(remainderOn))}` : ''
      const shown = photos.filter((one) => one.commitmentId === id && one.seq === seq)
      return { at, tone: kind === 'order' ? 'late' : 'plain', lead, text: text + left, photos: shown }
    })

/** Each report that it was done, with the photos that came with it. */
function reportsOf(
  one: Commitment,
  { progress, photos, turns = [], ...said }: TimelineFacts,
  words: TimelineWords,
): Dated[] {
  const own = photos.filter(({ commitmentId }) => commitmentId === one.id)
  const report = (at: Instant, on: Day, text: string, shown: readonly Photo[]): Dated => ({
    ...{ at, on, tone: 'done', lead: words.reported, text, photos: shown },
  })
  const reports = turns.filter(({ kind, subjectId }) => kind === 'reported' && subjectId === one.id)
  if (reports.length > 0)
    return reports.flatMap(({ at, on, text, seq }, nth) => {
      // A report that was written down later belongs to its day.
      const then = on && nth === 0 ? earliest(at, endOf(on)) : at
      return on
        ? report(
            then,
            on,
            text,
            own.filter((photo) => photo.seq === seq),
          )
        : []
    })
  if (!one.doneOn) return []
  const onTheWay = new Set(progress.map(({ seq }) => seq))
  const shown = own.filter(({ seq }) => !onTheWay.has(seq))
  const judged = [...(said.saidNo ?? []), ...(said.saidYes ?? [])]
  const first = judged.filter(
    ({ commitmentId, at }) => commitmentId === one.id && at.slice(0, 10) >= one.doneOn!,
  )
  return [
    report(earliest(endOf(one.doneOn), ...first.map(({ at }) => at)), one.doneOn, one.report ?? '', shown),
  ]
}

const endOf = (day: Day): Instant => `${day}T23:59`
const earliest = (...all: readonly Instant[]): Instant =>
  all.reduce((one, other) => (other < one ? other : one))

/** What was said of it, the new run that followed, and how it ended. */
function judgements(
  { turns = [], saidNo = [], saidYes = [], ...facts }: TimelineFacts,
  around: TimelineContext,
): Dated[] {
  const { words } = around
  const told = [...facts.commitments.map(({ id }) => id), (facts.into ?? facts.concern).id]
  const promises = new Set<string>(facts.commitments.map(({ id }) => id))
  return [
    ...saidYes.map((said): Dated => ({
      at: afterWhatItIsAbout(said, facts.commitments, turns),
      tone: 'done',
      lead: words.judged(said),
      text: '',
    })),
    ...turns
      .filter(({ subjectId }) => told.includes(subjectId))
      .flatMap((turn): Dated[] => {
        const { kind, subjectId, at, on, closedAs } = turn
        if (closedAs) return [{ at, tone: 'done', lead: words.settled[closedAs], text: '' }]
        if (kind !== 'reopened') return []
        const said = saidNoOf(saidNo, promises.has(subjectId) ? subjectId : null, at)
        const lead = words.reopened(on && around.dayInWords(on, around.today), said)
        const before = turns.slice(0, turns.indexOf(turn))
        const then = afterWhatItIsAbout({ commitmentId: subjectId, at }, facts.commitments, before)
        return [{ at: then, tone: 'late', lead, text: '' }]
      }),
  ]
}

function hands({ steps }: TimelineFacts, { words, placeOf }: TimelineContext): Dated[] {
  return steps.flatMap(({ kind, fromPlaceId, toPlaceId, unit, reason, at }): Dated[] => {
    const to = placeOf(toPlaceId)
    const leads = {
      offered: words.handedUp(to),
      accepted: words.accepted(to),
      returned: words.returned(to),
      summoned: words.summoned(unit ?? to),
      came: words.came(unit ?? placeOf(fromPlaceId)),
    }
    // A slip of the finger is no part of the story.
    return kind in leads ? [{ at, tone: 'plain', lead: leads[kind as keyof typeof leads], text: reason }] : []
  })
}

function outcomes({ concern, into, turns = [] }: TimelineFacts, { words }: TimelineContext): Dated[] {
  const told = into ?? concern
  const given = turns.flatMap(({ subjectId, at, outcome }) => {
    return outcome && subjectId === told.id ? [outcomeAt(at, outcome, words)] : []
  })
  if (given.length > 0) return given.flat()
  return told.settledAt === null ? [] : outcomeAt(told.settledAt, told, words)
}

function outcomeAt(
  at: Instant,
  { state, outcome: text, referredTo, route }: Outcome,
  words: TimelineWords,
): Dated[] {
  if (state === 'promised') return []
  const lead =
    state === 'referred' || referredTo
      ? words.referred([referredTo, route && words.route(route)].filter(Boolean).join(words.comma))
      : state === 'assembly'
        ? words.assembly
        : state === 'declined'
          ? words.declined
          : words.answered
  return text || referredTo ? [{ at, tone: 'done', lead, text: text ?? '' }] : []
}
