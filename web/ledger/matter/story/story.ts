import type { ClosedAs, ConcernChannel, Route } from '../../../../shared/concerns/concern.ts'
import { deciderOf, type PromiseWords } from '../../../../shared/commitments/commitment.ts'
import { daysBetween, type Day } from '../../../../shared/kernel/day.ts'
import type { RecordedEvent } from '../../../../shared/kernel/event.ts'
import type { PhotoId } from '../../../../shared/kernel/id.ts'
import { UNWRITTEN } from '../../../../shared/ledger/import/import.ts'
import type { MatterEvent, MatterView } from '../../../../shared/ledger/matter/matter.ts'
import { placeTitle } from '../../../../shared/places/levels.ts'
import { evolveRatings } from '../../../../shared/ratings/evolve.ts'
import type { DoneAnswer, Rating, RatingEvent, SatisfiedAnswer } from '../../../../shared/ratings/rating.ts'
import { dayAt } from '../../../sync/time.ts'
import type { StoryWords } from '../../../words/ledger/parts.zh-Hans.ts'
import type { LedgerWords } from '../../../words/ledger/ledger.zh-Hans.ts'
import type { StoryFacts } from './story-facts.ts'

export type Tone = 'plain' | 'promise' | 'late' | 'done' | 'hand' | 'now'

/** One sentence of a matter's story, with what was said then. */
export interface StoryStep {
  readonly seq: number
  readonly on: Day
  readonly line: string
  readonly quote: string
  readonly notes: readonly string[]
  readonly photoIds: readonly PhotoId[]
  readonly tone: Tone
  /** It runs, and stands at the end. */
  readonly isNow: boolean
}

type Told = RecordedEvent<MatterEvent>

/** What the facts of one kind of event or another say. */
type Facts = Readonly<
  Partial<
    Record<
      | 'commitmentId'
      | 'concernId'
      | 'meetingId'
      | 'dueOn'
      | 'doneOn'
      | 'fromOn'
      | 'toOn'
      | 'fromPlaceId'
      | 'toPlaceId'
      | 'because',
      string
    >
  >
> & {
  readonly times?: number
  readonly round?: number
  readonly channel?: ConcernChannel
  readonly as?: ClosedAs
  readonly isImported?: boolean
  readonly isOnBehalf?: true
  readonly route?: Route
  readonly photoIds?: readonly PhotoId[]
}

type Words = Readonly<
  Partial<
    Record<
      | 'text'
      | 'verbatim'
      | 'measure'
      | 'outcome'
      | 'report'
      | 'evidence'
      | 'order'
      | 'said'
      | 'reason'
      | 'raisedBy'
      | 'owner'
      | 'unit'
      | 'name'
      | 'title'
      | 'referredTo'
      | 'byName'
      | 'byPost',
      string | null
    >
  >
>
const factsIn = ({ data }: Told): Facts => data as Facts
const wordsIn = ({ words }: Told): Words => words as Words

const TONES: Readonly<Partial<Record<MatterEvent['type'], Tone>>> = {
  'commitment-confirmed': 'promise',
  'due-day-moved': 'promise',
  'commitment-became-overdue': 'late',
  'commitment-reopened': 'late',
  'concern-reopened': 'late',
  'commitment-ordered': 'late',
  'commitment-supervised': 'hand',
  'concern-escalated': 'late',
  'commitment-done': 'done',
  'commitment-settled': 'done',
  'concern-closed': 'done',
  'concern-answered': 'done',
  'part-reported': 'done',
  'matter-offered': 'hand',
  'matter-accepted': 'hand',
  'matter-returned': 'hand',
  'matter-passed': 'hand',
  'offer-taken-back': 'hand',
  'acceptance-taken-back': 'hand',
  'unit-summoned': 'hand',
  'unit-came': 'hand',
}

type Teller = StoryWords & Pick<LedgerWords, 'day' | 'daysLate' | 'daysLeft' | 'together'>

/** A matter from its first sentence on, in the words of this page. */
export function storyOf(view: MatterView, words: Teller, timeZone: string): readonly StoryStep[] {
  return [...toldOf(view, words, timeZone), ...runningOf(view, words)]
}

