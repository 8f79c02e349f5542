import { expect, test } from 'vitest'
import { decideRaiseConcern } from '../../../shared/concerns/decide.ts'
import { decideAnswerConcern } from '../../../shared/concerns/decide-outcome.ts'
import type { RaiseConcern } from '../../../shared/concerns/schema.ts'
import {
  AGENDA_ITEM,
  COMMENT,
  MEETING,
  CONCERN,
  PLACE,
  TONIGHT,
  comment,
  concern,
  meeting,
  owner,
  recorder,
  villager,
} from '../../support/villages/given.ts'

test('what came in between two meetings is answered without one', () => {
  const answer = (meetingId: string | null) =>
    decideAnswerConcern(
      { placeId: PLACE, concernId: CONCERN, answer: '明天就修。' },
      { concern: concern({ meetingId, channel: 'call' }), meeting: null },
      recorder,
      TONIGHT,
    )
  expect(answer(null)).toMatchObject([{ type: 'concern-answered', data: { meetingId: null } }])
  expect(answer(MEETING)).toMatchObject({ refused: 'not-found' })
})

const wish: RaiseConcern = {
  placeId: PLACE,
  concernId: CONCERN,
  meetingId: MEETING,
  commentId: null,
  agendaItemId: null,
  text: '村口的路灯不亮',
  raisedBy: null,
  lane: 'open',
  isAgreed: false,
  channel: 'meeting',
  gridId: null,
}
const calm = {
  meeting: meeting(),
  comment: null,
  agendaItem: null,
  isTaken: false,
  isRaised: false,
  nextNo: 13,
  grid: null,
  formsAt: [],
}
const raise = (fields: Partial<RaiseConcern> = {}, state: object = {}, by = recorder) =>
  decideRaiseConcern({ ...wish, ...fields }, { ...calm, ...state }, by, TONIGHT)

test('between two meetings a cadre writes down who called, and a recorder too', () => {
  const call = { meetingId: null, channel: 'call' as const, raisedBy: '周伯' }
  for (const by of [owner, recorder])
    expect(raise(call, { meeting: null }, by)).toMatchObject([
      { type: 'concern-raised', data: { meetingId: null, channel: 'call' }, words: { raisedBy: '周伯' } },
    ])
  expect(raise(call, { meeting: null }, villager)).toMatchObject({ refused: 'not-allowed' })
  expect(raise({}, {}, owner)).toMatchObject({ refused: 'not-allowed' })
})

test('what belongs to no meeting says how it came, and what belongs to one cannot say otherwise', () => {
  expect(raise({ meetingId: null }, { meeting: null })).toMatchObject({
    refused: 'field-wrong',
    field: 'channel',
  })
  expect(raise({ channel: 'paper' })).toMatchObject({ refused: 'field-wrong', field: 'channel' })
})

test('between two meetings it comes from no comment and no item of an agenda', () => {
  const call = { meetingId: null, channel: 'call' as const }
  const none = { meeting: null }
  expect(raise({ ...call, commentId: COMMENT }, { ...none, comment: comment() })).toMatchObject({
    refused: 'not-found',
    field: 'commentId',
  })
  expect(raise({ ...call, agendaItemId: AGENDA_ITEM }, none)).toMatchObject({
    refused: 'not-found',
    field: 'agendaItemId',
  })
})
