import { expect, test } from 'vitest'
import { echoWallOf } from '../../../server/public/echo-wall.ts'
import { minutesPageOf } from '../../../server/public/minutes/minutes-page.ts'
import type { Line } from '../../../shared/minutes/minutes.ts'
import type { LedgerView } from '../../../shared/ledger/ledger.ts'
import type { Language } from '../../../shared/words/language.ts'
import { aConcern, anEvening, aPromise, MEETING } from '../../support/villages/evening.ts'
import { publicPage } from '../../support/records/public-page.ts'

const ledger = (changed: Partial<LedgerView> = {}): LedgerView => ({
  asOf: 10,
  today: '2026-11-22',
  place: anEvening().place,
  commitments: [],
  dueChanges: [],
  progress: [],
  newerDays: [],
  concerns: [],
  meetings: [],
  ...changed,
})
const wall = (view: LedgerView) =>
  publicPage(echoWallOf(view, { published: [], planned: [], address: null, addresses: new Map() }))
const minutes = (room: Partial<Parameters<typeof anEvening>[0]>, lines: Line[], language?: Language) => {
  const rendered = { meetingId: MEETING, minutesSeq: 3, sections: [{ agendaItemId: 'item-1', lines }] }
  const signed = { rendered, digest: '7f3k92qd7f3k92qdffff' }
  return publicPage(minutesPageOf(anEvening(room), signed), language)
}
const said = (speaker: string | null, text: string): Line => ({
  key: '1',
  speaker,
  pieces: [{ kind: 'text', text }],
})
const openPromise = aPromise('lamp', { state: 'open' })

test('what people wrote can never become markup', () => {
  const evil = '<script>alert(1)</script>&"'
  const page = wall(
    ledger({
      commitments: [aPromise('a', { state: 'open', measure: evil, owner: evil, concernId: 'c' })],
      concerns: [aConcern('c', evil)],
      place: { ...anEvening().place, name: evil },
    }),
  )
  expect(page).not.toContain('<script')
  expect(page).toContain('&lt;script>alert(1)&lt;/script>&amp;"')
  expect(minutes({ concerns: [aConcern('c', evil)] }, [said(evil, evil)])).not.toContain('<script')
})

test('the first day stands beside the present one, with why it was moved', () => {
  const page = wall(
    ledger({
      commitments: [{ ...openPromise, firstDueOn: '2026-11-01', dueOn: '2026-11-15', timesMoved: 1 }],
      dueChanges: [
        {
          commitmentId: 'lamp',
          kind: 'extended' as const,
          fromOn: '2026-11-01',
          toOn: '2026-11-15',
          reason: '连着下雨',
          movedAt: '2026-10-30T01:00:00.000Z',
          byName: null,
          byPost: '青石镇镇长',
        },
      ],
    }),
  )
  for (const words of [
    '11月1日',
    '11月15日',
    '改期 1 次',
    '过了 7 天',
    '改期原因：连着下雨（青石镇镇长同意）',
  ])
    expect(page).toContain(words)
})

test('what nobody has agreed to yet is not counted', () => {
  const page = wall(ledger({ commitments: [aPromise('spoken'), openPromise] }))
  expect(page).toContain('<dd>1</dd>')
  expect(page).not.toContain('<dd>2</dd>')
})

test('a masked voice is 一位村民 in the minutes', () => {
  const page = minutes({ concerns: [aConcern('c', '卫生室要斜坡', { lane: 'masked', raisedBy: null })] }, [])
  expect(page).toContain('一位村民')
})

test('a promise whose line was deleted is still named', () => {
  const written: Line = { key: '1', speaker: '王建国', pieces: [{ kind: 'promise', commitmentId: 'lamp' }] }
  expect(minutes({ commitments: [openPromise] }, [written])).not.toContain('未写入正文的承诺')
  expect(minutes({ commitments: [openPromise] }, [])).toContain('未写入正文的承诺')
})

test('a signature after midnight bears the village’s own day', () => {
  const signedAt = '2026-11-22T16:30:00.000Z'
  const page = minutes(
    {
      signatures: [
        { meetingId: MEETING, as: 'recorder', personId: 'x', name: '陈晓', signedAt, minutesSeq: 3 },
      ],
    },
    [],
  )
  expect(page).toContain('11月23日签字')
})

test('English puts the number behind No. and quotes as English does', () => {
  const page = minutes({ commitments: [openPromise], concerns: [aConcern('c', '路灯')] }, [], 'en')
  expect(page).toContain('No. 1')
  expect(page).toContain('“路灯的事我来办，十号前换好。”')
})

test('a promise that its owner only reports is not printed as settled, on the echo wall or in the minutes', () => {
  const own = { doneOn: '2026-11-20', report: '换好了。', confirmedAt: '2026-11-01T01:00:00.000Z' }
  const of = (state: 'done' | 'rated' | 'settled') =>
    wall(ledger({ commitments: [aPromise('lamp', { ...own, state })] }))
  expect(of('done')).toContain('说是办好了')
  expect(of('done')).not.toContain('办结')
  expect(of('rated')).toContain('评过了')
  expect(of('settled')).toContain('<span class="seal">办结</span>')
  const signed = (state: 'done' | 'settled') =>
    minutes({ commitments: [aPromise('lamp', { ...own, state })] }, [])
  expect(signed('done')).toContain('说是办好了')
  expect(signed('done')).not.toContain('办结')
  expect(signed('settled')).toContain('办结')
})
