import { describe, expect, test } from 'vitest'
import { COUNTRY } from '../../../shared/calendar/calendar.ts'
import {
  decideAmendCommitment,
  decideConfirmCommitment,
  decideReadBackCommitment,
  decideRecordCommitment,
  type RecordCommitmentState,
} from '../../../shared/commitments/decide.ts'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import type { RecordCommitment } from '../../../shared/commitments/schema.ts'
import type { Meeting } from '../../../shared/meetings/meeting.ts'
import * as given from '../../support/villages/given.ts'

const { concern, coOwner, facilitator, meeting, owner, promise, readBack, recorder, running } = given
const { showingPromise, TONIGHT, villager } = given

const about = { placeId: given.PLACE, commitmentId: given.PROMISE }
const promised = {
  ownerId: owner.personId,
  owner: '老王',
  measure: ' 请电工换灯和线路 ',
  dueOn: '2026-12-10',
  limit: null,
  isOnTheSpot: false,
  coOwners: [
    { personId: coOwner.personId, name: '李', part: '联系供电所', dueOn: '2026-12-01' },
    { personId: null, name: '县供电公司', part: '出材料', dueOn: null },
  ],
}
const people = [
  { id: owner.personId!, name: '王书记', title: '村书记' },
  { id: coOwner.personId!, name: '李主任', title: null },
]
const signed = meeting({ phase: 'signed' })
const wallTurned = (commitmentId: string | null) => ({
  type: 'wall-turned',
  data: { meetingId: given.MEETING, commitmentId },
  words: {},
})

test('between two meetings a promise is read to whoever asked for it, and no wall turns', () => {
  const between = promise({ meetingId: null })
  expect(
    decideReadBackCommitment(about, { commitment: between, meeting: null }, recorder, TONIGHT),
  ).toMatchObject([{ type: 'commitment-read-back', data: { meetingId: null } }])
  const heard = promise({ meetingId: null, readBackAt: TONIGHT.at })
  expect(
    decideConfirmCommitment(about, { commitment: heard, meeting: null, concern: null }, recorder, TONIGHT),
  ).toMatchObject([{ type: 'commitment-confirmed', data: { meetingId: null } }])
  const lost = { commitment: promise(), meeting: null }
  expect(decideReadBackCommitment(about, lost, recorder, TONIGHT)).toMatchObject({ refused: 'not-found' })
})

