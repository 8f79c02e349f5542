import type { Commitment } from '../commitments/commitment.ts'
import { isHeldBack, isOver, isUnsettled, type Concern, type ConcernChannel } from '../concerns/concern.ts'
import { daysBetween, type Day } from '../kernel/day.ts'
import type { CommitmentId, ConcernId, PlaceId } from '../kernel/id.ts'
import { firstGraphemes } from '../kernel/text/text.ts'
import { FORMATS } from '../meetings/formats.ts'
import { MAX_AGENDA_TITLE_LENGTH, type AgendaItem, type Meeting } from '../meetings/meeting.ts'
import type { Rating } from '../ratings/rating.ts'

/** Judged "not" so often, it is looked at first. */
const OFTEN_NOT = 2

/** In the order in which an evening takes them. */
export const WAITING_PARTS = ['promised', 'above', 'unfinished', 'inbox'] as const
export type WaitingPart = (typeof WAITING_PARTS)[number]

/** Why it waits for the next agenda; the strongest reason first. */
export type WaitingReason =
  | { readonly kind: 'judged-not'; readonly times: number }
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'reported'; readonly on: Day; readonly photos: number }
  | ({ readonly kind: 'judged'; readonly photos: number } & Pick<Rating, 'done' | 'satisfied'>)
  | { readonly kind: 'due'; readonly on: Day }
  | { readonly kind: 'marked' }
  | { readonly kind: 'no-outcome' }
  | { readonly kind: 'not-reached' }
  | { readonly kind: 'came-in'; readonly channel: ConcernChannel; readonly voices: number }
  | { readonly kind: 'answered' }

/** One line of what waits for the next agenda. */
export interface Waiting {
  readonly part: WaitingPart
  readonly title: string
  readonly reason: WaitingReason
  readonly commitmentId: CommitmentId | null
  readonly concernId: ConcernId | null
  /** Who promised it, or who raised it. */
  readonly who: string | null
  readonly firstDueOn: Day | null
  readonly dueOn: Day | null
  readonly doneOn: Day | null
  /** Whether it comes on the agenda unless somebody puts it off. */
  readonly isProposed: boolean
}

export interface WaitingSources {
  readonly placeId: PlaceId
  readonly today: Day
  /** The day of the evening that is planned. */
  readonly onDay: Day
  /** Confirmed and not settled. */
  readonly commitments: readonly Commitment[]
  readonly concerns: readonly Concern[]
  readonly ratings: readonly Rating[]
  /** How many photos came with the reports of each promise. */
  readonly photos: ReadonlyMap<CommitmentId, number>
  /** Who holds what was handed on. */
  readonly holders: ReadonlyMap<ConcernId, PlaceId>
  /** The evening that was closed last, with its agenda. */
  readonly last: { readonly meeting: Meeting; readonly agenda: readonly AgendaItem[] } | null
}

/** What waits for the next agenda, in the order in which the evening takes it: the one answer for every screen. */
export function waitingForAgenda(sources: WaitingSources): readonly Waiting[] {
  const promised = sources.commitments.flatMap((one) => promiseWaiting(one, sources)).sort(byUrgency)
  const listed = new Set(promised.map(({ concernId }) => concernId))
  const matters = sources.concerns
    .filter(({ id }) => !listed.has(id))
    .flatMap((one) => matterWaiting(one, sources))
  const all = [...promised, ...matters, ...notReached(sources, matters)]
  return WAITING_PARTS.flatMap((part) => all.filter((one) => one.part === part))
}

/** The promises among them, in order. */
export const waitingPromises = (waiting: readonly Waiting[]): readonly CommitmentId[] =>
  waiting.flatMap(({ commitmentId, isProposed }) => (commitmentId !== null && isProposed ? commitmentId : []))

function promiseWaiting(commitment: Commitment, sources: WaitingSources): Waiting[] {
  const reason = promiseReason(commitment, sources)
  if (!reason) return []
  const { id, concernId, owner, firstDueOn, dueOn, doneOn, measure } = commitment
  const concern = sources.concerns.find((one) => one.id === concernId)
  return [
    {
      ...{ part: isElsewhere(concernId, sources) ? 'above' : 'promised', title: concern?.text ?? measure },
      ...{ reason, commitmentId: id, concernId, who: owner, firstDueOn, dueOn, doneOn, isProposed: true },
    },
  ]
}

