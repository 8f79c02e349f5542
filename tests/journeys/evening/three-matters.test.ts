import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { expectAgreement, readBooks } from '../../support/records/books.ts'
import type { Client } from '../../support/running/client.ts'
import type { DoneAnswer, SatisfiedAnswer } from '../../../shared/ratings/rating.ts'
import type { ActId } from '../../../web/ledger/matter/acts/act.ts'
import { evening as eveningWords } from '../../../web/words/desk/evening.zh-Hans.ts'
import { words as mine } from '../../../web/words/box/mine.zh-Hans.ts'
import { promise as promiseWords } from '../../../web/words/meeting.zh-Hans.ts'
import { DESK, PHONE, type Screen } from '../../support/hands/browser.ts'
import * as hands from '../../support/hands/desk-hands.ts'
import * as editor from '../../support/hands/editor-hands.ts'
import { Hall } from '../../support/hands/hall.ts'
import { actOn, card, judge } from '../../support/hands/ledger-hands.ts'
import { comeIn, say, sees } from '../../support/hands/phone-hands.ts'
import { promise } from '../../support/villages/stage.ts'
import { openEvening, type Evening, type Village } from '../../support/villages/village.ts'
import { liveUntil } from '../../support/villages/weeks.ts'

const LAMP = '路灯从开春就不亮，孩子摸黑走。'
const ACCOUNT = '去年修桥的捐款，账目到哪儿去了？'
const ROAD = '县道边的沟塌了，一下雨就过不去。'
const PROMISE: hands.SpokenPromise = { who: '王建国', how: '联系供电所，更换 3 盏路灯', byWhen: '12月10日' }

