import { describe, expect, test } from 'vitest'
import type { Concern, ConcernEvent } from '../../../shared/concerns/concern.ts'
import {
  decideRaiseConcern,
  decideRewordConcern,
  type RaiseConcernState,
} from '../../../shared/concerns/decide.ts'
import {
  decideAnswerConcern,
  decideDeclineConcern,
  decideReferConcern,
  decideTakeBackOutcome,
} from '../../../shared/concerns/decide-outcome.ts'
import { evolveConcerns } from '../../../shared/concerns/evolve.ts'
import { concernFor, presentConcern } from '../../../shared/concerns/present.ts'
import type { RaiseConcern } from '../../../shared/concerns/schema.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import type { Meeting } from '../../../shared/meetings/meeting.ts'
import * as given from '../../support/villages/given.ts'

const { comment, concern, facilitator, looking, meeting, recorded, recorder, TONIGHT, villager } = given

const about = { placeId: given.PLACE, concernId: given.CONCERN }

describe('raising', () => {
  const wish: RaiseConcern = {
    ...about,
    meetingId: given.MEETING,
    commentId: null,
    agendaItemId: null,
    text: '村口的路灯不亮',
    raisedBy: null,
    lane: 'open',
    isAgreed: false,
    channel: 'meeting',
    gridId: null,
  }
  const calm: RaiseConcernState = {
    meeting: meeting(),
    comment: null,
    agendaItem: null,
    isTaken: false,
    isRaised: false,
    nextNo: 13,
    grid: null,
    formsAt: [],
  }
  const raise = (fields: Partial<RaiseConcern> = {}, state: Partial<RaiseConcernState> = {}, by = recorder) =>
    decideRaiseConcern({ ...wish, ...fields }, { ...calm, ...state }, by, TONIGHT)
  const fromComment = (facts: Parameters<typeof comment>[0] = {}, state: Partial<RaiseConcernState> = {}) =>
    raise({ commentId: given.COMMENT }, { comment: comment(facts), ...state })

  test('a line of the minutes becomes the next concern of the village', () => {
    expect(raise({ text: ' 村口的路灯不亮 ', raisedBy: '周伯', lane: 'masked' })).toEqual([
      {
        type: 'concern-raised',
        data: {
          concernId: given.CONCERN,
          meetingId: given.MEETING,
          no: 13,
          channel: 'meeting',
          agendaItemId: null,
          commentId: null,
          lane: 'masked',
          raisedById: null,
        },
        words: { text: '村口的路灯不亮', raisedBy: '周伯' },
      },
    ])
  })

  test('from a comment it takes lane, item, name and author, whatever was typed beside it', () => {
    const command = { commentId: given.COMMENT, raisedBy: '别人', lane: 'open' as const, text: '路灯' }
    expect(raise(command, { comment: comment({ lane: 'masked' }) })).toMatchObject([
      {
        data: {
          lane: 'masked',
          raisedById: villager.id,
          commentId: given.COMMENT,
          agendaItemId: given.AGENDA_ITEM,
        },
        words: { raisedBy: '李婶', text: '路灯' },
      },
    ])
  })

  test.each(['staff', 'wall'] as const)(
    'a keyboard shared with others (%s) raised nothing itself',
    (channel) => {
      expect(fromComment({ channel, authorId: recorder.id, name: '周伯' })).toMatchObject([
        { data: { raisedById: null }, words: { raisedBy: '周伯' } },
      ])
    },
  )

  test('one comment raises one concern', () => {
    expect(fromComment({}, { isRaised: true })).toEqual({ refused: 'already-exists', field: 'commentId' })
  })

  test('what was taken back is not used', () => {
    expect(fromComment({ state: 'withdrawn' })).toEqual({ refused: 'comment-withdrawn' })
  })

  test('comment and agenda item are of this evening', () => {
    expect(fromComment({ meetingId: given.OTHER_MEETING })).toEqual({
      refused: 'not-found',
      field: 'commentId',
    })
    expect(raise({ commentId: given.COMMENT })).toEqual({ refused: 'not-found', field: 'commentId' })
    expect(raise({ agendaItemId: given.AGENDA_ITEM })).toEqual({
      refused: 'not-found',
      field: 'agendaItemId',
    })
  })

  test('villagers do not write the record', () => {
    expect(raise({}, {}, villager)).toEqual({ refused: 'not-allowed' })
  })

  test('an unknown meeting, a used id, an empty text, a long name are refused by name', () => {
    expect(raise({}, { meeting: null })).toEqual({ refused: 'not-found', field: 'meetingId' })
    expect(raise({}, { isTaken: true })).toEqual({ refused: 'already-exists', field: 'concernId' })
    expect(raise({ text: '\u200b' })).toMatchObject({ refused: 'too-short', field: 'text' })
    expect(raise({ raisedBy: '周'.repeat(31) })).toMatchObject({ refused: 'too-long', field: 'raisedBy' })
  })

  test('nothing is raised before the evening or once it is signed', () => {
    expect(raise({}, { meeting: meeting({ phase: 'planned' }) })).toEqual({ refused: 'meeting-not-open' })
    expect(raise({}, { meeting: meeting({ phase: 'signed' }) })).toEqual({ refused: 'minutes-signed' })
    expect(raise({}, { meeting: meeting({ phase: 'closed' }) })).toMatchObject([{ type: 'concern-raised' }])
  })
})

