import { describe, expect, test } from 'vitest'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import {
  decidePutOffCommitment,
  decideRestoreCommitment,
  decideTakeBackConfirmation,
  type PutOffState,
} from '../../../shared/commitments/decisions/decide-unconfirmed.ts'
import { decideConfirmCommitment } from '../../../shared/commitments/decide.ts'
import { evolveCommitments } from '../../../shared/commitments/evolve.ts'
import { decideTakeBackMerge, type TakeBackMergeState } from '../../../shared/concerns/decide-over.ts'
import { evolveConcerns } from '../../../shared/concerns/evolve.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { decideSignMinutes } from '../../../shared/minutes/decide.ts'
import {
  decideCancelErratum,
  decideOpenErratum,
  type CancelState,
} from '../../../shared/minutes/decide-erratum.ts'
import * as given from '../../support/villages/given.ts'

const { concern, facilitator, meeting, promise, readBack, recorder, running, TONIGHT, villager } = given
const about = { placeId: given.PLACE, commitmentId: given.PROMISE }
const closed = meeting({ phase: 'closed', code: null })
const halfSigned = meeting({ phase: 'closed', code: null, isFrozen: true })
const FRESH = given.id(77)

const state = (facts: Partial<PutOffState> = {}): PutOffState => ({
  commitment: readBack(),
  meeting: closed,
  concern: concern(),
  hasOther: false,
  isConcernTaken: false,
  nextNo: 31,
  ...facts,
})

describe('what a nod does', () => {
  const confirm = (asked: Concern) =>
    decideConfirmCommitment(
      about,
      { commitment: readBack(), meeting: meeting(), concern: asked },
      facilitator,
      TONIGHT,
    )

  test('what it answers is promised from the nod on, not from the noting, and once', () => {
    const asked = (facts: Partial<Concern>) => confirm(concern(facts))
    expect(asked({})).toMatchObject([
      { type: 'commitment-confirmed' },
      { type: 'concern-promised', data: { concernId: given.CONCERN, on: '2026-11-22' } },
    ])
    expect(asked({ state: 'promised' })).toMatchObject([{ type: 'commitment-confirmed' }])
    expect(asked({ state: 'raised' })).toMatchObject({ refused: 'concern-not-recorded' })
  })

  test('a matter put together with another meanwhile: the promise answers the other', () => {
    expect(confirm(concern({ id: given.id(9) }))).toMatchObject([
      { type: 'commitment-joined', data: { concernId: given.id(9) } },
      { type: 'commitment-confirmed' },
      { type: 'concern-promised', data: { concernId: given.id(9) } },
    ])
  })
})

describe('what nobody nodded to is put off', () => {
  const putOff = (facts: Partial<PutOffState> = {}, by = recorder) =>
    decidePutOffCommitment({ ...about, concernId: FRESH }, state(facts), by, TONIGHT)

  test('its matter stays open and is marked for the next evening', () => {
    expect(putOff()).toMatchObject([
      { type: 'commitment-put-off', data: { concernId: given.CONCERN, wasReadBack: true } },
      { type: 'concern-marked-for-next', data: { concernId: given.CONCERN, isForNextAgenda: true } },
    ])
  })

  test('where it answered no matter, its own words become one', () => {
    const alone = promise({ concernId: null })
    expect(putOff({ commitment: alone, concern: null })).toMatchObject([
      { type: 'concern-raised', data: { concernId: FRESH, no: 31 }, words: { text: alone.verbatim } },
      { type: 'concern-recorded', data: { concernId: FRESH } },
      { type: 'commitment-put-off', data: { concernId: FRESH, wasReadBack: false } },
      { type: 'concern-marked-for-next', data: { concernId: FRESH } },
    ])
    expect(putOff({ commitment: alone, concern: null, isConcernTaken: true })).toMatchObject({
      refused: 'already-exists',
    })
  })

  test('it leaves the wall, and what an older evening called promised waits again', () => {
    const shown = meeting({ phase: 'closed', wall: { kind: 'promise', commitmentId: given.PROMISE } })
    expect(putOff({ meeting: shown, concern: concern({ state: 'promised' }) })).toMatchObject([
      { type: 'outcome-taken-back' },
      { type: 'commitment-put-off' },
      { type: 'concern-marked-for-next' },
      { type: 'wall-turned', data: { commitmentId: null } },
    ])
  })

  test('not a confirmed one, not what is over, not after the first signature, not by a villager', () => {
    expect(putOff({ commitment: running() })).toEqual({ refused: 'promise-not-spoken' })
    expect(putOff({ concern: concern({ state: 'withdrawn' }) })).toMatchObject({ refused: 'concern-over' })
    expect(putOff({ meeting: halfSigned })).toEqual({ refused: 'minutes-half-signed' })
    expect(putOff({}, villager)).toEqual({ refused: 'not-allowed' })
  })
})

