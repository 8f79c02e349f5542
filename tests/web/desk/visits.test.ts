import { expect, test, vi } from 'vitest'
import type { VisitsView } from '../../../shared/visits/visit.ts'
import { daysTyped } from '../../../web/calendar/typed-days.ts'
import { VisitDraft } from '../../../web/visits/visit-draft.svelte.ts'
import {
  click,
  find,
  isSent,
  open,
  press,
  sees,
  sent,
  somebody,
  text,
  usesDesk,
  write,
} from '../../support/records/desk.ts'
import { PLACE } from '../../support/villages/evening.ts'

const VISITS = `GET /api/places/${PLACE}/visits.*`
const none: VisitsView = { asOf: 10, today: '2026-11-22', grids: [], visits: [], concerns: [], next: null }
const one: VisitsView = {
  ...none,
  visits: [
    {
      id: 'visit',
      writtenById: 'me',
      onDay: '2026-11-22',
      atTime: '15:30',
      gridId: null,
      door: '东头第三家',
      visited: '孙大伯',
      visitors: [],
      seen: '一个人住',
      need: '屋顶漏雨\n低保的手续怎么办',
      next: '',
      writtenAt: '2026-11-22T08:00:00.000Z',
      changedAt: null,
      raised: [{ concernId: 'made', part: 'need', line: '低保的手续怎么办' }],
    },
  ],
  concerns: [{ id: 'made', no: 12, state: 'promised' }],
}

usesDesk()

const now = { today: '2026-11-22', time: '15:30' }

test('a note that was being written lies open again, and is gone once it is kept', async () => {
  await open('/desk/visits', somebody('cadre'), { [VISITS]: none })
  await sees('还没有记过')
  click('记一次走访')
  await vi.waitFor(() => find('input[data-first]'))
  write(find<HTMLInputElement>('input[data-first]'), '孙大伯')
  write(find<HTMLTextAreaElement>('textarea') as unknown as HTMLInputElement, '屋顶漏雨')
  await vi.waitFor(() =>
    expect(new VisitDraft(`visit-draft:${PLACE}:me`, 'x', now).fields.need).toBe('屋顶漏雨'),
  )
  await open('/desk/visits', somebody('cadre'), { [VISITS]: none })
  await vi.waitFor(() => expect(find<HTMLInputElement>('input[data-first]').value).toBe('孙大伯'))
  press('Enter', { ctrlKey: true }, find('form'))
  await isSent('note-visit', { visited: '孙大伯', need: '屋顶漏雨', visitors: [], door: null })
  await vi.waitFor(() => expect(new VisitDraft(`visit-draft:${PLACE}:me`, 'x', now).isBegun).toBe(false))
})

test('what is not whole says what is missing, and sends nothing', async () => {
  await open('/desk/visits', somebody('cadre'), { [VISITS]: none })
  await sees('还没有记过')
  click('记一次走访')
  await vi.waitFor(() => find('form'))
  click('存下')
  await sees('写上看的是谁')
  expect(sent('note-visit')).toEqual([])
})

test('a line becomes a matter as it stands, once, and nobody’s name is public', async () => {
  await open('/desk/visits', somebody('cadre'), { [VISITS]: one })
  await sees('第 12 号 · 答应了')
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('article ul button')]
  expect(buttons.map(({ ariaLabel }) => ariaLabel)).toEqual([
    '把“一个人住”立成一件事',
    '把“屋顶漏雨”立成一件事',
  ])
  buttons[1]!.click()
  await vi.waitFor(() => find('article form'))
  find<HTMLFormElement>('article form').requestSubmit()
  await isSent('raise-from-visit', {
    visitId: 'visit',
    part: 'need',
    line: '屋顶漏雨',
    text: '屋顶漏雨',
    kind: 'stated',
    lane: 'masked',
    raisedBy: '孙大伯',
  })
})

test('who may not take matters in sees no button for it, and only the writer changes a note', async () => {
  const others = { ...one, visits: one.visits.map((visit) => ({ ...visit, writtenById: 'wang' })) }
  await open('/desk/visits', somebody('township'), { [VISITS]: others })
  await sees('屋顶漏雨')
  expect(document.querySelectorAll('article button')).toHaveLength(0)
  expect(text()).not.toContain('拿掉')
})

test('stretches of days are read from lines, and what cannot be read is named', () => {
  expect(daysTyped('2027-02-06 到 2027-02-08\n\n2027年10月1日', 'rest')).toEqual(
    ['2027-02-06', '2027-02-07', '2027-02-08', '2027-10-01'].map((day) => ({ day, kind: 'rest' })),
  )
  expect(daysTyped('2027/2/20', 'work')).toEqual([{ day: '2027-02-20', kind: 'work' }])
  for (const wrong of ['春节', '2027-02-30', '2027-02-08 到 2027-02-06', '2027-01-01 到 2027-09-01'])
    expect(daysTyped(wrong, 'rest')).toEqual({ unread: wrong })
})
