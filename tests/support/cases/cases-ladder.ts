import { randomUUID } from 'node:crypto'
import { meetingId, notAllowed, one } from './case.ts'
import { dingtalk } from '../peers/robot-wish.ts'
import type { Stage } from '../villages/stage.ts'

const upward = (s: Stage) => ({ toPlaceId: s.village.townshipId, reason: '县道归镇里以上管。' })

export const CUSTODY_CASES = [
  one('offer-matter', 'cadre', (s) => ({ concernId: s.raised[3]!, ...upward(s) }), notAllowed('recorder'), {
    names: ['concernId', 'toPlaceId'],
  }),
  one(
    'accept-matter',
    'township',
    (s) => ({ concernId: s.offered }),
    { by: 'facilitator', because: 'not-yours-to-hand-on' },
    { names: ['concernId'] },
  ),
  one(
    'return-matter',
    'township',
    (s) => ({ concernId: s.returnable, reason: '先在村里量好尺寸。' }),
    { by: 'facilitator', because: 'not-yours-to-hand-on' },
    { names: ['concernId'] },
  ),
  one(
    'take-back-offer',
    'facilitator',
    (s) => ({ concernId: s.mistaken }),
    { by: 'facilitator', body: (s) => ({ concernId: s.summoned }), because: 'no-offer' },
    { names: ['concernId'] },
  ),
  one(
    'take-back-acceptance',
    'township',
    (s) => ({ concernId: s.accepted }),
    { by: 'facilitator', body: (s) => ({ concernId: s.mistaken }), because: 'no-offer' },
    { names: ['concernId'] },
  ),
  one(
    'summon-unit',
    'facilitator',
    (s) => ({ concernId: s.raised[3]!, ...upward(s), unit: '交通所' }),
    notAllowed(),
    { names: ['concernId', 'toPlaceId'] },
  ),
  one(
    'note-arrival',
    'facilitator',
    (s) => ({ concernId: s.summoned, unit: '供电所', report: '来人看了，后天断电。' }),
    {
      by: 'facilitator',
      body: (s) => ({ concernId: s.offered, unit: '供电所', report: '来了' }),
      because: 'not-found',
    },
    { names: ['concernId'] },
  ),
] as const

const answers = { done: 'done', satisfied: 'acceptable', word: null } as const
const hands = {
  done: { done: 12, partly: 3, not: 1 },
  satisfied: { satisfied: 9, acceptable: 6, not: 1 },
  tellers: ['李婶', '张大爷'],
}

export const RATING_CASES = [
  one(
    'rate-outcome',
    'phone',
    (s) => ({ ratingId: randomUUID(), concernId: s.ownAnswered, commitmentId: null, ...answers }),
    notAllowed('other'),
    { names: ['concernId', 'commitmentId'] },
  ),
  one(
    'change-rating',
    'phone',
    (s) => ({ ratingId: s.ownRating, done: 'partly', satisfied: 'acceptable', word: '再想想，还差一点。' }),
    notAllowed('other'),
    { names: ['ratingId'] },
  ),
  one(
    'note-rating',
    'facilitator',
    (s) => ({ ratingId: randomUUID(), concernId: s.up, commitmentId: null, ...answers, witness: '孙大伯' }),
    notAllowed('cadre'),
    { names: ['concernId', 'commitmentId'] },
  ),
  one(
    'note-hands',
    'facilitator',
    (s) => ({
      ...{ commitmentId: s.toBeCounted, meetingId: meetingId(s) },
      done: { done: 12, partly: null, not: null },
      satisfied: { satisfied: null, acceptable: null, not: null },
    }),
    notAllowed('phone'),
    { names: ['commitmentId', 'meetingId'] },
  ),
  one(
    'count-hands',
    'facilitator',
    (s) => ({
      ratingId: randomUUID(),
      concernId: null,
      commitmentId: s.toBeCounted,
      meetingId: meetingId(s),
      ...hands,
    }),
    notAllowed('phone'),
    { names: ['concernId', 'commitmentId', 'meetingId'] },
  ),
] as const

export const ROBOT_CASES = [
  one('set-robot', 'facilitator', () => ({ robotId: randomUUID(), ...dingtalk() }), notAllowed('cadre'), {
    makes: 'robotId',
  }),
  one('remove-robot', 'facilitator', (s) => ({ robotId: s.robot }), notAllowed('recorder'), {
    names: ['robotId'],
  }),
] as const
