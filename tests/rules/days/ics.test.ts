import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { icsText, type DayEntry } from '../../../shared/calendar/ics.ts'
import { readIcs, textOf, valueOf, type Component } from '../../support/files/ics-reader.ts'

const lamp: DayEntry = {
  uid: '0198f1aa-0000-7000-8000-000000000001@talk.example.cn',
  onDay: '2026-12-31',
  summary: '换路灯；王建国, 三盏\\全换',
  description: '「十号以前」\n改期 1 次',
  url: 'https://talk.example.cn/ledger#lamp',
  sequence: 2,
  changedAt: '2026-11-22T12:00:00.123Z',
}
const sheet = (...entries: DayEntry[]) => icsText({ name: '柳树湾村的承诺', language: 'zh-Hans', entries })
const events = (text: string): readonly Component[] => readIcs(text).children

describe('a calendar to subscribe to', () => {
  test('says who it is, how often to look, and each day as a whole day', () => {
    const calendar = readIcs(sheet(lamp))
    expect(calendar.name).toBe('VCALENDAR')
    expect(calendar.properties.map(({ name, value }) => [name, value])).toEqual([
      ['VERSION', '2.0'],
      ['PRODID', '-//Liangting//Promises//ZH-HANS'],
      ['CALSCALE', 'GREGORIAN'],
      ['METHOD', 'PUBLISH'],
      ['NAME', '柳树湾村的承诺'],
      ['X-WR-CALNAME', '柳树湾村的承诺'],
      ['REFRESH-INTERVAL', 'PT6H'],
      ['X-PUBLISHED-TTL', 'PT6H'],
    ])
    const [event] = calendar.children
    expect(event!.name).toBe('VEVENT')
    expect(Object.fromEntries(event!.properties.map(({ name, value }) => [name, value]))).toEqual({
      UID: lamp.uid,
      DTSTAMP: '20261122T120000Z',
      'LAST-MODIFIED': '20261122T120000Z',
      SEQUENCE: '2',
      DTSTART: '20261231',
      DTEND: '20270101',
      SUMMARY: '换路灯；王建国\\, 三盏\\\\全换',
      DESCRIPTION: '「十号以前」\\n改期 1 次',
      URL: lamp.url,
      STATUS: 'CONFIRMED',
      TRANSP: 'TRANSPARENT',
    })
    for (const name of ['DTSTART', 'DTEND'])
      expect(event!.properties.find((one) => one.name === name)?.parameters).toEqual({ VALUE: 'DATE' })
  })

  test('several days end on the day after the last', () => {
    const [event] = events(sheet({ ...lamp, onDay: '2026-02-27', untilDay: '2026-02-28' }))
    expect([valueOf(event!, 'DTSTART'), valueOf(event!, 'DTEND')]).toEqual(['20260227', '20260301'])
  })

  test('what was dropped is cancelled, not forgotten', () => {
    expect(valueOf(events(sheet({ ...lamp, isCancelled: true }))[0]!, 'STATUS')).toBe('CANCELLED')
  })

  test('a moved day keeps its name, and the same days always give the same text', () => {
    const [moved] = events(sheet({ ...lamp, onDay: '2027-01-10', sequence: 3 }))
    expect(valueOf(moved!, 'UID')).toBe(lamp.uid)
    expect(sheet(lamp)).toBe(sheet({ ...lamp }))
  })

  test('nobody without promises gets an empty answer', () => {
    expect(events(sheet())).toEqual([])
  })

  test('whatever people write comes back as they wrote it, in lines of at most 75 octets', () => {
    const letters = fc
      .string({ unit: 'binary', maxLength: 200 })
      .filter((text) => !/\p{Surrogate}/u.test(text))
    const chinese = fc.string({
      unit: fc.constantFrom('灯', '𠮷', '👨‍👩‍👧', ';', ',', '\\', '\n', 'é', 'a'),
      maxLength: 120,
    })
    const plain = (text: string) =>
      text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    fc.assert(
      fc.property(fc.oneof(letters, chinese), (summary) => {
        const [event] = events(sheet({ ...lamp, summary }))
        expect(textOf(event!, 'SUMMARY')).toBe(plain(summary))
        expect(textOf(event!, 'DESCRIPTION')).toBe(lamp.description)
      }),
      { numRuns: 300 },
    )
  })
})