const answer = (one: Concern | null, by: Actor = recorder, on: Meeting = meeting()) =>
  decideAnswerConcern({ ...about, answer: '今晚就修' }, { concern: one, meeting: on }, by, TONIGHT)
const refer = (one: Concern | null, by: Actor = recorder, referredTo = '供电所') =>
  decideReferConcern(
    { ...about, referredTo, route: 'department', reason: null },
    { concern: one, meeting: meeting() },
    by,
    TONIGHT,
  )
const decline = (one: Concern | null, by: Actor = recorder, reason = '不归村里管') =>
  decideDeclineConcern({ ...about, reason }, { concern: one, meeting: meeting() }, by, TONIGHT)
const takeBack = (one: Concern | null, by: Actor = recorder, on: Meeting = meeting()) =>
  decideTakeBackOutcome(about, { concern: one, meeting: on }, by, TONIGHT)
const reword = (one: Concern | null, by: Actor = recorder, on: Meeting = meeting(), text = '路灯坏了') =>
  decideRewordConcern({ ...about, text, isAgreed: true }, { concern: one, meeting: on }, by, TONIGHT)

describe('an outcome', () => {
  test('is an answer, a referral or a decline with its reason', () => {
    expect(answer(concern())).toMatchObject([{ type: 'concern-answered', words: { outcome: '今晚就修' } }])
    expect(refer(concern())).toMatchObject([
      { type: 'concern-referred', words: { referredTo: '供电所', outcome: null } },
    ])
    expect(decline(concern())).toMatchObject([{ type: 'concern-declined', words: { outcome: '不归村里管' } }])
  })

  test.each(['answered', 'promised', 'referred', 'declined'] as const)(
    'is not given to one %s before',
    (state) => {
      for (const settle of [answer, refer, decline])
        expect(settle(concern({ state }))).toEqual({ refused: 'concern-settled' })
    },
  )

  test('says something', () => {
    expect(refer(concern(), recorder, ' ')).toMatchObject({ refused: 'too-short', field: 'referredTo' })
    expect(decline(concern(), recorder, '\u200b')).toMatchObject({ refused: 'too-short', field: 'reason' })
    expect(decline(concern(), recorder, '不'.repeat(281))).toMatchObject({ refused: 'too-long', limit: 280 })
  })

  test('may come after the minutes are signed: nothing stays open for ever', () => {
    expect(answer(concern(), facilitator, meeting({ phase: 'signed' }))).toMatchObject([
      { type: 'concern-answered' },
    ])
  })

  test.each(['answered', 'referred', 'declined'] as const)('%s by slip is taken back', (state) => {
    expect(takeBack(concern({ state }))).toMatchObject([{ type: 'outcome-taken-back' }])
  })

  test('is not taken back where there is none, where it is a promise, or once the minutes are signed', () => {
    expect(takeBack(concern())).toEqual({ refused: 'concern-not-settled' })
    expect(takeBack(concern({ state: 'promised' }))).toEqual({ refused: 'concern-settled' })
    expect(takeBack(concern({ state: 'answered' }), recorder, meeting({ phase: 'signed' }))).toEqual({
      refused: 'minutes-signed',
    })
  })

  test('is for those who keep the record, about a concern of this place', () => {
    for (const step of [answer, refer, decline, takeBack, reword]) {
      expect(step(concern(), villager)).toEqual({ refused: 'not-allowed' })
      expect(step(null)).toEqual({ refused: 'not-found', field: 'concernId' })
    }
  })
})

