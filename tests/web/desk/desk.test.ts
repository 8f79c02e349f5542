import { flushSync } from 'svelte'
import { describe, expect, test, vi } from 'vitest'
import {
  asked,
  click,
  find,
  isSent,
  open,
  press,
  ROOM,
  sees,
  sent,
  somebody,
  stranger,
  text,
  usesDesk,
} from '../../support/records/desk.ts'
import { aConcern, anEvening, aPromise, MEETING, PLACE } from '../../support/villages/evening.ts'

usesDesk()

describe('before and after an evening', () => {
  test('a planned evening is opened with one key', async () => {
    const planned = anEvening({}, { phase: 'planned', code: null, openedAt: null })
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: planned })
    await sees('人到齐了再开')
    press('o')
    await isSent('open-meeting', { meetingId: MEETING })
  })

  test('a closed evening tells what is loose and does not sign what nobody has read', async () => {
    const loose = {
      concerns: [aConcern('m1', '路灯', { state: 'raised' })],
      commitments: [aPromise('p1', { readBackAt: null })],
    }
    const closed = anEvening(loose, { phase: 'closed', code: null })
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: closed })
    await sees('还没着落的事')
    expect(text()).toContain('1 件答应了，还没点头')
    expect(text()).toContain('还有 1 件没点头，现在签不了')
    const sign = [...document.querySelectorAll('button')].find((one) =>
      one.textContent?.includes('我是主持人，签字'),
    )
    expect(sign?.disabled).toBe(true)
  })

  test('signed minutes can only be read, on the public page too', async () => {
    const signed = anEvening({}, { phase: 'signed', code: null })
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: signed })
    await sees('谁也不能再改')
    expect(find<HTMLAnchorElement>(`a[href="/public/${PLACE}/minutes/${MEETING}"]`)).toBeTruthy()
    expect(text()).not.toContain('重新开会')
  })

  test('an evening of somewhere else says so', async () => {
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: 404 })
    await sees('没有这一页')
  })
})

describe('the list of evenings', () => {
  test('teaches where nothing is there yet, and plans the first evening with one press', async () => {
    await open('/desk', somebody('facilitator'))
    await sees('排第一场会')
    click('排好')
    await isSent('plan-meeting', {
      placeId: PLACE,
      format: 'pavilion-talk',
      title: '凉亭夜话',
      onDay: '2026-11-22',
    })
    const { agenda } = sent('plan-meeting')[0] as { agenda: { title: string }[] }
    expect(agenda.map(({ title }) => title)).toEqual(['今晚大家想说的'])
  })

  const planFrom = async (isAnythingPromised: boolean) => {
    const waiting = {
      asOf: 10,
      today: '2026-11-22',
      last: null,
      usual: { beginsAt: null, venue: null },
      waiting: [],
      isAnythingPromised,
      notYetDue: { count: 0, firstOn: null },
    }
    await open('/desk', somebody('facilitator'), { 'GET /api/places/.*/agenda/waiting': waiting })
    await sees('排一场会')
  }
  const items = () =>
    [...document.querySelectorAll<HTMLInputElement>('.plan li:not(.new) input')].map(({ value }) => value)

  test('an evening begins with what was promised before where anything was promised', async () => {
    await planFrom(true)
    await vi.waitFor(() => expect(items()).toEqual(['上次答应的事', '今晚大家想说的']))
  })

  test('a village that never promised anything is not asked for what it promised', async () => {
    await planFrom(false)
    await vi.waitFor(() => expect(asked().some(({ path }) => path.endsWith('/agenda/waiting'))).toBe(true))
    expect(items()).toEqual(['今晚大家想说的'])
  })

  test('asks strangers to log in and tells guests where they can speak', async () => {
    await open('/desk', stranger)
    await sees('请坐，先登录')
    await open('/desk/people', somebody('villager'))
    await sees('这张桌子给主持人、记录人和干部用')
  })
})

describe('the roster', () => {
  test('a pasted list shows what is wrong with which row and takes over the others', async () => {
    await open('/desk/people', somebody('facilitator'))
    await sees('名册还是空的')
    const area = find<HTMLTextAreaElement>('textarea')
    area.value = '姓名,户,网格\n李秀英,东头3号,第一网格\n,东头5号,第一网格\n赵敏,东头5号,第一网格\n'
    area.dispatchEvent(new Event('input', { bubbles: true }))
    flushSync()
    await sees('2 行没错，1 行要改')
    expect(text()).toContain('没有姓名')
    click('存下没错的 2 行')
    await vi.waitFor(() => expect(sent('import-roster')).toHaveLength(1))
    const { rows } = sent('import-roster')[0] as { rows: { name: string }[] }
    expect(rows.map(({ name }) => name)).toEqual(['李秀英', '赵敏'])
    await vi.waitFor(() => expect(area.value).toBe('\t东头5号\t第一网格'))
  })
})