function promiseReason(commitment: Commitment, sources: WaitingSources): WaitingReason | null {
  const { id, state, timesReopened, dueOn, doneOn } = commitment
  const photos = sources.photos.get(id) ?? 0
  if (timesReopened >= OFTEN_NOT) return { kind: 'judged-not', times: timesReopened }
  if (state === 'done' && doneOn !== null) return { kind: 'reported', on: doneOn, photos }
  if (state === 'rated') {
    const isNew = doneOn !== null && (sources.last === null || doneOn >= sources.last.meeting.onDay)
    const rating = sources.ratings.findLast(({ commitmentId }) => commitmentId === id)
    // What the hall itself judged is not looked at again.
    if (!isNew || rating?.channel === 'hands') return null
    if (!rating) return { kind: 'reported', on: doneOn, photos }
    return { kind: 'judged', done: rating.done, satisfied: rating.satisfied, photos }
  }
  if (dueOn < sources.today) return { kind: 'late', days: daysBetween(dueOn, sources.today) }
  return dueOn <= sources.onDay ? { kind: 'due', on: dueOn } : null
}

function matterWaiting(concern: Concern, sources: WaitingSources): Waiting[] {
  const reason = matterReason(concern, sources)
  if (!reason) return []
  const { id, text, raisedBy, meetingId, settledOn } = concern
  const part = isElsewhere(id, sources) && settledOn !== null ? 'above' : meetingId ? 'unfinished' : 'inbox'
  return [
    {
      ...{ part, title: text, reason, commitmentId: null, concernId: id, who: raisedBy },
      ...{
        firstDueOn: null,
        dueOn: null,
        doneOn: null,
        isProposed: reason.kind !== 'answered' || part === 'above',
      },
    },
  ]
}

function matterReason(concern: Concern, sources: WaitingSources): WaitingReason | null {
  const { channel, voices, state, settledOn, meetingId, timesReopened, isForNextAgenda } = concern
  if (isOver(concern)) return null
  const isOpen = isUnsettled(concern)
  if (isOpen && timesReopened >= OFTEN_NOT) return { kind: 'judged-not', times: timesReopened }
  if (isForNextAgenda) return { kind: 'marked' }
  if (isOpen && isElsewhere(concern.id, sources)) return null
  if (isOpen) return meetingId === null ? { kind: 'came-in', channel, voices } : noOutcome(concern, sources)
  const isNew = settledOn !== null && sources.last !== null && settledOn > sources.last.meeting.onDay
  const isNews = meetingId === null || isElsewhere(concern.id, sources)
  return isNew && isNews && state !== 'promised' && !isHeldBack(concern) ? { kind: 'answered' } : null
}

// What was raised at an evening that is still on has not been left over yet.
const noOutcome = ({ meetingId }: Concern, { last }: WaitingSources): WaitingReason | null =>
  last === null || meetingId === null ? null : { kind: 'no-outcome' }

/** Items of the last evening that it did not come to, except those whose matter waits by itself. */
function notReached({ last, concerns }: WaitingSources, matters: readonly Waiting[]): Waiting[] {
  const waiting = new Set(matters.map(({ concernId }) => concernId))
  return (last?.agenda ?? [])
    .filter(({ startedAt, kind, title }) => startedAt === null && kind === 'topic' && !isInEvery(title))
    .filter(({ concernId }) => {
      const concern = concerns.find(({ id }) => id === concernId)
      return concernId === null || (!waiting.has(concernId) && concern !== undefined && !isOver(concern))
    })
    .map(({ title, concernId }) => ({
      ...{ part: 'unfinished' as const, title, reason: { kind: 'not-reached' as const } },
      ...{ commitmentId: null, concernId, who: null, firstDueOn: null, dueOn: null, doneOn: null },
      isProposed: true,
    }))
}

/** Items that every evening has need no carrying over. */
const isInEvery = (title: string): boolean =>
  FORMATS.some(({ agenda }) => Object.values(agenda).some((titles) => titles.includes(title)))

const isElsewhere = (concernId: ConcernId | null, { holders, placeId }: WaitingSources): boolean =>
  concernId !== null && (holders.get(concernId) ?? placeId) !== placeId

const RANK: Readonly<Record<WaitingReason['kind'], number>> = {
  'judged-not': 0,
  late: 1,
  reported: 2,
  judged: 3,
  due: 4,
  marked: 5,
  'no-outcome': 6,
  'not-reached': 7,
  'came-in': 8,
  answered: 9,
}

const byUrgency = (one: Waiting, other: Waiting): number =>
  RANK[one.reason.kind] - RANK[other.reason.kind] ||
  (one.dueOn ?? '').localeCompare(other.dueOn ?? '') ||
  (one.commitmentId ?? '').localeCompare(other.commitmentId ?? '')

/** What an agenda item about it is called. */
export const agendaTitleOf = ({ title }: Pick<Waiting, 'title'>): string =>
  firstGraphemes(title, MAX_AGENDA_TITLE_LENGTH)