describe('rewording', () => {
  test('the words are put better until the minutes are signed', () => {
    expect(reword(concern())).toMatchObject([{ type: 'concern-reworded', words: { text: '路灯坏了' } }])
    expect(reword(concern(), recorder, meeting({ phase: 'signed' }))).toEqual({ refused: 'minutes-signed' })
    expect(reword(concern(), recorder, meeting(), '')).toMatchObject({ refused: 'too-short' })
  })
})

describe('who sees a concern', () => {
  const raised = recorded({
    type: 'concern-raised',
    data: {
      concernId: given.CONCERN,
      meetingId: given.MEETING,
      no: 12,
      channel: 'meeting',
      agendaItemId: given.AGENDA_ITEM,
      commentId: given.COMMENT,
      lane: 'masked',
      raisedById: villager.id,
    },
    words: { text: '村口的路灯不亮', raisedBy: '李婶' },
  } satisfies ConcernEvent)
  const wall = looking(given.stranger, given.MEETING)

  test('everybody of the evening reads it; a masked name stays with staff and the one who raised it', () => {
    const told = JSON.stringify(presentConcern(raised, wall))
    expect(told).toContain('村口的路灯不亮')
    expect(told).not.toContain('李婶')
    expect(told).not.toContain(villager.id)
    expect(presentConcern(raised, looking(facilitator))).toEqual(raised)
    expect(presentConcern(raised, looking(villager, given.MEETING))).toEqual(raised)
  })

  test('a phone of another evening hears nothing of it', () => {
    const elsewhere = looking(given.guestElsewhere, given.OTHER_MEETING)
    expect(presentConcern(raised, elsewhere)).toBeNull()
    expect(concernFor(concern(), elsewhere)).toBeNull()
  })

  test.each([
    looking(facilitator),
    wall,
    looking(villager, given.MEETING),
    looking(given.otherVillager, given.MEETING),
  ])('the row and the event tell viewer %# the same', (viewer) => {
    const [row] = evolveConcerns([], raised)
    expect(evolveConcerns([], presentConcern(raised, viewer)!)).toEqual([concernFor(row!, viewer)])
  })
})

describe('what a screen holds', () => {
  const on = '2026-11-22'
  const steps: ConcernEvent[] = [
    {
      type: 'concern-referred',
      data: { ...ids(), on, route: 'department' },
      words: { referredTo: '供电所', outcome: '归他们管' },
    },
    { type: 'outcome-taken-back', data: ids(), words: {} },
    { type: 'concern-reworded', data: { ...ids(), isAgreed: true }, words: { text: '三盏路灯不亮' } },
    { type: 'concern-declined', data: { ...ids(), on }, words: { outcome: '不归村里管' } },
    { type: 'outcome-taken-back', data: ids(), words: {} },
    { type: 'concern-promised', data: { ...ids(), on }, words: {} },
  ]
  function ids() {
    return { concernId: given.CONCERN, meetingId: given.MEETING }
  }

  test('each step leaves nothing of the one before', () => {
    const stories = steps.map((_, last) =>
      steps
        .slice(0, last + 1)
        .reduce((list, event) => evolveConcerns(list, recorded(event)), [concern()] as readonly Concern[]),
    )
    expect(
      stories.map(([one]) => [one!.state, one!.text, one!.outcome, one!.referredTo, one!.settledAt !== null]),
    ).toEqual([
      ['referred', '村口的路灯不亮', '归他们管', '供电所', true],
      ['recorded', '村口的路灯不亮', null, null, false],
      ['recorded', '三盏路灯不亮', null, null, false],
      ['declined', '三盏路灯不亮', '不归村里管', null, true],
      ['recorded', '三盏路灯不亮', null, null, false],
      ['promised', '三盏路灯不亮', null, null, true],
    ])
  })

  test('a step about a concern never heard of is left alone', () => {
    for (const step of steps) expect(evolveConcerns([], recorded(step))).toEqual([])
  })
})