function toldOf(view: MatterView, words: Teller, timeZone: string): readonly StoryStep[] {
  return view.events.flatMap((event) => {
    const tell = event.type in words.tells ? words.tells[event.type as keyof StoryWords['tells']] : null
    if (tell === null || isToldElsewhere(event, view.events)) return []
    return {
      seq: event.seq,
      on: saidOn(event) ?? dayAt(Date.parse(event.recordedAt), timeZone),
      line: tell(factsOf(event, view, words)),
      quote: quoteIn(event, view),
      notes: notesOf(event, view, words),
      photoIds: factsIn(event).photoIds ?? [],
      tone: TONES[event.type] ?? 'plain',
      isNow: false,
    }
  })
}

/** An old matter was raised long before it came in here. */
const saidOn = (event: Told): Day | null =>
  event.type === 'concern-raised' && event.data.channel === 'import' ? (event.data.raisedOn ?? null) : null

/** What still runs stands at the end, with whose it is and how long there is. */
function runningOf({ commitments, events, today }: MatterView, words: Teller): readonly StoryStep[] {
  return commitments
    .filter(({ state }) => state === 'open')
    .map(({ owner, dueOn }, nth) => {
      const left = daysBetween(today, dueOn)
      return {
        ...{ seq: (events.at(-1)?.seq ?? 0) + nth + 1, on: today, quote: '', notes: [], photoIds: [] },
        line: `${owner} · ${left < 0 ? words.daysLate(-left) : words.daysLeft(left)}`,
        tone: left < 0 ? 'late' : 'now',
        isNow: true,
      }
    })
}

/** Two events of one breath are one sentence, and the ratings of one round are one sum. */
function isToldElsewhere(event: Told, all: readonly Told[]): boolean {
  const isBeside = (...types: MatterEvent['type'][]) =>
    all.some((one) => types.includes(one.type) && one.recordedAt === event.recordedAt)
  const isFollowed = (...types: MatterEvent['type'][]) =>
    all.some((one) => one.seq > event.seq && types.includes(one.type) && isOfSameDay(one, event))
  switch (event.type) {
    case 'concern-recorded':
      return isBeside('concern-raised')
    case 'concern-reopened':
      return isBeside('commitment-reopened')
    // Said, read back and agreed in one evening is one promise.
    case 'commitment-recorded':
      return isFollowed('commitment-read-back', 'commitment-confirmed')
    // Told to the staff only.
    case 'owner-linked':
      return event.words.name === ''
    case 'commitment-amended':
    case 'commitment-read-back':
      return isFollowed('commitment-read-back', 'commitment-confirmed')
    case 'outcome-rated':
      return all.some((one) => one.type === 'outcome-rated' && one.seq > event.seq && isSameRound(one, event))
    default:
      return false
  }
}

const isOfSameDay = (one: Told, other: Told): boolean =>
  factsIn(one).commitmentId === factsIn(other).commitmentId &&
  one.recordedAt.slice(0, 10) === other.recordedAt.slice(0, 10)

const isSameRound = (one: Told, other: Told): boolean => {
  const [a, b] = [factsIn(one), factsIn(other)]
  return a.round === b.round && a.commitmentId === b.commitmentId && a.concernId === b.concernId
}

/** What was said in this event, and in no other one. */
function quoteIn(event: Told, view: MatterView): string {
  if (event.type === 'commitment-confirmed') return promiseIn(event, view)
  const { text, verbatim, measure, outcome, report, evidence, order, said, reason } = wordsIn(event)
  if (verbatim && measure) return isOfMatter(verbatim, view) ? measure : verbatim
  const quote = text ?? measure ?? outcome ?? report ?? evidence ?? order ?? said ?? reason ?? ''
  return quote === UNWRITTEN ? '' : quote
}

/** What they said when they promised, where that is more than what they will do. */
function promiseIn(event: Told, view: MatterView): string {
  const promise = view.commitments.find(({ id }) => id === factsIn(event).commitmentId)
  if (!promise || promise.verbatim === promise.measure) return ''
  return isOfMatter(promise.verbatim, view) ? promise.measure : promise.verbatim
}

/** The words in which the matter was raised: whoever promised did not say them. */
const isOfMatter = (words: string, { concern, events }: MatterView): boolean =>
  [concern?.text, ...events.map((event) => wordsIn(event).text)].some((text) => text?.trim() === words.trim())

