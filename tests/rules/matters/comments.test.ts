import { describe, expect, test } from 'vitest'
import {
  decideFileComment,
  decideMoveComment,
  decidePostComment,
  decideUnfileComment,
  decideWithdrawComment,
} from '../../../shared/comments/decide.ts'
import { MAX_COMMENTS_FROM_PHONES } from '../../../shared/comments/comment.ts'
import type { PostComment } from '../../../shared/comments/schema.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import type { Meeting } from '../../../shared/meetings/meeting.ts'
import * as given from '../../support/villages/given.ts'

const { comment, facilitator, meeting, recorder, TONIGHT, villager } = given

const said = (fields: Partial<PostComment> = {}): PostComment => ({
  placeId: given.PLACE,
  commentId: given.COMMENT,
  meetingId: given.MEETING,
  text: '村口的路灯不亮',
  lane: 'open',
  channel: 'phone',
  name: '李婶',
  ...fields,
})

const post = (
  fields: Partial<PostComment> = {},
  {
    on = meeting(),
    by = villager,
    isTaken = false,
    count = 0,
  }: { on?: Meeting | null; by?: Actor; isTaken?: boolean; count?: number } = {},
) => decidePostComment(said(fields), { meeting: on, isTaken, count }, by, TONIGHT)

const about = { placeId: given.PLACE, commentId: given.COMMENT }
const posted = { type: 'comment-posted' }

describe('posting', () => {
  test('a comment from a phone is held and keeps what was said, by whom and about which item', () => {
    expect(post({ text: '  村口的路灯不亮 ' })).toEqual([
      {
        type: 'comment-posted',
        data: {
          commentId: given.COMMENT,
          meetingId: given.MEETING,
          agendaItemId: given.AGENDA_ITEM,
          lane: 'open',
          channel: 'phone',
          authorId: villager.id,
          postedAt: TONIGHT.at,
          state: 'held',
        },
        words: { text: '  村口的路灯不亮 ', name: '李婶', enteredBy: null },
      },
    ])
  })

  test('where the evening is not moderated it is shown at once', () => {
    expect(post({}, { on: meeting({ moderation: 'straight' }) })).toMatchObject([
      { data: { state: 'shown' } },
    ])
  })

  test('nobody needs a name', () => {
    expect(post({ name: null })).toMatchObject([{ words: { name: null } }])
  })

  test('what staff type for somebody keeps both names and waits like any other', () => {
    expect(post({ channel: 'staff', name: '周伯' }, { by: recorder })).toMatchObject([
      { data: { authorId: recorder.id, state: 'held' }, words: { name: '周伯', enteredBy: '小陈' } },
    ])
  })

  test('staff who type for somebody say for whom', () => {
    expect(post({ channel: 'staff', name: null }, { by: recorder })).toEqual({
      refused: 'field-missing',
      field: 'name',
    })
  })

  test('a villager cannot write as staff', () => {
    expect(post({ channel: 'staff' })).toEqual({ refused: 'not-allowed', field: 'channel' })
  })

  test('a phone of another evening is not heard here', () => {
    expect(post({}, { by: given.guestElsewhere })).toEqual({ refused: 'not-allowed' })
  })

  test('a meeting of another place does not exist here', () => {
    expect(post({}, { on: null })).toEqual({ refused: 'not-found', field: 'meetingId' })
  })

  test('an id is used once', () => {
    expect(post({}, { isTaken: true })).toEqual({ refused: 'already-exists', field: 'commentId' })
  })

  test('an evening that is full hears no more phones, and still the desk that writes for somebody', () => {
    const count = MAX_COMMENTS_FROM_PHONES
    expect(post({}, { count: count - 1 })).toMatchObject([posted])
    expect(post({}, { count })).toEqual({ refused: 'comments-full' })
    expect(post({ channel: 'staff' }, { count, by: recorder })).toMatchObject([posted])
  })

  test('nobody comments before the meeting is opened', () => {
    expect(post({}, { on: meeting({ phase: 'planned' }), by: recorder })).toEqual({
      refused: 'meeting-not-open',
    })
  })

  test.each(['closed', 'signed'] as const)('nobody comments after the meeting is %s', (phase) => {
    expect(post({}, { on: meeting({ phase }) })).toEqual({ refused: 'comments-closed' })
  })

  test.each([
    ['140 letters', '灯'.repeat(140)],
    ['one letter', '好'],
    ['140 families', '👨‍👩‍👧‍👦'.repeat(140)],
    ['a rare character', '𠮷'],
    ['right-to-left marks around a word', '\u200f路灯\u200f'],
  ])('%s can be said', (_, text) => expect(post({ text })).toMatchObject([posted]))

  test.each([
    ['141 letters', '灯'.repeat(141), { refused: 'too-long', field: 'text', limit: 140 }],
    ['141 rare characters', '𠮷'.repeat(141), { refused: 'too-long', field: 'text', limit: 140 }],
    ['only spaces', ' \u3000\n', { refused: 'too-short', field: 'text', limit: 1 }],
    ['only marks that nobody sees', '\u200f\u200b', { refused: 'too-short', field: 'text', limit: 1 }],
  ])('%s cannot be said', (_, text, refusal) => expect(post({ text })).toEqual(refusal))

  test('a name is short and can be seen', () => {
    expect(post({ name: '李'.repeat(31) })).toMatchObject({ refused: 'too-long', field: 'name' })
    expect(post({ name: '\u200b' })).toMatchObject({ refused: 'too-short', field: 'name' })
  })
})

