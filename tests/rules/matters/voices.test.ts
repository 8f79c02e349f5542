import { expect, test } from 'vitest'
import { NO_RECUSAL } from '../../../shared/kernel/recusal.ts'
import {
  decideAddVoice,
  decideHandOutSlip,
  decideMergeConcerns,
} from '../../../shared/concerns/decide-over.ts'
import type { ConcernEvent } from '../../../shared/concerns/concern.ts'
import { evolveConcerns } from '../../../shared/concerns/evolve.ts'
import { presentConcern } from '../../../shared/concerns/present.ts'
import { codeFrom, CODE_LETTERS } from '../../../shared/kernel/text/plain-code.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import {
  CONCERN,
  concern,
  facilitator,
  looking,
  otherVillager,
  PLACE,
  recorded,
  recorder,
  stranger,
  TONIGHT,
  villager,
} from '../../support/villages/given.ts'

const ask = { placeId: PLACE, concernId: CONCERN }
const counted = [villager.id]
function accepted(outcome: ReturnType<typeof decideAddVoice>): readonly ConcernEvent[] {
  if (isRefusal(outcome)) throw new Error(`expected it to be accepted, found ${outcome.refused}`)
  return outcome
}

test('somebody else asks for the same, is counted once, and nobody learns who it was', () => {
  const matter = concern({ voices: 1 })
  const events = accepted(decideAddVoice(ask, { concern: matter, counted }, otherVillager, TONIGHT))
  expect(events).toMatchObject([{ type: 'voice-added', data: { voices: 2 } }])
  const event = recorded(events[0]!, 9, otherVillager)
  expect(evolveConcerns([matter], event)).toMatchObject([{ voices: 2 }])
  for (const viewer of [facilitator, villager, stranger])
    expect(presentConcern(event, looking(viewer))).toMatchObject({ actorId: '' })
  const again = { concern: matter, counted: [...counted, otherVillager.id] }
  expect(decideAddVoice(ask, again, otherVillager, TONIGHT)).toMatchObject({ refused: 'voice-counted' })
})

test('whoever raised it, also on another phone that was given the code, is counted already', () => {
  const state = { concern: concern(), counted }
  expect(decideAddVoice(ask, state, villager, TONIGHT)).toMatchObject({ refused: 'voice-counted' })
  const other = { ...otherVillager, alsoIds: [villager.id] }
  expect(decideAddVoice(ask, state, other, TONIGHT)).toMatchObject({ refused: 'voice-counted' })
})

test('no voice for a stranger, for what nobody has read yet, and for what is over', () => {
  const add = (matter: ReturnType<typeof concern> | null, actor = otherVillager) =>
    decideAddVoice(ask, { concern: matter, counted: [] }, actor, TONIGHT)
  expect(add(concern(), stranger)).toMatchObject({ refused: 'not-allowed' })
  expect(add(null)).toMatchObject({ refused: 'not-found' })
  expect(add(concern({ channel: 'form', meetingId: null, state: 'raised' }))).toMatchObject({
    refused: 'not-found',
  })
  expect(add(concern({ state: 'withdrawn' }))).toMatchObject({ refused: 'concern-over' })
})

test('whoever is counted at both of two matters counts once when they are put together', () => {
  const state = { concern: concern({ voices: 3 }), into: concern({ voices: 4 }), atBoth: 2 }
  const merge = { placeId: PLACE, concernId: CONCERN, intoId: 'another' }
  expect(decideMergeConcerns(merge, state, recorder, TONIGHT)).toMatchObject([{ data: { voices: 5 } }])
})

test('a slip is for whoever has no phone, and replaces only a slip', () => {
  const slip = { placeId: PLACE, concernId: CONCERN, raisedById: otherVillager.id }
  const told = concern({ raisedById: null, channel: 'call' })
  const given = { writtenById: null, recusal: NO_RECUSAL }
  const hand = (matter: typeof told, isOnPaper: boolean, actor = recorder) =>
    decideHandOutSlip(slip, { ...given, concern: matter, isOnPaper, isPaper: true }, actor, TONIGHT)
  expect(hand(told, false)).toMatchObject([{ data: { raisedById: otherVillager.id } }])
  expect(hand(concern(), false)).toMatchObject({ refused: 'raised-by-phone' })
  expect(hand(concern(), true)).toMatchObject([{ type: 'slip-handed-out' }])
  const nobody = { ...given, concern: told, isOnPaper: false, isPaper: false }
  expect(decideHandOutSlip(slip, nobody, recorder, TONIGHT)).toMatchObject({ refused: 'not-found' })
  expect(hand(told, false, villager)).toMatchObject({ refused: 'not-allowed' })
  const event = recorded(accepted(hand(told, false))[0]!, 9, recorder)
  expect(presentConcern(event, looking(villager))).toBeNull()
})

test('a code is read aloud without mistaking a letter', () => {
  expect(CODE_LETTERS).not.toMatch(/[01OILBSZGVDQ]/)
  const all = Uint8Array.from({ length: 256 }, (_, at) => at)
  expect(codeFrom(all, 24)).toBe(CODE_LETTERS)
  expect(() => codeFrom(Uint8Array.of(255, 254), 1)).toThrow('expected bytes')
})
