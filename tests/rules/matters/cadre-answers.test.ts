import { describe, expect, test } from 'vitest'
import { COUNTRY } from '../../../shared/calendar/calendar.ts'
import { decideConfirmCommitment, decideRecordCommitment } from '../../../shared/commitments/decide.ts'
import type { RecordCommitment } from '../../../shared/commitments/schema.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import { decideAnswerConcern, decideDeclineConcern } from '../../../shared/concerns/decide-outcome.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import * as given from '../../support/villages/given.ts'

const { concern, coOwner, meeting, owner, PLACE, TONIGHT, township, villager } = given
const inbox = concern({ state: 'recorded', meetingId: null, channel: 'form' })

const answer = (about: Concern, by: Actor) =>
  decideAnswerConcern(
    { placeId: PLACE, concernId: about.id, answer: '周末请人来坐诊' },
    { concern: about, meeting: about.meetingId === null ? null : meeting() },
    by,
    TONIGHT,
  )

const promise = (by: Actor, over: Partial<RecordCommitment> = {}) =>
  decideRecordCommitment(
    {
      ...{ placeId: PLACE, commitmentId: given.id(900), meetingId: null, concernId: inbox.id },
      ...{ origin: 'promise', entryId: null, limit: null, isOnTheSpot: false, coOwners: [] },
      ...{ verbatim: '我去请', ownerId: owner.personId, owner: owner.name!, measure: '请人来坐诊' },
      dueOn: '2026-12-10',
      ...over,
    } as RecordCommitment,
    {
      ...{ meeting: null, concern: inbox, isTaken: false, hasOther: false, entry: null },
      people: [owner, township].map((one) => ({ id: one.personId!, name: one.name!, title: null })),
      calendar: COUNTRY,
    } as never,
    by,
    TONIGHT,
  )

const nod = (by: Actor, promisedBy: Actor = owner) => {
  const between = { meetingId: null, concernId: inbox.id, ownerId: promisedBy.personId }
  const commitment = given.readBack({ id: given.id(900), ...between })
  return decideConfirmCommitment(
    { placeId: PLACE, commitmentId: commitment.id },
    { commitment, meeting: null, concern: inbox },
    by,
    TONIGHT,
  )
}

describe('between two meetings', () => {
  test('the secretary answers what came into the box', () => {
    expect(answer(inbox, owner)).toMatchObject([{ type: 'concern-answered' }])
  })

  test('what was said at a meeting is answered by those who keep its record', () => {
    expect(answer(concern({ state: 'recorded' }), owner)).toEqual({ refused: 'not-allowed' })
  })

  test('a villager answers nothing, and a cadre turns nothing away', () => {
    expect(answer(inbox, villager)).toEqual({ refused: 'not-allowed' })
    const about = { placeId: PLACE, concernId: inbox.id, reason: '不归村里管' }
    expect(decideDeclineConcern(about, { concern: inbox, meeting: null }, owner, TONIGHT)).toEqual({
      refused: 'not-allowed',
    })
  })

  test('a cadre promises for themselves, and for nobody else', () => {
    // What it answers is promised once they have nodded to their own words.
    expect(promise(owner)).toMatchObject([{ type: 'commitment-recorded' }])
    expect(nod(owner)).toMatchObject([{ type: 'commitment-confirmed' }, { type: 'concern-promised' }])
    expect(nod(coOwner)).toEqual({ refused: 'not-allowed' })
    expect(promise(coOwner)).toEqual({ refused: 'not-allowed' })
    expect(promise(owner, { meetingId: given.MEETING })).toEqual({ refused: 'not-allowed' })
  })

  test('somebody of the township who took a matter over nods to their own promise, and to nobody else’s', () => {
    const by = { ownerId: township.personId, owner: township.name! }
    expect(promise(township, by)).toMatchObject([{ type: 'commitment-recorded' }])
    expect(nod(township, township)).toMatchObject([{ type: 'commitment-confirmed' }, {}])
    expect(nod(township)).toEqual({ refused: 'not-allowed' })
  })
})