describe('showing', () => {
  const show = (one = comment(), on: Meeting = meeting(), by = facilitator) =>
    decideMoveComment('show-comment')(about, { comment: one, meeting: on }, by, TONIGHT)

  test('the facilitator puts a held comment on the wall with its words', () => {
    expect(show()).toMatchObject([
      {
        type: 'comment-shown',
        data: { commentId: given.COMMENT },
        words: { text: comment().text, name: '李婶' },
      },
    ])
  })

  test('the wall turns back from a promise to the talk', () => {
    expect(show(comment(), given.showingPromise())).toMatchObject([
      { type: 'comment-shown' },
      { type: 'wall-turned', data: { meetingId: given.MEETING, commitmentId: null } },
    ])
  })

  test('what lingers when the meeting is closed can still be shown, until it is signed', () => {
    expect(show(comment(), meeting({ phase: 'closed' }))).toMatchObject([{ type: 'comment-shown' }])
    expect(show(comment(), meeting({ phase: 'signed' }))).toEqual({ refused: 'minutes-signed' })
  })

  test('only the facilitator shows', () => {
    expect(show(comment(), meeting(), villager)).toEqual({ refused: 'not-allowed' })
  })

  test('only held comments are shown', () => {
    expect(show(comment({ state: 'shown' }))).toEqual({ refused: 'comment-not-held' })
    expect(show(comment({ state: 'withdrawn' }))).toEqual({ refused: 'comment-withdrawn' })
  })

  test('a comment that is not here is not found', () => {
    expect(
      decideMoveComment('show-comment')(about, { comment: null, meeting: null }, facilitator, TONIGHT),
    ).toEqual({
      refused: 'not-found',
      field: 'commentId',
    })
  })
})

describe('holding back', () => {
  const hold = (state: 'held' | 'shown' | 'withdrawn', by = facilitator) =>
    decideMoveComment('hold-comment')(about, { comment: comment({ state }), meeting: meeting() }, by, TONIGHT)

  test('a comment shown by slip leaves the wall again', () => {
    expect(hold('shown')).toMatchObject([{ type: 'comment-held' }])
  })

  test('nobody else takes it down, and only what is shown', () => {
    expect(hold('shown', villager)).toEqual({ refused: 'not-allowed' })
    expect(hold('held')).toEqual({ refused: 'comment-not-shown' })
    expect(hold('withdrawn')).toEqual({ refused: 'comment-withdrawn' })
    expect(
      decideMoveComment('hold-comment')(about, { comment: null, meeting: null }, facilitator, TONIGHT),
    ).toEqual({
      refused: 'not-found',
      field: 'commentId',
    })
  })
})

