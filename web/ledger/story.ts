import type { Day } from '../../shared/kernel/day.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { MatterEvent, MatterView } from '../../shared/ledger/matter.ts'
import { dayAt } from '../sync/time.ts'
import type { LedgerWords } from '../words/keys/ledger.ts'
import type { StoryFacts } from '../words/keys/story.ts'

export type Tone = 'plain' | 'vow' | 'late' | 'done' | 'hand'

/** One sentence of a matter's story, with what was said then. */
export interface StoryStep {
  readonly seq: number
  readonly on: Day
  readonly line: string
  readonly quote: string
  readonly notes: readonly string[]
  readonly tone: Tone
}

type Told = RecordedEvent<MatterEvent>
type Loose = Readonly<Record<string, any>>

const TONES: Readonly<Partial<Record<MatterEvent['type'], Tone>>> = {
  'commitment-confirmed': 'vow',
  'due-day-moved': 'vow',
  'commitment-became-overdue': 'late',
  'commitment-reopened': 'late',
  'concern-reopened': 'late',
  'commitment-ordered': 'late',
  'concern-escalated': 'late',
  'commitment-done': 'done',
  'commitment-settled': 'done',
  'concern-closed': 'done',
  'concern-answered': 'done',
  'part-reported': 'done',
  'matter-offered': 'hand',
  'matter-accepted': 'hand',
  'matter-returned': 'hand',
  'offer-taken-back': 'hand',
  'acceptance-taken-back': 'hand',
  'unit-summoned': 'hand',
  'unit-came': 'hand',
}

/** A matter from its first sentence on, in the words of this page. */
export function storyOf(view: MatterView, words: LedgerWords, timeZone: string): readonly StoryStep[] {
  return view.events.flatMap((event) => {
    const tell = words.tells[event.type]
    if (!tell || isToldElsewhere(event, view.events)) return []
    const { data, words: said } = event as { data: Loose; words: Loose }
    return {
      seq: event.seq,
      on: dayAt(Date.parse(event.recordedAt), timeZone),
      line: tell(factsOf(event, view, words)),
      quote: quoteIn(said) || vowIn(event, view),
      notes: notesOf(event, view, words, data, said),
      tone: TONES[event.type] ?? 'plain',
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
    case 'commitment-read-back':
      return isFollowed('commitment-read-back', 'commitment-confirmed')
    case 'outcome-rated':
      return all.some((one) => one.type === 'outcome-rated' && one.seq > event.seq && isSameRound(one, event))
    default:
      return false
  }
}

const isOfSameDay = (one: Told, other: Told): boolean =>
  (one.data as Loose)['commitmentId'] === (other.data as Loose)['commitmentId'] &&
  one.recordedAt.slice(0, 10) === other.recordedAt.slice(0, 10)

const isSameRound = (one: Told, other: Told): boolean => {
  const [a, b] = [one.data as Loose, other.data as Loose]
  return (
    a['round'] === b['round'] && a['commitmentId'] === b['commitmentId'] && a['concernId'] === b['concernId']
  )
}

const quoteIn = (said: Loose): string =>
  said['text'] ??
  said['verbatim'] ??
  said['outcome'] ??
  said['report'] ??
  said['evidence'] ??
  said['order'] ??
  said['reason'] ??
  ''

/** Where several promises are told, each says its own words. */
const vowIn = ({ type, data }: Told, { commitments }: MatterView): string =>
  type === 'commitment-confirmed' && commitments.length > 1
    ? (commitments.find(({ id }) => id === (data as Loose)['commitmentId'])?.verbatim ?? '')
    : ''

function factsOf({ type, data: facts, words: said }: Told, view: MatterView, words: LedgerWords): StoryFacts {
  const [data, spoken] = [facts as Loose, said as Loose]
  const placeOf = (id: unknown): string => view.ladder.find((place) => place.id === id)?.name ?? ''
  const dayOf = (day: unknown): string => (typeof day === 'string' ? words.day(day, view.today) : '')
  const promise = view.commitments.find(({ id }) => id === data['commitmentId'])
  return {
    who: type === 'concern-raised' ? (spoken['raisedBy'] ?? '') : (spoken['owner'] ?? promise?.owner ?? ''),
    day: dayOf(data['dueOn'] ?? data['doneOn']),
    from: dayOf(data['fromOn']) || placeOf(data['fromPlaceId']),
    to: dayOf(data['toOn']) || placeOf(data['toPlaceId']),
    unit: spoken['unit'] ?? spoken['referredTo'] ?? '',
    times: data['times'] ?? data['round'] ?? 0,
    channel: data['channel'] ?? 'meeting',
    route: data['route'] ?? null,
    meeting: view.meetings.find(({ id }) => id === data['meetingId'])?.title ?? '',
    isSlow: data['because'] === 'rating',
    isRated: data['as'] === 'rated',
  }
}

function notesOf(
  event: Told,
  view: MatterView,
  words: LedgerWords,
  data: Loose,
  said: Loose,
): readonly string[] {
  const dayOf = (day: Day): string => words.day(day, view.today)
  switch (event.type) {
    case 'commitment-read-back':
      return promiseNotes(said, words)
    case 'commitment-confirmed': {
      const heard = view.events.findLast(
        (one) => one.type === 'commitment-read-back' && one.seq < event.seq && isOfSameDay(one, event),
      )
      return heard ? promiseNotes(heard.words as Loose, words) : []
    }
    case 'part-reported': {
      const coOwner = view.commitments.find(({ id }) => id === data['commitmentId'])?.coOwners[
        data['coOwner']
      ]
      if (coOwner) return [words.ownPart(coOwner.name, coOwner.part)]
      return said['remainder'] ? [words.rest(said['remainder'], dayOf(data['remainderOn']))] : []
    }
    case 'matter-offered':
    case 'unit-summoned':
      return [words.answerBy(dayOf(data['answerBy']))]
    case 'outcome-rated':
      return ratingNotes(event, view.events, words)
    default:
      return []
  }
}

const promiseNotes = ({ measure, coOwners }: Loose, words: LedgerWords): readonly string[] => [
  measure,
  ...(coOwners ?? []).map(({ name, part }: Loose) => `${words.together}：${name}，${part}`),
]

/** How many said what: hands count as so many, everybody else once; never who. */
function ratingNotes(event: Told, all: readonly Told[], words: LedgerWords): readonly string[] {
  const totals = { satisfied: 0, acceptable: 0, not: 0 }
  let notDone = 0
  const said: string[] = []
  for (const one of all) {
    if (one.type !== 'outcome-rated' || !isSameRound(one, event)) continue
    const { hands, satisfied, done } = one.data
    const counts = hands?.satisfied ?? { [satisfied]: 1 }
    for (const name of ['satisfied', 'acceptable', 'not'] as const)
      totals[name] += (counts as Partial<typeof totals>)[name] ?? 0
    notDone += hands ? hands.done.not : Number(done === 'not')
    if (one.words.word) said.push(`「${one.words.word}」`)
  }
  return [words.totals(totals), ...(notDone > 0 ? [words.notDone(notDone)] : []), ...said]
}
