import { describe, expect, test } from 'vitest'
import { decideNameMinutesPoint, decideNoteBoxed } from '../../../shared/minutes/decide.ts'
import { MAX_POINT_NAME_LENGTH } from '../../../shared/minutes/minutes.ts'
import * as given from '../../support/villages/given.ts'

describe('an earlier state of the minutes', () => {
  const wish = (name: string) => ({
    placeId: given.PLACE,
    meetingId: given.MEETING,
    minutesSeq: 7,
    name,
  })
  const there = { meeting: given.meeting({ phase: 'signed', code: null }), isReadable: true, name: null }
  const decide = (
    name: string,
    state: Parameters<typeof decideNameMinutesPoint>[1] = there,
    actor = given.recorder,
  ) => decideNameMinutesPoint(wish(name), state, actor, given.TONIGHT)

  test('gets a name from recorder or facilitator, also after signing, and another one later', () => {
    const named = {
      type: 'minutes-point-named',
      data: { meetingId: given.MEETING, minutesSeq: 7 },
      words: { name: '第一稿', by: '小陈' },
    }
    expect(decide(' 第一稿 ')).toEqual([named])
    expect(decide('第一稿', { ...there, name: '草稿' })).toEqual([named])
    expect(decide('第一稿', { ...there, name: '第一稿' })).toEqual([])
  })

  test('gets none from anybody else, none that is too long or empty, and only if it can be read', () => {
    expect(decide('第一稿', there, given.villager)).toEqual({ refused: 'not-allowed' })
    expect(decide('第一稿', { ...there, meeting: null })).toEqual({
      refused: 'not-found',
      field: 'meetingId',
    })
    expect(decide('稿'.repeat(MAX_POINT_NAME_LENGTH + 1))).toMatchObject({
      refused: 'too-long',
      field: 'name',
    })
    expect(decide(' ')).toMatchObject({ field: 'name' })
    expect(decide('第一稿', { ...there, isReadable: false })).toEqual({
      refused: 'not-found',
      field: 'minutesSeq',
    })
  })
})

test('only the relay says that something lies in the box', () => {
  const state = { meeting: given.meeting({ phase: 'signed', code: null }), boxed: 3 }
  const relay = { ...given.recorder, kind: 'system' as const }
  expect(decideNoteBoxed({}, state, given.recorder, given.TONIGHT)).toEqual({ refused: 'not-allowed' })
  expect(decideNoteBoxed({}, { ...state, meeting: null }, relay, given.TONIGHT)).toMatchObject({
    refused: 'not-found',
  })
  expect(decideNoteBoxed({}, state, relay, given.TONIGHT)).toEqual([
    { type: 'late-edits-boxed', data: { meetingId: given.MEETING, boxed: 3 }, words: {} },
  ])
})
