import { describe, expect } from 'vitest'
import { verdictsAmong } from '../../../shared/ratings/rating.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import type { ActId } from '../../../web/ledger/matter/acts/act.ts'
import { words as desk } from '../../../web/words/desk/desk.zh-Hans.ts'
import { evening, signing } from '../../../web/words/desk/evening.zh-Hans.ts'
import { hands as hand } from '../../../web/words/phone/villagers.zh-Hans.ts'
import { words as mine } from '../../../web/words/box/mine.zh-Hans.ts'
import { plan } from '../../../web/words/desk/home.zh-Hans.ts'
import { waiting } from '../../../web/words/ledger/parts.zh-Hans.ts'
import { words as wall } from '../../../web/words/wall/wall.zh-Hans.ts'
import { countActions } from '../../support/hands/actions.ts'
import {
  countHands,
  raise,
  raiseAndPromise,
  raiseAndSettle,
  settle,
  takeHandUp,
} from '../../support/hands/evening-hands.ts'
import { expectAgreement, readBooks } from '../../support/records/books.ts'
import { PHONE, WALL, type Screen } from '../../support/hands/browser.ts'
import * as hands from '../../support/hands/desk-hands.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { actOn, card, judge } from '../../support/hands/ledger-hands.ts'
import { comeIn, sees } from '../../support/hands/phone-hands.ts'
import * as said from '../../support/villages/two-villages.ts'
import * as told from '../../support/records/told-rows.ts'
import { liveUntil } from '../../support/villages/weeks.ts'

const { LAMP, DITCH, BRIDGE, WELL, LAND, SQUARE, TOWER, ROAD, LEFT, LEFT_ANSWER } = said
const { PROMISES, NEW_TOPIC, RECORDER, TOWNSHIP } = said