describe('Z takes back', () => {
  const takeBack = (commitment: Commitment | null, facts: Partial<PutOffState> = {}, by = recorder) =>
    decideTakeBackConfirmation(about, state({ commitment, ...facts }), by, TONIGHT)

  test('a nod pressed by slip: it waits for a nod again, and so does its matter', () => {
    const events = takeBack(running(), { concern: concern({ state: 'promised' }) })
    expect(events).toMatchObject([{ type: 'confirmation-taken-back' }, { type: 'outcome-taken-back' }])
    if (isRefusal(events)) throw new Error('expected events, found a refusal')
    const after = evolveCommitments([running()], given.recorded(events[0] as never))
    expect(after).toMatchObject([{ state: 'spoken', confirmedAt: null, readBackAt: running().readBackAt }])
    expect(takeBack(running(), { concern: concern({ state: 'promised' }), hasOther: true })).toHaveLength(1)
  })

  test('not what was never confirmed, not what has happened since, not once somebody signed', () => {
    expect(takeBack(readBack())).toEqual({ refused: 'promise-not-confirmed' })
    for (const since of [
      running({ state: 'done', doneOn: '2026-11-23' }),
      running({ timesMoved: 1 }),
      running({ askedDueOn: '2026-12-20' }),
      running({ coOwners: [{ personId: null, name: '李', part: '线', dueOn: null, doneOn: '2026-11-23' }] }),
    ])
      expect(takeBack(since)).toEqual({ refused: 'acted-since' })
    expect(takeBack(running(), { meeting: halfSigned })).toEqual({ refused: 'minutes-half-signed' })
    expect(takeBack(running(), {}, villager)).toEqual({ refused: 'not-allowed' })
    expect(takeBack(null)).toMatchObject({ refused: 'not-found' })
  })

  test('dropping and putting off: noted again, to be read back, and not for the next evening', () => {
    const restore = (facts: Partial<PutOffState>) =>
      decideRestoreCommitment(about, state(facts), recorder, TONIGHT)
    const dropped = readBack({ state: 'dropped' })
    expect(restore({ commitment: dropped })).toMatchObject([{ type: 'commitment-restored' }])
    expect(restore({ commitment: dropped, concern: concern({ isForNextAgenda: true }) })).toMatchObject([
      { type: 'commitment-restored' },
      { type: 'concern-marked-for-next', data: { isForNextAgenda: false } },
    ])
    expect(restore({ commitment: running() })).toEqual({ refused: 'promise-not-dropped' })
    expect(restore({ commitment: dropped, meeting: halfSigned })).toEqual({ refused: 'minutes-half-signed' })
  })

  describe('a merge', () => {
    const into = concern({ id: given.id(8), no: 3, voices: 3 })
    const gone = concern({ state: 'merged', mergedIntoId: into.id, voices: 2 })
    const takeApart = (facts: Partial<TakeBackMergeState> = {}) =>
      decideTakeBackMerge(
        { placeId: given.PLACE, concernId: given.CONCERN },
        {
          concern: gone,
          into,
          meeting: closed,
          before: { state: 'recorded', followerIds: [given.id(9)] },
          ...facts,
        },
        recorder,
        TONIGHT,
      )

    test('whoever is counted at both stays with the other one', () => {
      expect(takeApart({ atBoth: 2 })).toMatchObject([{ data: { voices: 3 } }])
    })

    test('each is as it was, with its own voices and its own followers', () => {
      const follower = concern({ id: given.id(9), state: 'merged', mergedIntoId: into.id })
      const events = takeApart()
      if (isRefusal(events)) throw new Error('expected events, found a refusal')
      const after = events.reduce<readonly Concern[]>(
        (list, event) => evolveConcerns(list, given.recorded(event)),
        [gone, into, follower],
      )
      expect(after).toMatchObject([
        { state: 'recorded', mergedIntoId: null, voices: 2 },
        { id: into.id, voices: 1 },
        { mergedIntoId: given.CONCERN },
      ])
    })

    test('not what was not merged, not what was judged together since, not once somebody signed', () => {
      expect(takeApart({ concern: concern(), into: null, before: null })).toEqual({ refused: 'not-merged' })
      expect(takeApart({ into: { ...into, state: 'rated' } })).toEqual({ refused: 'acted-since' })
      expect(takeApart({ meeting: halfSigned })).toEqual({ refused: 'minutes-half-signed' })
    })
  })
})