function factsOf(event: Told, view: MatterView, words: Teller): StoryFacts {
  const [data, said] = [factsIn(event), wordsIn(event)]
  const placeOf = (id?: string): string => {
    const place = view.ladder.find((one) => one.id === id)
    return place ? placeTitle(place) : ''
  }
  const dayOf = (day?: Day): string => (day ? words.day(day, view.today) : '')
  const promise = view.commitments.find(({ id }) => id === data.commitmentId)
  return {
    who: (event.type === 'concern-raised' ? said.raisedBy : (said.owner ?? promise?.owner)) ?? '',
    by: deciderOf(said),
    day: dayOf(data.dueOn ?? data.doneOn ?? undefined),
    from: dayOf(data.fromOn) || placeOf(data.fromPlaceId),
    to: dayOf(data.toOn) || placeOf(data.toPlaceId),
    unit: said.unit ?? said.referredTo ?? said.name ?? '',
    times: data.times ?? data.round ?? 0,
    channel: data.channel ?? 'meeting',
    route: data.route ?? null,
    meeting: view.meetings.find(({ id }) => id === data.meetingId)?.title ?? '',
    isSlow: data.because === 'rating',
    as: data.as ?? 'rated',
    supervision: event.type === 'commitment-supervised' ? event.data.kind : null,
    isImported: data.isImported ?? false,
    isOnBehalf: data.isOnBehalf ?? false,
  }
}

function notesOf(event: Told, view: MatterView, words: Teller): readonly string[] {
  const dayOf = (day: Day): string => words.day(day, view.today)
  switch (event.type) {
    case 'commitment-read-back':
      return promiseNotes(event.words, words)
    case 'commitment-confirmed': {
      const heard = view.events.findLast(
        (one) => one.type === 'commitment-read-back' && one.seq < event.seq && isOfSameDay(one, event),
      )
      return heard?.type === 'commitment-read-back' ? promiseNotes(heard.words, words) : []
    }
    case 'part-reported': {
      const { commitmentId, coOwner, remainderOn } = event.data
      const owners = view.commitments.find(({ id }) => id === commitmentId)?.coOwners
      const one = coOwner === null ? undefined : owners?.[coOwner]
      if (one) return [words.ownPart(one.name, one.part)]
      const { remainder } = event.words
      return remainder && remainderOn ? [words.rest(remainder, dayOf(remainderOn))] : []
    }
    case 'owner-linked':
      return event.words.title ? [event.words.title] : []
    case 'matter-offered':
    case 'unit-summoned':
      return [words.answerBy(dayOf(event.data.answerBy))]
    case 'outcome-rated':
      return ratingNotes(event, view.events, words)
    default:
      return []
  }
}

// Words that were erased leave nothing to tell.
const promiseNotes = (
  { measure = '', coOwners = [] }: Partial<PromiseWords>,
  words: Teller,
): readonly string[] => [measure, ...coOwners.map(({ name, part }) => `${words.together}：${name}，${part}`)]

/** How many said what: hands count as so many, everybody else once; never who. */
function ratingNotes(event: Told, all: readonly Told[], words: Teller): readonly string[] {
  const { round, commitmentId, concernId } = factsIn(event)
  const ratings = all
    .reduce<readonly Rating[]>((list, one) => evolveRatings(list, one as RecordedEvent<RatingEvent>), [])
    .filter((one) => one.round === round && one.commitmentId === commitmentId && one.concernId === concernId)
  const sum = (count: (one: Rating) => number): number =>
    ratings.reduce((total, one) => total + count(one), 0)
  const how = (answer: SatisfiedAnswer): number =>
    sum(({ hands, satisfied }) => hands?.satisfied[answer] ?? Number(satisfied === answer))
  const was = (answer: DoneAnswer): number =>
    sum(({ hands, done }) => hands?.done[answer] ?? Number(done === answer))
  const [partly, notDone] = [was('partly'), was('not')]
  return [
    words.totals({ satisfied: how('satisfied'), acceptable: how('acceptable'), not: how('not') }),
    ...(partly > 0 ? [words.partly(partly)] : []),
    ...(notDone > 0 ? [words.notDone(notDone)] : []),
    ...ratings.flatMap(({ word }) => (word ? [`「${word}」`] : [])),
  ]
}
