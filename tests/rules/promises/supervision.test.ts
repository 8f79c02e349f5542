import { describe, expect, test } from 'vitest'
import { evolveProgress } from '../../../shared/commitments/evolve.ts'
import { presentCommitment } from '../../../shared/commitments/present.ts'
import { publicViewer, type Actor } from '../../../shared/kernel/event.ts'
import { decideCountersignMonth } from '../../../shared/ledger/month/countersign.ts'
import {
  decideCommentOnCommitment,
  decideRemindOwner,
  decideRequestEvidence,
} from '../../../shared/notices/decide-supervision.ts'
import { noticesIn } from '../../../shared/notices/evolve.ts'
import { aPromise } from '../../support/villages/evening.ts'
import { facilitator, onDay, owner, PLACE, recorded, township } from '../../support/villages/given.ts'

const zhou: Actor = { ...facilitator, id: 'zhou', personId: 'zhou', name: '周志强', roles: ['supervision'] }
const lamp = aPromise('lamp', { state: 'open', ownerId: owner.personId })
const told = { commitment: lamp, by: { byName: '周志强', byPost: '监委会主任' } }
const said = { placeId: PLACE, commitmentId: 'lamp', said: '灯杆那边该去看一眼了。' }

describe('what supervision says to a promise', () => {
  test('a reminder stands in the story for everybody and goes to whoever promised it', () => {
    const recipients = [{ kind: 'person' as const, id: 'wang' }]
    const events = decideRemindOwner(said, { ...told, recipients }, zhou, onDay('2026-12-01'))
    expect(events).toMatchObject([
      { type: 'commitment-supervised', data: { kind: 'reminder' }, words: { byPost: '监委会主任' } },
      { type: 'supervision-told', data: { kind: 'reminder', recipients } },
    ])
    const [inStory, notice] = events as any[]
    const event = recorded(inStory, 1, zhou, '2026-12-01T01:00:00.000Z') as any
    expect(evolveProgress([], event)).toMatchObject([{ kind: 'reminder', text: said.said }])
    const stranger = publicViewer(PLACE)
    expect(presentCommitment(event, stranger)).toMatchObject({
      words: { said: said.said, byName: null, byPost: '监委会主任' },
    })
    const written = noticesIn(recorded(notice, 2, zhou, '2026-12-01T01:00:00.000Z') as any)
    expect(written).toMatchObject([{ kind: 'supervision', recipient: { id: 'wang' } }])
  })

  test('supervision and the level above may, those who run the place or do a part of it may not', () => {
    for (const rule of [decideRemindOwner, decideCommentOnCommitment, decideRequestEvidence]) {
      const ask = (by: Actor, over = {}) => rule(said, { ...told, ...over }, by, onDay('2026-12-01'))
      expect(ask(zhou)).toHaveLength(2)
      expect(ask(township)).toHaveLength(2)
      expect(ask(facilitator)).toEqual({ refused: 'not-allowed' })
      const own = { ...zhou, personId: owner.personId }
      expect(ask(own)).toEqual({ refused: 'owner-may-not-decide' })
      expect(ask(zhou, { commitment: null })).toMatchObject({ refused: 'not-found' })
      expect(ask(zhou, { commitment: aPromise('lamp', { state: 'spoken' }) })).toEqual({
        refused: 'promise-not-open',
      })
    }
  })

  test('nobody is reminded of what is reported done, but it may be commented and evidence asked for', () => {
    const done = { commitment: aPromise('lamp', { state: 'done', doneOn: '2026-12-01' }) }
    const moment = onDay('2026-12-02')
    expect(decideRemindOwner(said, done, zhou, moment)).toEqual({ refused: 'promise-not-open' })
    expect(decideCommentOnCommitment(said, done, zhou, moment)).toHaveLength(2)
    expect(decideRequestEvidence(said, done, zhou, moment)).toHaveLength(2)
  })
})

test('a month is countersigned once it is over, by each of the supervision once', () => {
  const sign = (today: string, by: Actor = zhou, signed: never[] | object[] = []) =>
    decideCountersignMonth(
      { placeId: PLACE, month: '2026-11' },
      { signed: signed as never },
      by,
      onDay(today),
    )
  expect(sign('2026-11-30')).toMatchObject({ refused: 'month-not-over' })
  expect(sign('2026-12-01')).toMatchObject([{ data: { month: '2026-11', personId: 'zhou' } }])
  expect(sign('2026-12-01', facilitator)).toEqual({ refused: 'not-allowed' })
  expect(sign('2026-12-01', township)).toEqual({ refused: 'not-allowed' })
  expect(sign('2026-12-02', zhou, [{ month: '2026-11', personId: 'zhou' }])).toMatchObject({
    refused: 'already-exists',
  })
})