describe('withdrawing', () => {
  const withdraw = (by: Actor, one: ReturnType<typeof comment> | null = comment()) =>
    decideWithdrawComment(about, { comment: one, meeting: meeting() }, by, TONIGHT)

  test('the author takes a comment back, held or shown', () => {
    expect(withdraw(villager)).toMatchObject([{ type: 'comment-withdrawn', data: { from: 'held' } }])
    expect(withdraw(villager, comment({ state: 'shown' }))).toMatchObject([{ data: { from: 'shown' } }])
  })

  test('what was typed for somebody is taken back by whoever typed it', () => {
    const typed = comment({ channel: 'staff', authorId: recorder.id, enteredBy: '小陈' })
    expect(withdraw(recorder, typed)).toMatchObject([{ type: 'comment-withdrawn' }])
    expect(withdraw(facilitator, typed)).toEqual({ refused: 'not-your-comment' })
  })

  test('nobody withdraws for another, and nobody twice', () => {
    const shown = comment({ state: 'shown' })
    expect(withdraw(given.otherVillager, shown)).toEqual({ refused: 'not-your-comment' })
    // What they may not see is not there for them.
    expect(withdraw(given.otherVillager)).toEqual({ refused: 'not-found', field: 'commentId' })
    expect(withdraw(villager, comment({ state: 'withdrawn' }))).toEqual({ refused: 'comment-withdrawn' })
    expect(withdraw(villager, null)).toEqual({ refused: 'not-found', field: 'commentId' })
  })
})

describe('filing', () => {
  const file = (
    fields: object,
    over: Partial<typeof held> = {},
    on = meeting({ phase: 'closed' }),
    by = recorder,
  ) =>
    decideFileComment(
      { ...about, as: 'appendix', reason: null, ...fields },
      { comment: { ...held, ...over }, meeting: on },
      by,
      TONIGHT,
    )
  const held = comment()

  test('what nobody looked at goes into the appendix, or is put away with a reason', () => {
    expect(file({})).toMatchObject([
      { type: 'comment-filed', data: { as: 'appendix' }, words: { reason: null } },
    ])
    expect(file({ as: 'away', reason: ' 上回答过了 ' })).toMatchObject([
      { type: 'comment-filed', data: { as: 'away' }, words: { reason: '上回答过了' } },
    ])
    expect(file({ as: 'away' })).toEqual({ refused: 'field-missing', field: 'reason' })
    expect(file({ reason: '没用' })).toEqual({ refused: 'field-wrong', field: 'reason' })
  })

  test('the same twice changes nothing', () => {
    expect(file({}, { filedAs: 'appendix' })).toEqual([])
  })

  test('what stood on the wall is neither put away nor in the appendix, and may be in the minutes', () => {
    expect(file({}, { state: 'shown' })).toEqual({ refused: 'comment-not-held' })
    expect(file({ as: 'minutes' }, { state: 'shown' })).toMatchObject([{ type: 'comment-filed' }])
  })

  test('what both have signed gets no appendix any more; putting away stays possible', () => {
    const signed = meeting({ phase: 'signed' })
    expect(file({}, {}, signed)).toEqual({ refused: 'minutes-signed' })
    expect(file({ as: 'away', reason: '上回答过了' }, {}, signed)).toMatchObject([{ type: 'comment-filed' }])
  })

  test('is for those who run the evening or keep its record, and is taken back by them', () => {
    expect(file({}, {}, meeting(), villager)).toEqual({ refused: 'not-allowed' })
    const unfile = (by = facilitator, filedAs: 'away' | null = 'away') =>
      decideUnfileComment(about, { comment: comment({ filedAs }), meeting: meeting() }, by, TONIGHT)
    expect(unfile()).toMatchObject([{ type: 'comment-unfiled' }])
    expect(unfile(facilitator, null)).toEqual([])
    expect(unfile(villager)).toEqual({ refused: 'not-allowed' })
  })
})