describe('signing', () => {
  const signing = { signatures: [], minutesSeq: 4, digest: 'd', unconfirmed: 0, isErratumEmpty: false }
  const wish = { placeId: given.PLACE, meetingId: given.MEETING, as: 'recorder' as const, minutesSeq: 4 }

  test('is refused while a promise was noted and is neither confirmed, put off nor dropped', () => {
    const sign = (unconfirmed: number) =>
      decideSignMinutes(wish, { ...signing, meeting: closed, unconfirmed }, recorder, TONIGHT)
    expect(sign(2)).toEqual({ refused: 'promises-unconfirmed', limit: 2 })
    expect(sign(0)).toMatchObject([{ type: 'minutes-signed' }])
  })

  test('what was being read back leaves the wall', () => {
    const shown = meeting({ phase: 'closed', wall: { kind: 'promise', commitmentId: given.PROMISE } })
    expect(decideSignMinutes(wish, { ...signing, meeting: shown }, recorder, TONIGHT)).toMatchObject([
      { type: 'minutes-signed' },
      { type: 'wall-turned', data: { commitmentId: null } },
    ])
  })

  test('an erratum is the next version, with a reason, of what both have signed', () => {
    const open = (reason: string, on = meeting({ phase: 'signed', isFrozen: true }), by = facilitator) =>
      decideOpenErratum(
        { placeId: given.PLACE, meetingId: given.MEETING, reason },
        { meeting: on },
        by,
        TONIGHT,
      )
    expect(open(' 写的是 2 盏，念的是 3 盏 ')).toEqual([
      {
        type: 'erratum-opened',
        data: { meetingId: given.MEETING, version: 2 },
        words: { reason: '写的是 2 盏，念的是 3 盏', by: '陈静' },
      },
    ])
    expect(open(' ')).toMatchObject({ refused: 'too-short', field: 'reason' })
    expect(open('打错了', closed)).toEqual({ refused: 'minutes-not-signed' })
    expect(open('打错了', closed, villager)).toEqual({ refused: 'not-allowed' })
  })

  test('an erratum opened by mistake is cancelled while nobody signed it and nothing differs from what was signed', () => {
    const erratum = { reason: '打错了', by: '小陈', openedAt: TONIGHT.at }
    const opened = meeting({ phase: 'closed', minutesVersion: 2, erratum })
    const signature = {
      meetingId: given.MEETING,
      as: 'recorder' as const,
      personId: recorder.personId!,
      name: '小陈',
      signedAt: TONIGHT.at,
      minutesSeq: 4,
    }
    const before = { signatures: [signature], erratum: null, isUnchanged: true, isComparable: true }
    const cancel = (state: Partial<CancelState> = {}, by = recorder) =>
      decideCancelErratum(
        { placeId: given.PLACE, meetingId: given.MEETING },
        { meeting: opened, before, ...state },
        by,
        TONIGHT,
      )
    expect(cancel()).toMatchObject([
      {
        type: 'erratum-cancelled',
        data: { version: 1, signatures: [{ as: 'recorder', minutesSeq: 4 }] },
        words: { names: ['小陈'], erratum: null },
      },
    ])
    expect(cancel({}, villager)).toEqual({ refused: 'not-allowed' })
    expect(cancel({ meeting: null })).toMatchObject({ refused: 'not-found' })
    expect(cancel({ meeting: closed })).toEqual({ refused: 'erratum-not-open' })
    expect(cancel({ meeting: { ...opened, isFrozen: true } })).toEqual({ refused: 'erratum-signed' })
    expect(cancel({ before: { ...before, isUnchanged: false } })).toEqual({ refused: 'erratum-changed' })
  })
})
