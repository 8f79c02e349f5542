import type { Concern } from '../../../../shared/concerns/concern.ts'
import { decideCloseConcern } from '../../../../shared/concerns/decide-over.ts'
import type { Calendar } from '../../../../shared/calendar/calendar.ts'
import {
  decideAcceptMatter,
  decideNoteArrival,
  decideOfferMatter,
  decideReturnMatter,
  decideSummonUnit,
  decideTakeBackAcceptance,
  decideTakeBackOffer,
  waitingSummons,
  type CustodyState,
} from '../../../../shared/custody/decide.ts'
import type { Moment } from '../../../../shared/kernel/command.ts'
import type { Actor } from '../../../../shared/kernel/event.ts'
import { refuse } from '../../../../shared/kernel/refusal.ts'
import { decideNoteRating } from '../../../../shared/ratings/decide.ts'
import { DONE_ANSWERS, isBad, SATISFIED_ANSWERS } from '../../../../shared/ratings/rating.ts'
import type { NoteRating } from '../../../../shared/ratings/schema.ts'
import { newId } from '../../../sync/id.ts'
import type { Act, ActField, ActState } from './act.ts'

const about = ({ concern }: ActState) => ({ concernId: concern?.id ?? '' })
const long = (name: string): ActField => ({ name, kind: 'long' })
const WORD = '.'
// Which days are worked is the server's to know; here nobody reads the day until which an answer is awaited.
const NO_CALENDAR: Calendar = { version: '', announced: new Set(), marked: new Map() }

const ladderOf = ({ hands }: ActState): readonly string[] => (hands?.ladder ?? []).map(({ id }) => id)

const holderOf = ({ hands, placeId }: ActState): string => hands?.custody?.holderId ?? placeId

/** Those next to whoever holds it, the level above first. */
function neighbours(state: ActState): readonly string[] {
  const ladder = ladderOf(state)
  const at = ladder.indexOf(holderOf(state))
  return [ladder[at + 1], ladder[at - 1]].filter((id) => id !== undefined)
}

const levelsAbove = (state: ActState): readonly string[] => {
  const ladder = ladderOf(state)
  return ladder.slice(ladder.indexOf(holderOf(state)) + 1)
}

const summoned = ({ hands }: ActState): readonly string[] =>
  [...new Set((hands?.steps ?? []).flatMap(({ unit }) => unit ?? []))].filter(
    (unit) => waitingSummons(hands?.steps ?? [], unit) !== null,
  )

/** The rule of the ladder, once it is known who holds the matter. */
const byLadder =
  (rule: (body: never, state: CustodyState, actor: Actor, moment: Moment) => unknown): Act['rule'] =>
  (body, state, actor, moment) =>
    state.hands === null
      ? refuse('not-found')
      : rule(
          body,
          {
            concern: state.concern,
            placeId: state.placeId,
            custody: state.hands.custody,
            steps: state.hands.steps,
            ladder: ladderOf(state),
            actsFor: state.hands.actsFor,
            calendar: NO_CALENDAR,
          },
          actor,
          moment,
        )

const choice = (name: string, choices: NonNullable<ActField['choices']>): ActField => ({
  name,
  kind: 'choice',
  choices,
  first: (state, today) => choices(state, today)[0] ?? '',
})

const HANDS: readonly Act[] = [
  {
    id: 'offer',
    command: 'offer-matter',
    fields: [choice('toPlaceId', neighbours), long('reason')],
    body: (state, { toPlaceId, reason }) => ({ ...about(state), toPlaceId, reason }),
    rule: byLadder(decideOfferMatter),
    sample: (state) => ({ toPlaceId: neighbours(state)[0] ?? '', reason: WORD }),
    undoneBy: 'take-back-offer',
  },
  {
    id: 'accept',
    command: 'accept-matter',
    fields: [],
    body: about,
    rule: byLadder(decideAcceptMatter),
    sample: () => ({}),
    undoneBy: 'take-back-acceptance',
  },
  {
    id: 'take-back-acceptance',
    command: 'take-back-acceptance',
    fields: [],
    body: about,
    rule: byLadder(decideTakeBackAcceptance),
    sample: () => ({}),
  },
  {
    id: 'return',
    command: 'return-matter',
    fields: [long('reason')],
    body: (state, { reason }) => ({ ...about(state), reason }),
    rule: byLadder(decideReturnMatter),
    sample: () => ({ reason: WORD }),
  },
  {
    id: 'take-back-offer',
    command: 'take-back-offer',
    fields: [],
    body: about,
    rule: byLadder(decideTakeBackOffer),
    sample: () => ({}),
  },
  {
    id: 'summon',
    command: 'summon-unit',
    fields: [choice('toPlaceId', levelsAbove), { name: 'unit', kind: 'text' }, long('reason')],
    body: (state, { toPlaceId, unit, reason }) => ({ ...about(state), toPlaceId, unit, reason }),
    rule: byLadder(decideSummonUnit),
    sample: (state) => ({ toPlaceId: levelsAbove(state)[0] ?? '', unit: WORD, reason: WORD }),
  },
  {
    id: 'came',
    command: 'note-arrival',
    fields: [choice('unit', summoned), long('report')],
    body: (state, { unit, report }) => ({ ...about(state), unit, report }),
    rule: byLadder(decideNoteArrival),
    sample: (state) => ({ unit: summoned(state)[0] ?? '', report: WORD }),
  },
]

const ENDS: readonly Act[] = [
  {
    id: 'close',
    command: 'close-concern',
    fields: [],
    body: about,
    rule: (body, { concern, commitment }, actor, moment) =>
      // What was promised is closed with its promises.
      commitment ? refuse('not-allowed') : decideCloseConcern(body, { concern }, actor, moment),
    sample: () => ({}),
  },
  {
    id: 'rate',
    command: 'note-rating',
    fields: [
      { name: 'done', kind: 'choice', choices: () => DONE_ANSWERS },
      { name: 'satisfied', kind: 'choice', choices: () => SATISFIED_ANSWERS },
      { name: 'witness', kind: 'text', first: ({ concern }) => nameIn(concern) },
      { name: 'word', kind: 'long', isFree: true },
    ],
    body: ({ commitment, concern }, { done, satisfied, witness, word }) => ({
      ratingId: newId(),
      commitmentId: commitment?.id ?? null,
      concernId: commitment ? null : (concern?.id ?? null),
      done,
      satisfied,
      witness,
      word: word?.trim() ? word : null,
    }),
    rule: ruleOfRating,
    sample: () => ({ done: 'done', satisfied: 'satisfied', witness: WORD, word: '' }),
  },
]

const nameIn = (concern: Concern | null): string => (concern?.lane === 'open' ? (concern.raisedBy ?? '') : '')

function ruleOfRating(...[body, state, actor, moment]: Parameters<Act['rule']>): unknown {
  const { commitment, concern, others, placeId } = state
  // What a bad one sets off needs the ladder and the calendar, which the server has.
  const said: NoteRating = body
  const gentle: NoteRating = isBad(said) ? { ...said, done: 'done', satisfied: 'satisfied' } : said
  const around = { placeId, custody: null, ladder: [], calendar: NO_CALENDAR, nextMeeting: null, nextNo: 0 }
  const known = { voices: [], ratings: [], isTaken: false, meeting: null }
  return decideNoteRating(gentle, { concern, commitment, others, ...around, ...known }, actor, moment)
}

export const MATTER_ACTS: readonly Act[] = [...HANDS, ...ENDS]
