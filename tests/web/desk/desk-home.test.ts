import { expect, test, vi } from 'vitest'
import {
  asked,
  click,
  open,
  press,
  sees,
  sent,
  somebody,
  text,
  usesDesk,
  isSent,
  write,
} from '../../support/records/desk.ts'
import { aConcern, aPromise, anEvening, PLACE } from '../../support/villages/evening.ts'

usesDesk()

const { place } = anEvening()
const post = (personId: string, role: string, title: string) => ({
  ...{ id: `${personId}-${role}`, placeId: PLACE, personId, role, title },
  ...{ givenAt: '2026-01-01T00:00:00.000Z', endedAt: null },
})
const person = (id: string, name: string) => ({ id, placeId: PLACE, name, householdId: null, hasLogin: true })
const roster = {
  ...{ asOf: 10, place, grids: [], households: [] },
  people: [person('me', '王建国'), person('chen', '陈静'), person('liu', '刘会计')],
  posts: [
    post('me', 'cadre', '村书记'),
    post('chen', 'facilitator', '主持人'),
    post('liu', 'villager', '村民'),
  ],
}
const box = aConcern('m1', '卫生室周末没人', {
  ...{ no: 3, state: 'recorded', meetingId: null, channel: 'form', raisedBy: null },
})
const atMeeting = aConcern('m2', '路灯不亮', { no: 4, state: 'recorded' })
const own = (id: string, measure: string, dueOn: string, firstDueOn = dueOn) => ({
  ...{ placeId: PLACE, concern: null, meeting: null, dueChanges: [], progress: [] },
  commitment: aPromise(id, { measure, state: 'open', dueOn, firstDueOn }),
})

const deskOf = (...roles: Parameters<typeof somebody>) =>
  open('/desk', somebody(...roles), {
    'GET /api/places/.*/roster': roster,
    'GET /api/places/.*/inbox': { asOf: 10, today: '2026-11-22', concerns: [box, atMeeting], comments: [] },
    'GET /api/places/.*/ledger.*': {
      ...{ asOf: 10, today: '2026-11-22', place, view: 'mine', places: [place], counts: {}, next: null },
      matters: [
        own('p1', '卫生室门前修斜坡', '2026-11-26'),
        own('p2', '村口捐款收支公示', '2026-11-15', '2026-11-10'),
        own('p3', '来年的事', '2027-03-01'),
      ],
    },
  })
const spoken = (id: string, measure: string, changed: object) => ({
  ...own(id, measure, '2026-12-15'),
  commitment: aPromise(id, { measure, state: 'spoken', dueOn: '2026-12-15', ...changed }),
})
const item = (words: string) =>
  [...document.querySelectorAll('li')].find((one) => one.textContent.includes(words))!

test('a cadre sees own late promises first, with both days', async () => {
  await deskOf('cadre')
  await sees('先等着您的')
  await sees('村口捐款收支公示')
  const waiting = document.querySelector('[aria-labelledby="waiting"]')!.textContent
  expect(waiting.indexOf('村口捐款')).toBeLessThan(waiting.indexOf('卫生室门前'))
  expect(waiting).toContain('过了 7 天')
  expect(waiting).toContain('还有 4 天')
  expect(waiting).toMatch(/头一回 11月10日，现在 11月15日/)
  expect(waiting).not.toContain('来年的事')
})

test('a promise whose day is far stands on the home of whoever gave it, with its day', async () => {
  await deskOf('cadre')
  await sees('1 件，还没到日子')
  const calm = document.querySelector('[aria-labelledby="own-calm"]')!
  expect(calm.textContent).toMatch(/来年的事.*2027年3月1日前/s)
  expect(calm.querySelector('a')!.getAttribute('href')).toBe(`/ledger?place=${PLACE}#p3`)
})

