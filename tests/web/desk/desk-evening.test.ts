import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  asked,
  click,
  Feed,
  find,
  isSent,
  open,
  openEvening,
  press,
  ROOM,
  sees,
  sent,
  somebody,
  text,
  usesDesk,
  write,
} from '../../support/records/desk.ts'
import { aComment, aConcern, anEvening, aPromise, MEETING, PLACE } from '../../support/villages/evening.ts'

usesDesk()
afterEach(() => void vi.useRealTimers())

describe('an open evening on the desk', () => {
  const lamp = aComment('c1', '路灯从开春就不亮。', { state: 'held', shownSeq: 0 })
  const bridge = aComment('c2', '桥头那盏最要紧。', {
    state: 'held',
    shownSeq: 0,
    postedAt: '2026-11-22T11:41:00.000Z',
  })

  test('one key puts the first waiting word on the wall, and the slip can be undone', async () => {
    await openEvening({ comments: [lamp, bridge] })
    await sees('路灯从开春就不亮')
    press('Enter')
    await isSent('show-comment', { commentId: 'c1', placeId: PLACE })
    await sees('撤回')
    press('z')
    await isSent('hold-comment', { commentId: 'c1' })
  })

  test('what another desk has shown leaves the list here', async () => {
    await openEvening({ comments: [lamp, bridge] })
    await sees('2 句等着')
    const facts = { commentId: 'c1', agendaItemId: 'item-1', lane: 'open', channel: 'phone', authorId: null }
    const words = { text: lamp.text, name: '李婶', enteredBy: null }
    Feed.tell(11, 'comment-shown', { ...facts, postedAt: lamp.postedAt }, words)
    await sees('1 句等着')
    press('Enter')
    await isSent('show-comment', { commentId: 'c2' })
  })

  test('a letter typed into a field is a letter, not a key', async () => {
    await openEvening({ comments: [lamp] })
    await sees('替别人打')
    press('k')
    const name = find<HTMLInputElement>('[aria-label="谁说的"]')
    expect(document.activeElement).toBe(name)
    for (const key of ['w', 'c', ']', 'Enter']) press(key, {}, name)
    press('w', {}, document.body)
    await isSent('clear-wall', { meetingId: MEETING })
    expect(sent('raise-concern')).toEqual([])
    expect(sent('show-comment')).toEqual([])
    expect(sent('clear-wall')).toHaveLength(1)
  })

  test('a word becomes a matter with one key, and the next key settles it', async () => {
    await openEvening({ comments: [lamp] })
    await sees('路灯从开春就不亮')
    press('c')
    await isSent('raise-concern', { commentId: 'c1', text: lamp.text, raisedBy: '李婶' })
    await sees('记成一件事了')
    const { concernId } = sent('raise-concern')[0] as { concernId: string }
    const raised = {
      concernId,
      no: 47,
      agendaItemId: 'item-1',
      commentId: 'c1',
      lane: 'open',
      raisedById: null,
    }
    Feed.tell(11, 'concern-raised', raised, { text: lamp.text, raisedBy: '李婶' })
    await sees('47 号')
    press('a')
    const field = find<HTMLInputElement>('.strip input')
    write(field, '今晚就去看')
    press('Enter', {}, field)
    await isSent('answer-concern', { concernId, answer: '今晚就去看' })
  })

  test('the card of a matter says that the name of whoever raised it is not public', async () => {
    const open = { state: 'recorded', settledAs: null } as const
    const masked = aConcern('k2', '地界的事', { ...open, lane: 'masked', raisedBy: '李四' })
    await openEvening({ concerns: [aConcern('k1', '路灯不亮', open), masked] })
    await vi.waitFor(() => expect(find('[data-choice="k2"]').textContent).toContain('不写名字'))
    expect(find('[data-choice="k1"]').textContent).not.toContain('不写名字')
  })

  test('an answer that names a masked speaker of the evening is asked about once, and then sent', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(10_000)
    const masked = aComment('c2', '地界的事', { lane: 'masked', name: '李四' })
    const concerns = [aConcern('m1', '地界争了三年', { no: 47, state: 'recorded' })]
    await openEvening({ comments: [masked], concerns })
    await sees('还没着落的')
    press('a')
    const field = find<HTMLInputElement>('.strip input')
    write(field, '明天去李四家量')
    press('Enter', {}, field)
    await sees('里面有「李四」，本人要求不写名字')
    expect(sent('answer-concern')).toEqual([])
    now.mockReturnValue(11_000)
    press('Enter', {}, field)
    await isSent('answer-concern', { concernId: 'm1', answer: '明天去李四家量' })
    now.mockRestore()
  })

  test('a matter is passed on by the lawful way that was chosen', async () => {
    await openEvening({ concerns: [aConcern('m1', '地界争了三年', { no: 47, state: 'recorded' })] })
    await sees('还没着落的')
    press('r')
    const [who] = document.querySelectorAll<HTMLInputElement>('.strip input')
    write(who!, '县法院')
    const way = find<HTMLSelectElement>('.strip form select')
    expect(way.value && text()).toContain('走哪条路')
    way.selectedIndex = [...way.options].findIndex((one) => one.textContent === '法院')
    way.dispatchEvent(new Event('change', { bubbles: true }))
    press('Enter', {}, who!)
    await isSent('refer-concern', { concernId: 'm1', referredTo: '县法院', route: 'court', reason: null })
  })

  test('wording that is not agreed is marked, and putting it anew says whether it now is', async () => {
    await openEvening({ concerns: [aConcern('m1', '路灯不亮', { no: 47, state: 'raised' })] })
    await sees('说法还没跟提的人对过')
    press('ArrowRight')
    press('e')
    const field = find<HTMLInputElement>('.strip input')
    write(field, '村口的路灯不亮')
    find<HTMLInputElement>('.strip .agreed input').click()
    press('Enter', {}, field)
    await isSent('reword-concern', { concernId: 'm1', text: '村口的路灯不亮', isAgreed: false })
  })

  test('a matter of the evening is described, or put together with one that stands there', async () => {
    const [light, road] = [
      aConcern('m1', '路灯不亮', { no: 47, state: 'recorded' }),
      aConcern('m2', '路口黑得很', { no: 48, state: 'recorded' }),
    ]
    await openEvening({ concerns: [light, road] })
    await sees('路口黑得很')
    press('ArrowRight')
    press('ArrowDown')
    press('g')
    await sees('关系到谁')
    const [kind, category] = document.querySelectorAll<HTMLSelectElement>('.strip select')
    for (const [field, value] of [
      [kind!, 'observed'],
      [category!, 'environment'],
    ] as const) {
      field.value = value
      field.dispatchEvent(new Event('change', { bubbles: true }))
    }
    document.querySelector<HTMLFormElement>('.strip form')!.requestSubmit()
    await isSent('describe-concern', {
      concernId: 'm2',
      kind: 'observed',
      category: 'environment',
      groups: [],
    })
    await sees('48 号归了类')
    press('g')
    await sees('和哪一件是同一件事')
    const into = [...document.querySelectorAll<HTMLSelectElement>('.strip select')].at(-1)!
    into.value = 'm1'
    into.dispatchEvent(new Event('change', { bubbles: true }))
    into.form!.requestSubmit()
    await isSent('merge-concerns', { concernId: 'm2', intoId: 'm1' })
    await vi.waitFor(() => expect(document.querySelector('.strip')).toBeNull())
  })

  test('a promise is recorded and read back with one chord, and a yes makes it count', async () => {
    await openEvening({ concerns: [aConcern('m1', '路灯不亮', { no: 47, state: 'raised' })] })
    await sees('还没着落的')
    press('p')
    const [who, how, day] = document.querySelectorAll<HTMLInputElement>('form.promise .parts input')
    write(who!, '王建国')
    press('Enter', { ctrlKey: true }, who!)
    expect(sent('record-commitment')).toEqual([])
    await sees('还差「怎么办」、「几号前」')
    write(how!, '更换 3 盏')
    write(day!, '2026-12-10')
    press('Enter', { ctrlKey: true }, day!)
    const promise = { concernId: 'm1', owner: '王建国', measure: '更换 3 盏', dueOn: '2026-12-10' }
    await isSent('record-commitment', promise)
    const { commitmentId } = sent('record-commitment')[0] as { commitmentId: string }
    await isSent('read-back-commitment', { commitmentId })
    expect(document.querySelector('form.promise')).toBeNull()
  })

  test('a yes at the desk confirms the promise that stands on the wall', async () => {
    const evening = anEvening(
      { commitments: [aPromise('p1')] },
      { wall: { kind: 'promise', commitmentId: 'p1' } },
    )
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: evening })
    await sees('正在墙上念')
    press('y')
    await isSent('confirm-commitment', { commitmentId: 'p1' })
  })

  test('a promise offers four days, and counts working days as the place keeps them', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T11:30:00.000Z') })
    await openEvening()
    await sees('今晚答应的')
    press('p')
    const day = () => document.querySelectorAll<HTMLInputElement>('form.promise .parts input')[2]!
    const offered = () =>
      [...document.querySelectorAll('form.promise [aria-keyshortcuts^="Alt"]')].map(({ firstChild }) =>
        firstChild?.textContent?.trim(),
      )
    expect(offered()).toEqual(['当场', '今天', '三个工作日', '本月底'])
    press('3', { altKey: true, code: 'Digit3' }, day())
    expect(day().value).toBe('11月25日')
    Feed.tell(
      11,
      'days-marked',
      { version: 1, days: [{ day: '2026-11-24', kind: 'rest' }] },
      { source: '赶集' },
    )
    press('3', { altKey: true, code: 'Digit3' }, day())
    expect(day().value).toBe('11月26日')
    write(day(), '11月24日')
    await sees('那天休息')
    write(day(), '1月5日')
    await sees('哪天放假还没公布')
    click('当场')
    expect(day().value).toBe('当场')
    await sees('就是今天')
  })

  test('a refused promise stays in its strip with every word', async () => {
    const refused = { 'POST /api/commands/record-commitment': 409 }
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: anEvening(), ...refused })
    await sees('今晚答应的')
    press('p')
    const [who, how, day] = document.querySelectorAll<HTMLInputElement>('form.promise .parts input')
    write(who!, '王建国')
    write(how!, '更换 3 盏')
    write(day!, '月底')
    press('Enter', { ctrlKey: true }, day!)
    await sees('没有找到。')
    expect(how!.value).toBe('更换 3 盏')
    expect(sent('read-back-commitment')).toEqual([])
  })

  test('a helper’s words go out with both names kept', async () => {
    await openEvening()
    await sees('替别人打')
    const name = find<HTMLInputElement>('[aria-label="谁说的"]')
    write(name, '张大爷')
    write(find('[aria-label="说了什么"]'), '换灯的钱从哪儿出？')
    click('放进来')
    await isSent('post-comment', {
      name: '张大爷',
      text: '换灯的钱从哪儿出？',
      channel: 'staff',
      lane: 'open',
    })
  })

  test('a word that became a matter is not counted as unseen before closing, and the list counts both', async () => {
    const matter = aConcern('n1', lamp.text, { commentId: lamp.id, state: 'recorded' })
    await openEvening({ comments: [lamp, bridge], concerns: [matter] })
    await sees('路灯从开春就不亮')
    expect(text(), 'the list says the same number as the question').toContain('1 句等着，1 句记下了')
    HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
      this.open = true
    }
    click('散会')
    await sees('还有 1 句等着的会留在这里')
  })

  test('whoever may not run the evening finds no keys that do', async () => {
    await openEvening({ comments: [lamp] }, ['cadre'])
    await sees('路灯从开春就不亮')
    for (const key of ['Enter', 'c', 'p', 'w', ']']) press(key, {}, document.body)
    expect(text()).not.toContain('散会')
    await vi.waitFor(() => expect(document.querySelector('.strip')).toBeNull())
    expect(asked().filter(({ method }) => method === 'POST')).toEqual([])
  })
})