describe('recording a promise', () => {
  const wish: RecordCommitment = {
    ...about,
    meetingId: given.MEETING,
    concernId: given.CONCERN,
    origin: 'promise',
    entryId: null,
    verbatim: '路灯的事，我十二月十日之前找人修好。',
    ...promised,
  }
  const calm: RecordCommitmentState = {
    meeting: meeting(),
    concern: concern(),
    isTaken: false,
    entry: null,
    calendar: COUNTRY,
    people,
  }
  const record = (
    fields: Partial<RecordCommitment> = {},
    state: Partial<RecordCommitmentState> = {},
    by = recorder,
    moment = TONIGHT,
  ) => decideRecordCommitment({ ...wish, ...fields }, { ...calm, ...state }, by, moment)

  test('between two meetings it belongs to none', () => {
    expect(record({ meetingId: null }, { meeting: null })).toMatchObject([
      { type: 'commitment-recorded', data: { meetingId: null } },
    ])
    expect(record({}, { meeting: null })).toMatchObject({ refused: 'not-found', field: 'meetingId' })
  })

  test('keeps who, how and by which day, and people by their own names', () => {
    expect(record()).toEqual([
      {
        type: 'commitment-recorded',
        data: {
          commitmentId: given.PROMISE,
          meetingId: given.MEETING,
          concernId: given.CONCERN,
          ...{ origin: 'promise', entryId: null, isListed: false },
          ownerId: owner.personId,
          dueOn: '2026-12-10',
          ...given.COUNTED,
          coOwnerIds: [coOwner.personId, null],
          coOwnersDueOn: ['2026-12-01', null],
        },
        words: {
          verbatim: '路灯的事，我十二月十日之前找人修好。',
          measure: '请电工换灯和线路',
          owner: '王书记',
          ownerTitle: '村书记',
          coOwners: [
            { name: '李主任', part: '联系供电所' },
            { name: '县供电公司', part: '出材料' },
          ],
        },
      },
    ])
  })

  test('stands without a concern too, and beside another promise for one', () => {
    for (const state of [{ concern: null }, { concern: concern({ state: 'promised' }) }])
      expect(record({ concernId: state.concern?.id ?? null }, state)).toMatchObject([
        { type: 'commitment-recorded' },
      ])
  })

  test.each(['answered', 'referred', 'declined'] as const)(
    'is no outcome for a concern %s before',
    (state) => {
      expect(record({}, { concern: concern({ state }) })).toEqual({
        refused: 'concern-settled',
        field: 'concernId',
      })
    },
  )

  test.each(['owner', 'measure', 'dueOn'] as const)('needs %s', (part) => {
    expect(record({ [part]: '\u200b ' })).toEqual({ refused: 'promise-incomplete', field: part })
  })

  test('today is early enough, yesterday is not, and the day exists', () => {
    expect(record({ dueOn: '2026-11-22', coOwners: [] })).toMatchObject([{ type: 'commitment-recorded' }])
    expect(record({ dueOn: '2026-11-21' })).toEqual({ refused: 'day-in-the-past', field: 'dueOn' })
    expect(record({ dueOn: '2027-02-29' })).toEqual({ refused: 'field-wrong', field: 'dueOn' })
  })

  test.each([
    [{ name: ' ' }, 'too-short', 'name'],
    [{ part: '' }, 'too-short', 'part'],
    [{ dueOn: '2026-11-21' }, 'day-in-the-past', 'dueOn'],
    [{ dueOn: '2026-11-31' }, 'field-wrong', 'dueOn'],
    [{ personId: given.id(999) }, 'not-found', 'personId'],
  ])('a co-owner with %o is refused by name', (fields, refused, field) => {
    const coOwners = [promised.coOwners[0]!, { ...promised.coOwners[1]!, ...fields }]
    expect(record({ coOwners })).toMatchObject({ refused, field: `coOwners/1/${field}` })
  })

  test('six share a promise, not seven', () => {
    const coOwners = (count: number) => Array.from({ length: count }, () => promised.coOwners[1]!)
    expect(record({ coOwners: coOwners(6) })).toMatchObject([{ type: 'commitment-recorded' }])
    expect(record({ coOwners: coOwners(7) })).toEqual({ refused: 'too-many', field: 'coOwners', limit: 6 })
  })

  test('an owner of another place is not found; a unit outside the roster needs only its name', () => {
    expect(record({ ownerId: given.id(999) })).toEqual({ refused: 'not-found', field: 'ownerId' })
    expect(record({ ownerId: null, owner: '县供电公司' })).toMatchObject([
      { words: { owner: '县供电公司', ownerTitle: null } },
    ])
  })

  test('is for those who keep the record, on an evening that has begun and is not signed', () => {
    expect(record({}, {}, villager)).toEqual({ refused: 'not-allowed' })
    expect(record({}, {}, owner)).toEqual({ refused: 'not-allowed' })
    expect(record({}, { meeting: null })).toEqual({ refused: 'not-found', field: 'meetingId' })
    expect(record({}, { concern: null })).toEqual({ refused: 'not-found', field: 'concernId' })
    expect(record({}, { isTaken: true })).toEqual({ refused: 'already-exists', field: 'commitmentId' })
    expect(record({}, { meeting: meeting({ phase: 'planned' }) })).toEqual({ refused: 'meeting-not-open' })
    expect(record({}, { meeting: signed })).toEqual({ refused: 'minutes-signed' })
    expect(record({ verbatim: '我'.repeat(281) })).toMatchObject({ refused: 'too-long', field: 'verbatim' })
  })
})