test('the facilitator sees what somebody offered to do, and what was noted without a nod', async () => {
  const page = { asOf: 10, today: '2026-11-22', place, places: [place], counts: {}, next: null }
  await open('/desk', somebody('facilitator'), {
    'GET /api/places/.*/roster': roster,
    'GET /api/places/.*/inbox': { asOf: 10, today: '2026-11-22', concerns: [], comments: [] },
    'GET /api/places/.*/ledger\\?view=mine.*': { ...page, view: 'mine', matters: [] },
    'GET /api/places/.*/ledger\\?standing=spoken.*': {
      ...{ ...page, view: 'unit' },
      matters: [
        spoken('s1', '排一老食堂的帮厨', { owner: '李婶', takenById: 'phone', meetingId: null }),
        spoken('s2', '桥头装一盏灯', { owner: '王建国', takenById: null, meetingId: 'past' }),
      ],
    },
  })
  await sees('李婶：排一老食堂的帮厨')
  expect(item('排一老食堂的帮厨').textContent).toContain('有人认领')
  expect(item('排一老食堂的帮厨').textContent).toContain('12月15日前办，念一遍、点了头才算数')
  expect(item('桥头装一盏灯').textContent).toContain('等点头')
  expect(item('桥头装一盏灯').querySelector('a')!.getAttribute('href')).toContain('#s2')
})

test('who may answer stands beside what came in, and the secretary answers it', async () => {
  await deskOf('cadre')
  await sees('卫生室周末没人')
  await vi.waitFor(() => expect(item('卫生室周末没人').textContent).toContain('您和陈静能回'))
  expect(item('路灯不亮').textContent).toContain('陈静能回')
  expect(item('路灯不亮').textContent).not.toContain('您')
  item('卫生室周末没人').focus()
  press('a')
  const field = await vi.waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('.strip input')
    if (!found) throw new Error('expected a field for the answer')
    return found
  })
  field.value = '周末请镇卫生院的人来坐诊'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  press('Enter', {}, field)
  await isSent('answer-concern', { concernId: 'm1', answer: '周末请镇卫生院的人来坐诊' })
})

test('a cadre is offered no planning, but something to add to the next evening', async () => {
  await deskOf('cadre')
  await sees('记一件想说的事')
  expect(document.querySelector('.plan')).toBeNull()
  expect(text()).not.toContain('排好')
  await sees('陈静来排')
  press('n')
  expect(sent('plan-meeting')).toEqual([])
})

test('whoever plans keeps the plan', async () => {
  await deskOf('facilitator')
  await vi.waitFor(() => expect(document.querySelector('.plan')).toBeTruthy())
})

const waitingRow = (part: string, title: string, reason: object, commitmentId: string | null = null) => ({
  ...{ part, title, reason, commitmentId, concernId: null, who: '王建国', isProposed: true },
  ...{ firstDueOn: '2026-11-10', dueOn: '2026-11-10', doneOn: null },
})
const heldBefore = {
  ...anEvening().meeting,
  ...{ id: 'past', title: '十月凉亭夜话', phase: 'closed', isFrozen: true, onDay: '2026-11-21' },
}
const beforeTheNext = {
  'GET /api/places/[^/]*/meetings': { asOf: 10, today: '2026-11-22', meetings: [heldBefore] },
  'GET /api/places/.*/agenda/waiting.*': {
    ...{ asOf: 10, today: '2026-11-22', isAnythingPromised: true, notYetDue: { count: 0, firstOn: null } },
    last: { id: 'past', title: '十月凉亭夜话', onDay: '2026-11-21' },
    usual: { beginsAt: '19:00', venue: '村口凉亭' },
    waiting: [
      waitingRow('promised', '村口捐款收支公示', { kind: 'late', days: 12 }, 'late'),
      waitingRow('promised', '换 6 块水泥盖板', { kind: 'due', on: '2026-11-25' }, 'due'),
      waitingRow('unfinished', '换灯的钱从哪儿出', { kind: 'not-reached' }),
    ],
  },
}

test('the next evening stands drawn up beside what waits, with its day, hour and place; one key leads there', async () => {
  await open('/desk', somebody('facilitator'), beforeTheNext)
  await sees('下一场，照着答应过的排好了')
  const card = document.querySelector('[aria-labelledby="next-evening"]')!
  expect(card.textContent).toMatch(/12月19日.*周六.*晚上7点，村口凉亭/s)
  expect(card.textContent).toMatch(/上次答应的.*2 件.*过了日子的 1 件.*上次没说完的.*换灯的钱从哪儿出/s)
  expect(document.querySelector<HTMLDetailsElement>('.plan')!.open).toBe(false)
  const link = card.querySelector('a')!
  expect(link.getAttribute('href')).toBe('/desk/plan')
  const pressed = vi.fn((event: Event) => event.preventDefault())
  link.addEventListener('click', pressed)
  press('n')
  expect(pressed).toHaveBeenCalledOnce()
})

