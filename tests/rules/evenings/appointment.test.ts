import { describe, expect, test } from 'vitest'
import { decideRescheduleMeeting } from '../../../shared/meetings/decide-plan.ts'
import { evolveMeeting } from '../../../shared/meetings/evolve.ts'
import type { Meeting } from '../../../shared/meetings/meeting.ts'
import { timeAndVenueInWords, timeInWords } from '../../../shared/words/days.ts'
import * as given from '../../support/villages/given.ts'

const { facilitator, meeting, MEETING, PLACE, recorder, TONIGHT } = given
const about = { placeId: PLACE, meetingId: MEETING }
const planned = meeting({ phase: 'planned', code: null, openedAt: null, currentAgendaItemId: null })
const signed = meeting({ phase: 'signed', code: null, closedAt: TONIGHT.at })

describe('when and where people meet', () => {
  const move = (over: object, state: Meeting | null = planned, by = facilitator) =>
    decideRescheduleMeeting(
      { ...about, onDay: '2026-11-22', beginsAt: '19:30', venue: ' 村口凉亭 ', ...over },
      { meeting: state },
      by,
      TONIGHT,
    )

  test('an evening that is planned gets another day, hour and place', () => {
    expect(move({ onDay: '2026-11-29' })).toEqual([
      {
        type: 'meeting-rescheduled',
        data: { meetingId: MEETING, onDay: '2026-11-29', beginsAt: '19:30' },
        words: { venue: '村口凉亭' },
      },
    ])
    expect(move({ beginsAt: null, venue: null })).toMatchObject([
      { data: { beginsAt: null }, words: { venue: null } },
    ])
    expect(move({ venue: ' ' })).toMatchObject({ refused: 'too-short', field: 'venue' })
    expect(move({ onDay: '2026-02-30' })).toEqual({ refused: 'field-wrong', field: 'onDay' })
    expect(move({}, planned, recorder)).toEqual({ refused: 'not-allowed' })
    expect(move({}, null)).toEqual({ refused: 'not-found', field: 'meetingId' })
  })

  test('once it has begun its day stays, and once it is signed all of it', () => {
    expect(move({ venue: '祠堂' }, meeting())).toMatchObject([{ words: { venue: '祠堂' } }])
    expect(move({ onDay: '2026-11-29' }, meeting())).toEqual({
      refused: 'meeting-not-planned',
      field: 'onDay',
    })
    expect(move({}, signed)).toEqual({ refused: 'minutes-signed' })
  })

  test('an evening of an earlier version has only a day', () => {
    const old = { type: 'meeting-planned', data: { ...about, format: 'pavilion-talk', onDay: '2026-11-22', moderation: 'held' }, words: { title: '夜话' } } // prettier-ignore
    const first = evolveMeeting(null, given.recorded(old as never, 1, facilitator) as never)!
    expect([first.beginsAt, first.venue]).toEqual([null, null])
  })

  test('the hour is said as people say it', () => {
    expect(timeInWords('19:30', 'zh-Hans')).toBe('晚上7点半')
    expect(timeInWords('19:00', 'zh-Hant')).toBe('晚上7點')
    expect(timeInWords('12:05', 'zh-Hans')).toBe('中午12点05分')
    expect(timeInWords('00:15', 'en')).toBe('12:15 am')
    expect(timeAndVenueInWords({ beginsAt: '15:00', venue: '祠堂' }, 'zh-Hans')).toBe('下午3点，祠堂')
    expect(timeAndVenueInWords({ beginsAt: null, venue: null }, 'en')).toBe('')
  })
})