describe('three matters over the weeks', () => {
  const hall = new Hall()
  let village: Village
  let evening: Evening
  let recorder: Screen, lishen: Screen, office: Screen, cadre: Screen, above: Screen
  let wang: Client, chen: Client, zhao: Client
  const ids: Record<string, string> = {}
  const ledger = () => chen.read(`/api/places/${village.placeId}/ledger`)
  const promiseOf = async (measure: string) =>
    (await ledger()).commitments.find((one: { measure: string }) => one.measure === measure)
  const agree = async (on: string) => expectAgreement(await readBooks(chen, on.slice(0, 7)), on)
  const act = (screen: Screen, id: string, name: ActId, typed: Record<string, string> = {}) =>
    actOn(screen, village.placeId, id, name, typed)
  const judges = (text: string, ...said: [DoneAnswer, SatisfiedAnswer]) =>
    judge(lishen, village.placeId, text, ...said)
  /** What her phone says of one of her matters. */
  const reads = async (text: string, ...told: string[]) => {
    await lishen.go(`/mine/${village.placeId}`)
    await card(lishen, text).getByRole('link', { name: mine.fromTheStart }).click()
    await lishen.page.getByRole('heading', { level: 1 }).filter({ hasText: text }).waitFor()
    for (const one of told) await sees(lishen.page, one)
  }

  hall.step('on the evening 李婶 asks about a lamp, an account and a road', async () => {
    village = await hall.openVillage()
    evening = await openEvening(village)
    wang = await village.as('王建国')
    chen = await village.as('陈静')
    zhao = await village.as('赵明')
    const sit = async (who: string) => {
      const { cookie } = await village.as(who)
      return hall.sit(who, village.url, DESK, { cookie })
    }
    recorder = await sit('陈晓')
    office = await sit('陈静')
    cadre = await sit('王建国')
    above = await sit('赵明')
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
  })

  hall.step('the lamp is promised, the account answered on the spot, the road goes up', async () => {
    await recorder.page.keyboard.press('p')
    await hands.promiseAndReadBack(recorder, PROMISE)
    await hands.hit(recorder, 'y')
    await sees(recorder.page, promiseWords.confirmed('王建国'))
    ids['lamp'] = (await promiseOf(PROMISE.how)).id
    await hands.open(recorder).getByText(ACCOUNT).click()
    await hands.hit(recorder, 'a')
    await recorder.page.getByLabel(eveningWords.answerWhat).fill('三天之内贴到公示栏。')
    await recorder.page.keyboard.press('Enter')
    await act(office, ids[ROAD]!, 'offer', { toPlaceId: '青石镇', reason: '县道归上面管，村里没有资质。' })
    await reads(LAMP, mine.daysLeft(18), mine.promised('王建国'), mine.notMoved)
    await reads(ACCOUNT, mine.state.answered)
    await reads(ROAD, mine.offered('青石镇', '11月24日'))
    await agree('2026-11-22')
  })

  hall.step('the road comes back and is handed up again; the account was not put up', async () => {
    await liveUntil(village, '2026-11-25')
    await act(above, ids[ROAD]!, 'return', { reason: '先量出塌了多长。' })
    await judges(ACCOUNT, 'not', 'not')
    await reads(ACCOUNT, mine.state.reopened)
    await act(office, ids[ACCOUNT]!, 'answer', { answer: '账目已经贴上。' })
    await act(office, ids[ROAD]!, 'offer', { toPlaceId: '青石镇', reason: '量过了，塌了 40 米。' })
    await liveUntil(village, '2026-11-27')
    await act(above, ids[ROAD]!, 'accept')
    await reads(ROAD, mine.holder('青石镇'))
  })

  hall.step('the account is judged a second time, goes up, and the township answers', async () => {
    await liveUntil(village, '2026-11-29')
    await judges(ACCOUNT, 'not', 'not')
    await act(above, ids[ACCOUNT]!, 'accept')
    await act(above, ids[ACCOUNT]!, 'answer', { answer: '镇里查过，收支逐笔公布。' })
    await reads(ACCOUNT, mine.state.answered, '镇里查过，收支逐笔公布。')
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
    await reads(ROAD, mine.daysLeft(16), '镇交通所')
    await agree('2026-11-29')
  })

  hall.step('the road is given more time once, and parts of it are done', async () => {
    await liveUntil(village, '2026-12-09')
    const asked = { dueOn: '2026-12-24', reason: '连着下雨，挖机进不来。' }
    await act(office, ids['road']!, 'ask', asked)
    await act(above, ids['road']!, 'grant', asked)
    await reads(ROAD, mine.moved(1), asked.reason)
    const part = { report: '修好 30 米。', remainder: '还有 10 米', remainderOn: '2026-12-24' }
    await act(office, ids['road']!, 'part', part)
    await act(office, ids['road']!, 'own-part', { coOwner: '县公路站', report: '挖机出了两天。' })
    await reads(ROAD, '修好 30 米。')
    await agree('2026-12-09')
  })

  hall.step('the lamp is late, and the township orders it', async () => {
    await liveUntil(village, '2026-12-18')
    await agree('2026-12-18')
    await act(above, ids['lamp']!, 'order', { order: '三天之内修好。' })
    await reads(LAMP, '三天之内修好。')
  })

  hall.step('the lamp is done, 李婶 is satisfied, and somebody else closes it', async () => {
    await liveUntil(village, '2026-12-20')
    await act(cadre, ids['lamp']!, 'done', { report: '三盏都换好了。' })
    await liveUntil(village, '2026-12-23')
    await reads(LAMP, mine.isDone)
    await judges(LAMP, 'done', 'satisfied')
    expect((await wang.command('settle-commitment', { commitmentId: ids['lamp'] })).status).toBe(403)
    await act(office, ids['lamp']!, 'settle')
    expect(await promiseOf(PROMISE.how)).toMatchObject({ state: 'settled', settledAs: 'rated' })
    await reads(LAMP, mine.state.closed)
    await agree('2026-12-23')
  })

  hall.step('the account is found good, and closed above', async () => {
    await judges(ACCOUNT, 'done', 'acceptable')
    await act(office, ids[ACCOUNT]!, 'close')
    await reads(ACCOUNT, mine.state.closed)
  })
})