/** Two evenings on an instance that somebody set up by hand, and the weeks between them. */
describe('two evenings', () => {
  const hall = new Hall()
  let two: said.TwoVillages
  let facilitator: Screen, recorder: Screen, township: Screen
  let lishen: Screen, zhaojie: Screen, screen: Screen, reader: Screen
  let firstMeeting = ''
  let wallAddress = ''
  const ids: Record<string, string> = {}
  const act = (who: Screen, about: string, name: ActId, typed: Record<string, string> = {}) =>
    actOn(who, two.placeId, ids[about]!, name, typed)
  const books = async (on: string) => expectAgreement(await readBooks(two.staff, on.slice(0, 7)), on)
  const recorded = () => told.readRecorded(two.staff, wallAddress.slice('/wall/'.length), '2026-12-13')

  hall.step('a township with two villages is set up through its pages, each with its people', async () => {
    two = await said.setUpTwoVillages(hall)
    ;({ facilitator, recorder, township } = two)
  })

  hall.step('at the first evening matters go every way they can, and one is left over', async () => {
    await facilitator.go('/desk')
    await facilitator.page.getByRole('heading', { name: desk.tonight }).waitFor()
    firstMeeting = (await hands.plan(facilitator, '凉亭夜话', '头一场', []))
      .slice('/wall/'.length)
      .split('?')[0]!
    const code = await hands.openTonight(facilitator)
    lishen = await hall.sit('李婶', two.instance.url, PHONE)
    zhaojie = await hall.sit('赵姐', two.instance.url, PHONE)
    await comeIn(lishen, code, '李婶', true)
    await comeIn(zhaojie, code, '赵姐', true)
    await raiseAndPromise(facilitator, lishen, LAMP, PROMISES.lamp)
    await raiseAndPromise(facilitator, zhaojie, DITCH, PROMISES.ditch)
    await raiseAndPromise(facilitator, zhaojie, BRIDGE, PROMISES.bridge)
    await raiseAndSettle(facilitator, lishen, WELL, 'a', {
      [evening.answerWhat]: '账本在这儿，一笔一笔念了。',
    })
    await raiseAndSettle(facilitator, lishen, LAND, 'r', {
      [evening.referWho]: '镇司法所',
      [evening.referWhy]: '两个村的界。',
    })
    await raiseAndSettle(facilitator, zhaojie, SQUARE, 'v', {
      [evening.assemblyWhy]: '用集体的地，要大家举手。',
    })
    await raiseAndSettle(facilitator, zhaojie, TOWER, 'd', {
      [evening.declineWhat]: '没有这笔钱，也不该花。',
    })
    await raise(facilitator, lishen, ROAD)
    await raise(facilitator, lishen, LEFT)
    await hands.close(facilitator)
    const { concerns, commitments } = await two.staff.room(firstMeeting)
    for (const { id, text } of concerns) ids[text] = id
    for (const { id, measure } of commitments) ids[measure] = id
    await act(facilitator, ROAD, 'offer', { toPlaceId: TOWNSHIP, reason: '县道归上面管。' })
  })

  hall.step('the township finds the hand-up on its first screen and takes it in three actions', async () => {
    await liveUntil({ ...two, ...two.instance }, '2026-11-24')
    expect(await takeHandUp(township, two.townshipId, ROAD)).toBeLessThanOrEqual(3)
    await act(township, ROAD, 'answer', { answer: '已经报给公路站，十二月动工。' })
  })

  hall.step('three weeks pass: promises are kept, moved, late, reported and judged', async () => {
    const weeks = { ...two, ...two.instance }
    await liveUntil(weeks, '2026-11-27')
    const later = { dueOn: '2026-12-03', reason: '焊机借出去了。' }
    await act(recorder, PROMISES.bridge.how, 'ask', later)
    const { page } = township
    await township.go(`/ledger?place=${two.townshipId}`)
    const row = page.locator('li[data-matter]').filter({ hasText: BRIDGE })
    await row.getByRole('button', { name: waiting.grant, exact: true }).click()
    await sees(page, waiting.done)
    await liveUntil(weeks, '2026-11-30')
    await act(recorder, PROMISES.lamp.how, 'done', { report: '三盏都亮了。' })
    await liveUntil(weeks, '2026-12-02')
    await act(recorder, PROMISES.bridge.how, 'done', { report: '焊上了。' })
    await judge(zhaojie, two.placeId, BRIDGE, 'not', 'not')
    await sees(
      card(zhaojie, BRIDGE),
      mine.reopened('12月10日', { by: 'self', done: 'not', satisfied: 'not' }),
    )
    await liveUntil(weeks, '2026-12-11')
    await act(recorder, PROMISES.bridge.how, 'done', { report: '又焊了一遍。' })
    await books('2026-12-11')
    await liveUntil(weeks, '2026-12-13')
    two.instance.clock.set('2026-12-13T11:00:00.000Z')
  })

  hall.step('the second evening is planned from what waits, the township’s answer among it', async () => {
    const page = await facilitator.go('/desk/plan')
    for (const part of ['promised', 'above', 'unfinished'] as const) await sees(page, plan.part(part))
    for (const text of [LAMP, DITCH, BRIDGE, ROAD, LEFT]) await sees(page, text)
    for (const text of [WELL, LAND, SQUARE, TOWER]) expect(await page.getByText(text).count()).toBe(0)
    await sees(
      page,
      plan.reason({ kind: 'late', days: 8 }, null, (day) => day),
    )
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: plan.add }).fill(NEW_TOPIC)
    await page.keyboard.press('Enter')
    await sees(page, plan.promisesFor(3, 15))
    await page.reload()
    await sees(page, NEW_TOPIC)
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/desk\/meeting\//)
    wallAddress = new URL(page.url()).pathname.replace('/desk/meeting/', '/wall/')
  })

  hall.step('it opens with them, one after the other, on every wall and phone', async () => {
    const code = await hands.openTonight(facilitator)
    screen = await hall.sit('wall', two.instance.url, WALL)
    await screen.go(`${wallAddress}?place=${two.placeId}&code=${code}`)
    await onWall(DITCH)
    await sees(screen.page, wall.daysLate(8))
    await comeIn(lishen, code, '李婶', true)
    await sees(lishen.page, DITCH)
    await stepTo('.', LAMP)
    await sees(lishen.page, hand.wasItDone)
    expect(new URL(screen.page.url()).search).toBe(`?place=${two.placeId}`)
  })

  hall.step('hands judge it in at most three actions, and wall and minutes say how', async () => {
    await hands.hit(facilitator, 'u')
    const fields = facilitator.page.locator('form').filter({ hasText: hand.wasItDone }).locator('input')
    await fields.first().fill('18')
    await fields.first().press('Tab')
    await sees(screen.page, wall.countedNow)
    await sees(lishen.page, hand.handsUp([`${hand.done.done} 18`]))
    await facilitator.page.keyboard.press('Escape')
    await sees(screen.page, wall.toBeCounted)
    const actions = await countActions(facilitator)
    await countHands(facilitator, ['18', '2', '1', '17', '3', '1'], '孙丽')
    await sees(facilitator.page, hand.counted)
    expect(await actions()).toBeLessThanOrEqual(3)
    await sees(screen.page, '18')
    await sees(screen.page, '17')
    await sees(lishen.page, hand.said({ channel: 'hands', done: 'done', satisfied: 'satisfied' }))
  })

  hall.step('what is reported while the evening is on joins, is judged "not" and has a new day', async () => {
    await two.staff.must('report-done', { commitmentId: ids[PROMISES.ditch.how], report: '清完了。' })
    await stepTo(',', DITCH)
    await sees(screen.page, wall.toBeCounted)
    await countHands(facilitator, ['1', '2', '15', '1', '2', '15'])
    await screen.page
      .getByText(/要再办，.*前/)
      .first()
      .waitFor()
  })

  hall.step(
    'what the first evening left over lies open at the second, and gets its answer there',
    async () => {
      await hands.open(facilitator).getByText(LEFT).click()
      await settle(facilitator, LEFT, 'a', { [evening.answerWhat]: LEFT_ANSWER })
      await expect
        .poll(async () => (await two.staff.room(wallAddress.slice(6))).steps.length, PATIENCE)
        .toBeGreaterThan(0)
    },
  )

  hall.step(
    'what is judged "not" a second time goes up, and the township takes it on its screen',
    async () => {
      await stepTo('.', LAMP)
      await stepTo('.', BRIDGE)
      await countHands(facilitator, ['2', '1', '14', '2', '1', '14'])
      const counted = async () => (await recorded()).reviewed.filter(({ rating }) => rating?.hands)
      await expect.poll(counted, PATIENCE).toHaveLength(3)
      await told.expectDeskTells(facilitator, await recorded())
      await told.expectWallTells(facilitator, screen, await recorded())
      await hands.close(facilitator)
      const judged = (await recorded()).reviewed.map(({ rating }) => rating!)
      await sees(screen.page, wall.reviewed(verdictsAmong(judged)))
      expect(await takeHandUp(township, two.townshipId, BRIDGE)).toBeLessThanOrEqual(3)
      await zhaojie.go(`/mine/${two.placeId}`)
      await sees(card(zhaojie, BRIDGE), mine.holder(TOWNSHIP))
    },
  )

  hall.step('desk, ledger, echo wall, phones and minutes agree', async () => {
    await facilitator.go(wallAddress.replace('/wall/', '/desk/meeting/'))
    await hands.sign(facilitator, evening.signAsFacilitator)
    await recorder.go(wallAddress.replace('/wall/', '/desk/meeting/'))
    await hands.sign(recorder, evening.signAsRecorder)
    await expect
      .poll(async () => (await two.staff.room(wallAddress.slice(6))).meeting.phase, PATIENCE)
      .toBe('signed')
    const { commitments } = await two.staff.read(`/api/places/${two.placeId}/ledger`)
    const { concerns } = await two.staff.room(firstMeeting)
    const standing = Object.fromEntries(
      commitments.map(({ measure, state, timesMoved, timesReopened }: any) => [
        measure,
        [state, timesMoved, timesReopened],
      ]),
    )
    expect(standing).toEqual({
      [PROMISES.lamp.how]: ['rated', 0, 0],
      [PROMISES.ditch.how]: ['open', 0, 1],
      [PROMISES.bridge.how]: ['open', 1, 2],
    })
    expect(Object.fromEntries(concerns.map(({ text, state }: any) => [text, state]))).toEqual({
      ...{ [LAMP]: 'rated', [DITCH]: 'reopened', [BRIDGE]: 'reopened' },
      ...{ [WELL]: 'answered', [LAND]: 'referred', [SQUARE]: 'assembly', [TOWER]: 'declined' },
      ...{ [ROAD]: 'answered', [LEFT]: 'answered' },
    })
    await books('2026-12-13')
    reader = await hall.sit('reader', two.instance.url, PHONE, { withScripts: false })
    const minutes = await reader.go(`/public/${two.placeId}/minutes/${wallAddress.slice(6)}`)
    await sees(minutes, '办成了 18，办成了一部分 2，没办成 1')
    await sees(minutes, '办成了 1，办成了一部分 2，没办成 15')
    await sees(minutes, '办成了 2，办成了一部分 1，没办成 14')
    await sees(minutes, LEFT_ANSWER)
    await told.expectMinutesTell(reader, await recorded())
    await reader.go(`/public/${two.placeId}`)
    await told.expectEchoWallTells(reader, await recorded())
    await facilitator.go(`/ledger?place=${two.placeId}`)
    await told.expectLedgerTells(facilitator, await recorded())
    await facilitator.go(wallAddress.replace('/wall/', '/desk/meeting/'))
    await zhaojie.go(`/mine/${two.placeId}`)
    await told.expectPhoneTells(zhaojie, await recorded(), [DITCH, BRIDGE])
    await lishen.go(`/mine/${two.placeId}`)
    await sees(card(lishen, ROAD), '已经报给公路站，十二月动工。')
    const again = commitments.find(({ measure }: any) => measure === PROMISES.ditch.how).dueOn
    const byHands = { by: 'hall', done: 'not', satisfied: 'not' } as const
    await sees(card(zhaojie, DITCH), mine.reopened(dayInWords(again, 'zh-Hans', '2026-12-13'), byHands))
  })

  hall.step(
    'an erratum opened by mistake is told to the public, and is gone when it is cancelled',
    async () => {
      const { page } = recorder
      const stands = `/public/${two.placeId}/minutes/${wallAddress.slice(6)}`
      // The hands make long lines: they go on below, and leave the item its heading.
      const paper = (await page.locator('.ProseMirror').boundingBox())!
      for (const line of await page.locator('.ProseMirror p').all())
        expect((await line.boundingBox())!.width).toBeLessThanOrEqual(paper.width)
      await page.getByRole('button', { name: signing.correct }).click()
      await page.getByRole('dialog').getByLabel(signing.correctReason).fill('按错了')
      await page.getByRole('button', { name: signing.correctStart(2) }).click()
      await sees(page, signing.bothAgain(2))
      await sees(await reader.go(stands), '正在更正')
      await page.getByRole('button', { name: signing.cancelErratum(1) }).click()
      await sees(page, evening.signed)
      await sees(facilitator.page, evening.signed)
      await sees(screen.page, wall.signed)
      const minutes = await reader.go(stands)
      await sees(minutes, RECORDER)
      expect(await minutes.getByText('正在更正').count()).toBe(0)
    },
  )

  const onWall = (text: string) => screen.page.getByRole('heading', { name: text }).waitFor()

  /** Turns the promises on, until one of them is on the wall. */
  async function stepTo(key: '.' | ',', text: string): Promise<void> {
    await hands.hit(facilitator, key)
    await onWall(text)
  }
})
