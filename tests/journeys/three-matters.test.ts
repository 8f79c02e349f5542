import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { expectAgreement, readBooks } from '../support/books.ts'
import type { Client } from '../support/client.ts'
import { DESK, PHONE, type Screen } from '../support/browser.ts'
import * as hands from '../support/desk-hands.ts'
import * as editor from '../support/editor-hands.ts'
import { Hall } from '../support/hall.ts'
import { comeIn, say, sees } from '../support/phone-hands.ts'
import { promise } from '../support/stage.ts'
import { openEvening, type Evening, type Village } from '../support/village.ts'
import { liveUntil } from '../support/weeks.ts'

const LAMP = '路灯从开春就不亮，孩子摸黑走。'
const ACCOUNT = '去年修桥的捐款，账目到哪儿去了？'
const ROAD = '县道边的沟塌了，一下雨就过不去。'
const VOW: hands.Vow = { who: '王建国', how: '联系供电所，更换 3 盏路灯', byWhen: '12月10日' }
const ANSWERS = { good: { done: 'done', satisfied: 'satisfied' }, bad: { done: 'not', satisfied: 'not' } }

describe('three matters over the weeks', () => {
  const hall = new Hall()
  let village: Village
  let evening: Evening
  let recorder: Screen, lishen: Screen
  let wang: Client, chen: Client, chenxiao: Client, zhao: Client, phone: Client
  const ids: Record<string, string> = {}
  const ledger = () => chen.read(`/api/places/${village.placeId}/ledger`)
  const lamp = async () =>
    (await ledger()).commitments.find(({ measure }: { measure: string }) => measure === VOW.how)
  const stateOf = async (text: string) =>
    (await chen.room(evening.meetingId)).concerns.find(({ id }: { id: string }) => id === ids[text]).state
  const agree = async (on: string) => expectAgreement(await readBooks(chen, on.slice(0, 7)), on)
  const rate = (subject: object, how: object) =>
    phone.must('rate-outcome', {
      ratingId: randomUUID(),
      ...{ concernId: null, commitmentId: null, word: null },
      ...subject,
      ...how,
    })

  hall.step('on the evening 李婶 asks about a lamp, an account and a road', async () => {
    village = await hall.openVillage()
    evening = await openEvening(village)
    wang = await village.as('王建国')
    chen = await village.as('陈静')
    chenxiao = await village.as('陈晓')
    zhao = await village.as('赵明')
    recorder = await hall.sit('陈晓', village.url, DESK, { cookie: chenxiao.cookie })
    await recorder.go(`/desk/meeting/${evening.meetingId}`)
    await editor.text(recorder).waitFor()
    lishen = await hall.sit('李婶', village.url, PHONE)
    await comeIn(lishen, evening.code, '李婶', true)
    for (const text of [ROAD, ACCOUNT, LAMP]) {
      await say(lishen, text, 'open')
      await hands.comment(recorder, text).waitFor()
      await hands.choose(recorder, text)
      await recorder.page.keyboard.press('c')
      await sees(hands.open(recorder), text)
    }
    const { concerns } = await chen.room(evening.meetingId)
    for (const { id, text } of concerns) ids[text] = id
    phone = village.stranger()
    phone.placeId = village.placeId
    const cookies = await lishen.context.cookies()
    phone.cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  })

  hall.step('the lamp is promised, the account answered on the spot, the road goes up', async () => {
    await recorder.page.keyboard.press('p')
    await hands.promiseAndReadBack(recorder, VOW)
    await hands.hit(recorder, 'y')
    await chenxiao.must('answer-concern', { concernId: ids[ACCOUNT], answer: '三天之内贴到公示栏。' })
    const reason = '县道归上面管，村里没有资质。'
    await chen.must('offer-matter', { concernId: ids[ROAD], toPlaceId: village.townshipId, reason })
    await agree('2026-11-22')
  })

  hall.step('the road comes back and is handed up again; the account was not put up', async () => {
    await liveUntil(village, '2026-11-25')
    await zhao.must('return-matter', { concernId: ids[ROAD], reason: '先量出塌了多长。' })
    await rate({ concernId: ids[ACCOUNT] }, ANSWERS.bad)
    expect(await stateOf(ACCOUNT)).toBe('reopened')
    await chenxiao.must('answer-concern', { concernId: ids[ACCOUNT], answer: '账目已经贴上。' })
    const reason = '量过了，塌了 40 米。'
    await chen.must('offer-matter', { concernId: ids[ROAD], toPlaceId: village.townshipId, reason })
    await liveUntil(village, '2026-11-27')
    await zhao.must('accept-matter', { concernId: ids[ROAD] })
  })

  hall.step('the account is judged a second time, goes up, and the township answers', async () => {
    await liveUntil(village, '2026-11-29')
    await rate({ concernId: ids[ACCOUNT] }, ANSWERS.bad)
    const { held } = await zhao.read(`/api/places/${village.townshipId}/ladder`)
    expect(held.map(({ id }: { id: string }) => id)).toContain(ids[ACCOUNT])
    await zhao.must('accept-matter', { concernId: ids[ACCOUNT] })
    await zhao.must('answer-concern', { concernId: ids[ACCOUNT], answer: '镇里查过，收支逐笔公布。' })
  })

  hall.step('the road is promised jointly with two units', async () => {
    const commitmentId = (ids['road'] = randomUUID())
    const coOwners = [
      { personId: null, name: '县公路站', part: '出挖机', dueOn: '2026-12-10' },
      { personId: null, name: '供水站', part: '移水管', dueOn: '2026-12-12' },
    ]
    const wish = { commitmentId, concernId: ids[ROAD], meetingId: null, measure: '重修 40 米路沟' }
    const who = { ownerId: null, owner: '镇交通所', dueOn: '2026-12-15', coOwners }
    await zhao.must('record-commitment', promise(village, { ...wish, ...who }))
    for (const step of ['read-back-commitment', 'confirm-commitment']) await chen.must(step, { commitmentId })
    await agree('2026-11-29')
  })

  hall.step('the road is given more time once, and a part of it is done', async () => {
    await liveUntil(village, '2026-12-09')
    const dueOn = '2026-12-24'
    await zhao.must('move-due-date', { commitmentId: ids['road'], dueOn, reason: '连着下雨。' })
    const part = { report: '修好 30 米。', remainder: '还有 10 米', remainderOn: dueOn }
    await chen.must('report-part', { commitmentId: ids['road'], coOwner: null, ...part })
    await agree('2026-12-09')
  })

  hall.step('the lamp is late, and the township orders it', async () => {
    await liveUntil(village, '2026-12-18')
    await agree('2026-12-18')
    await zhao.must('order-commitment', { commitmentId: (await lamp()).id, order: '三天之内修好。' })
  })

  hall.step('the lamp is done, 李婶 is satisfied, and somebody else closes it', async () => {
    await liveUntil(village, '2026-12-20')
    const { id: commitmentId } = await lamp()
    await wang.must('report-done', { commitmentId, report: '三盏都换好了。' })
    await liveUntil(village, '2026-12-23')
    await rate({ commitmentId }, ANSWERS.good)
    expect((await wang.command('settle-commitment', { commitmentId })).status).toBe(403)
    await chen.must('settle-commitment', { commitmentId })
    expect((await lamp()).state).toBe('settled')
    await agree('2026-12-23')
  })
})