test('the first of what waits is the main thing, one key opens it, and it says whose signature is missing', async () => {
  await open('/desk', somebody('facilitator'), beforeTheNext)
  await sees('签了一位，还差一位')
  expect(text()).toContain('差一个签字')
  const row = document.querySelector('[aria-labelledby="waiting"] li')!
  const act = row.querySelector<HTMLElement>('.button')!
  expect(act.classList.contains('plain')).toBe(false)
  expect(act.textContent).toMatch(/看完，签字.*O/s)
  const pressed = vi.fn((event: Event) => event.preventDefault())
  act.addEventListener('click', pressed)
  press('o')
  expect(pressed).toHaveBeenCalledOnce()
})

test('a row of what came in is answered by its own button, without being chosen first', async () => {
  await deskOf('facilitator')
  await sees('卫生室周末没人')
  const lead = await vi.waitFor(() => {
    const found = item('卫生室周末没人').querySelector<HTMLElement>('.lead button')
    if (!found) throw new Error('expected a button in the row')
    return found
  })
  lead.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  lead.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
  expect(lead.isConnected).toBe(true)
  lead.click()
  await vi.waitFor(() => expect(document.querySelector('.strip input')).toBeTruthy())
})

test('a matter that nobody promised anything about leads to where it is handed up', async () => {
  await deskOf('facilitator')
  await sees('路灯不亮')
  await vi.waitFor(() => expect(item('路灯不亮')).toBeTruthy())
  item('路灯不亮').dispatchEvent(new Event('pointerdown', { bubbles: true }))
  await sees('报到上一级')
  const link = item('路灯不亮').querySelector('a')!
  expect(link.getAttribute('href')).toBe(`/ledger?place=${PLACE}&act=offer#m2`)
  const pressed = vi.fn((event: Event) => event.preventDefault())
  link.addEventListener('click', pressed)
  press('u')
  expect(pressed).toHaveBeenCalledOnce()
})

test('a question from above waits for an answer, which is sent in one press and gone once sent', async () => {
  const question = {
    ...{ seq: 7, kind: 'comment', said: '下河桥栏杆断了几米', by: '青石镇镇长 赵明' },
    ...{ at: '2026-11-21T02:00:00.000Z', askedOn: '2026-11-21' },
    commitment: aPromise('rail', { state: 'open', owner: '刘会计', measure: '修好栏杆' }),
  }
  const supervision = { asOf: 10, today: '2026-11-22', questions: [question] }
  await open('/desk', somebody('facilitator'), { 'GET /api/places/.*/supervision': supervision })
  await sees('下河桥栏杆断了几米')
  expect(item('下河桥栏杆').textContent).toMatch(
    /有人问话.*青石镇镇长 赵明，11月21日问的.*刘会计答应的：修好栏杆/s,
  )
  click('回一句')
  write(document.querySelector<HTMLInputElement>('[aria-labelledby="waiting"] textarea')!, '三米二，周五换。')
  supervision.questions = []
  click('回过去')
  await isSent('add-evidence', { commitmentId: 'rail', evidence: '三米二，周五换。' })
  await sees('回过去了，问的人看得到。')
  await vi.waitFor(() => expect(text()).not.toContain('下河桥栏杆'))
})

test('a slip is offered only where the server gives one: of a masked matter not to just any cadre', async () => {
  const masked = { ...box, id: 'm7', no: 7, text: '有人占了公家的地', lane: 'masked', channel: 'call' }
  const called = { ...box, id: 'm8', no: 8, text: '水沟堵了', channel: 'call' }
  await open('/desk', somebody('cadre'), {
    'GET /api/places/.*/roster': roster,
    'GET /api/places/.*/inbox': { asOf: 10, today: '2026-11-22', concerns: [masked, called], comments: [] },
  })
  const choose = (words: string) => item(words).dispatchEvent(new Event('pointerdown', { bubbles: true }))
  await sees('水沟堵了')
  choose('水沟堵了')
  await vi.waitFor(() => expect(item('水沟堵了').textContent).toContain('印张纸条'))
  choose('有人占了公家的地')
  await vi.waitFor(() => expect(asked().map(({ path }) => path)).toContain(`/slip/${PLACE}/m7`))
  expect(item('有人占了公家的地').textContent).not.toContain('印张纸条')
})