describe('amending', () => {
  const amend = (
    commitment: Commitment | null,
    on: Meeting | null = meeting(),
    by = recorder,
    dueOn = '2026-12-12',
  ) =>
    decideAmendCommitment(
      { ...about, ...promised, dueOn },
      { commitment, meeting: on, people, calendar: COUNTRY },
      by,
      TONIGHT,
    )

  test('who, how and the day are corrected; what was spoken is not touched', () => {
    const [event] = amend(promise()) as unknown as [{ words: object }]
    expect(event).toMatchObject({
      type: 'commitment-amended',
      data: { dueOn: '2026-12-12', wasReadBack: false },
    })
    expect(event.words).not.toHaveProperty('verbatim')
  })

  test('after a read-back it leaves the wall, for it must be read back again', () => {
    expect(amend(readBack(), showingPromise())).toMatchObject([
      { data: { wasReadBack: true } },
      wallTurned(null),
    ])
    expect(amend(readBack(), showingPromise(given.id(99)))).toHaveLength(1)
  })

  test('not once it is confirmed, dropped or signed, not by others, not into the past', () => {
    expect(amend(running())).toEqual({ refused: 'promise-not-spoken' })
    expect(amend(promise({ state: 'dropped' }))).toEqual({ refused: 'promise-not-spoken' })
    expect(amend(promise(), signed)).toEqual({ refused: 'minutes-signed' })
    expect(amend(promise(), meeting(), villager)).toEqual({ refused: 'not-allowed' })
    expect(amend(null, null)).toEqual({ refused: 'not-found', field: 'commitmentId' })
    expect(amend(promise(), meeting(), recorder, '2026-11-21')).toMatchObject({ refused: 'day-in-the-past' })
  })
})

describe('reading back and confirming', () => {
  const readAloud = (commitment: Commitment | null, on: Meeting | null = meeting(), by = facilitator) =>
    decideReadBackCommitment(about, { commitment, meeting: on }, by, TONIGHT)
  const confirm = (
    commitment: Commitment | null,
    on: Meeting | null = meeting(),
    by = facilitator,
    moment = TONIGHT,
    asked: Concern | null = null,
  ) => decideConfirmCommitment(about, { commitment, meeting: on, concern: asked }, by, moment)

  test('reading back turns the wall to the promise and tells the hall all of it', () => {
    const one = promise()
    expect(readAloud(one)).toMatchObject([
      {
        type: 'commitment-read-back',
        data: {
          concernId: given.CONCERN,
          recordedAt: one.recordedAt,
          dueOn: one.dueOn,
          coOwnerIds: [coOwner.personId],
          coOwnersDueOn: ['2026-12-01'],
        },
        words: {
          verbatim: one.verbatim,
          measure: one.measure,
          owner: '王书记',
          ownerTitle: '村书记',
          coOwners: [{ name: '李主任', part: '联系供电所' }],
        },
      },
      wallTurned(given.PROMISE),
    ])
  })

  test('the clock runs from the confirmation, on the day that was read back', () => {
    expect(confirm(readBack())).toEqual([
      {
        type: 'commitment-confirmed',
        data: { commitmentId: given.PROMISE, meetingId: given.MEETING, dueOn: '2026-12-10' },
        words: {},
      },
    ])
  })

  test('nothing is confirmed that nobody heard', () => {
    expect(confirm(promise())).toEqual({ refused: 'promise-not-read-back' })
  })

  test('nothing is confirmed whose day has passed meanwhile', () => {
    expect(confirm(readBack(), meeting(), facilitator, given.onDay('2026-12-10'))).toHaveLength(1)
    expect(confirm(readBack(), meeting(), facilitator, given.onDay('2026-12-11'))).toEqual({
      refused: 'day-in-the-past',
      field: 'dueOn',
    })
  })

  test('both until the minutes are signed, once, by those who keep the record', () => {
    for (const step of [readAloud, confirm]) {
      expect(step(readBack(), meeting({ phase: 'closed' }))).not.toHaveProperty('refused')
      expect(step(readBack(), signed)).toEqual({ refused: 'minutes-signed' })
      expect(step(running())).toEqual({ refused: 'promise-not-spoken' })
      expect(step(readBack(), meeting(), villager)).toEqual({ refused: 'not-allowed' })
      expect(step(null, null)).toEqual({ refused: 'not-found', field: 'commitmentId' })
    }
  })
})
