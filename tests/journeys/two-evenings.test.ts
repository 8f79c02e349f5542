import { describe, expect } from 'vitest'
import { words as desk } from '../../web/words/desk.zh-Hans.ts'
import { words as evening } from '../../web/words/evening.zh-Hans.ts'
import { words as hand } from '../../web/words/hands.zh-Hans.ts'
import { words as plan } from '../../web/words/plan.zh-Hans.ts'
import { words as roster } from '../../web/words/roster.zh-Hans.ts'
import { words as setup } from '../../web/words/setup.zh-Hans.ts'
import { words as signing } from '../../web/words/signing.zh-Hans.ts'
import { words as wall } from '../../web/words/wall.zh-Hans.ts'
import { countActions } from '../support/actions.ts'
import { DESK, PHONE, WALL, type Screen } from '../support/browser.ts'
import type { Client } from '../support/client.ts'
import * as hands from '../support/desk-hands.ts'
import { Hall, PATIENCE } from '../support/hall.ts'
import { comeIn, say, sees } from '../support/phone-hands.ts'
import type { Instance } from '../support/village.ts'

const VILLAGE = '石桥村'
const FACILITATOR = { name: '周文', loginName: 'zhouwen', password: '石桥村口的老槐树' }
const RECORDER = { name: '陈小满', loginName: 'xiaoman', password: '一句好记的话就行' }
const LAMP = '路灯从开春就不亮。'
const DITCH = '排水沟堵了，雨天漫到路上。'
const LEFT = '换灯的钱从哪儿出？'
// Whoever counts the hands did not make the promise.
const VOWS = {
  lamp: { who: RECORDER.name, how: '更换 3 盏路灯', byWhen: '12月1日' },
  ditch: { who: RECORDER.name, how: '清淤 120 米', byWhen: '12月5日' },
}
const NEW_TOPIC = '年货集怎么摆'

/** Two evenings on an instance that somebody set up by hand, and the weeks between them. */
describe('two evenings', () => {
  const hall = new Hall()
  let instance: Instance
  let facilitator: Screen, recorder: Screen, lishen: Screen, zhaojie: Screen, screen: Screen, reader: Screen
  let staff: Client
  let wallAddress = ''

  hall.step('a village is set up through its pages, with a recorder', async () => {
    instance = await hall.openInstance()
    facilitator = await hall.sit('周文', instance.url, DESK)
    const page = await facilitator.go('/')
    await page.getByRole('button', { name: setup.ownWhat }).click()
    const typed = [
      [setup.villageName, VILLAGE],
      [setup.facilitatorName, FACILITATOR.name],
      [setup.loginName, FACILITATOR.loginName],
      [setup.password, FACILITATOR.password],
      [setup.passwordAgain, FACILITATOR.password],
    ] as const
    for (const [label, text] of typed) await page.getByLabel(label, { exact: true }).fill(text)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: desk.tonight }).waitFor()
    await page.getByRole('navigation').getByRole('link', { name: desk.roster }).click()
    const list = page.getByRole('textbox', { name: roster.addMany })
    await list.fill(['姓名\t户\t网格', `${RECORDER.name}\t西坡 1 号\t第二网格`].join('\n'))
    await page.getByRole('button', { name: roster.importGood(1) }).click()
    await sees(page, roster.imported(1))
    const person = page.getByRole('listitem').filter({ hasText: RECORDER.name })
    await person.getByRole('button', { name: new RegExp(`^${RECORDER.name}`) }).click()
    await person.getByRole('combobox', { name: roster.postRole }).selectOption('recorder')
    await person.getByLabel(roster.postTitle).fill('记录人')
    await page.keyboard.press('Enter')
    await sees(page, roster.postGiven(RECORDER.name, '记录人'))
    await person.getByRole('button', { name: roster.giveLogin }).click()
    await person.getByLabel(roster.loginName).fill(RECORDER.loginName)
    await person.getByLabel(roster.password).fill(RECORDER.password)
    await page.keyboard.press('Enter')
    await sees(page, roster.loginPut(RECORDER.name))
    staff = instance.stranger()
    const { body } = await staff.post('/api/sessions', FACILITATOR_LOGIN)
    staff.placeId = body.places[0].id
  })

  hall.step('at the first evening two matters get their promise, and one is left over', async () => {
    const page = await facilitator.go('/desk')
    await page.getByRole('heading', { name: desk.tonight }).waitFor()
    await hands.plan(facilitator, '凉亭夜话', '头一场', [])
    const code = await hands.openTonight(facilitator)
    lishen = await hall.sit('李婶', instance.url, PHONE)
    zhaojie = await hall.sit('赵姐', instance.url, PHONE)
    await comeIn(lishen, code, '李婶', true)
    await comeIn(zhaojie, code, '赵姐', true)
    await promised(lishen, LAMP, VOWS.lamp)
    await promised(zhaojie, DITCH, VOWS.ditch)
    await say(lishen, LEFT, 'open')
    await hands.comment(facilitator, LEFT).waitFor()
    await hands.choose(facilitator, LEFT)
    await page.keyboard.press('c')
    await sees(hands.open(facilitator), LEFT)
    await hands.close(facilitator)
  })

  hall.step('three weeks pass: one promise is reported done, one is late', async () => {
    instance.clock.set('2026-11-30T04:00:00.000Z')
    const { commitments } = await staff.read(`/api/places/${staff.placeId}/ledger`)
    const lamp = commitments.find(({ measure }: { measure: string }) => measure === VOWS.lamp.how)
    await staff.must('report-done', { commitmentId: lamp.id, report: '三盏都亮了。' })
    instance.clock.set('2026-12-13T11:00:00.000Z')
  })

  hall.step('the second evening is planned from what waits', async () => {
    const page = await facilitator.go('/desk/plan')
    await sees(page, plan.part('promised'))
    for (const text of [LAMP, DITCH, LEFT]) await sees(page, text)
    await sees(
      page,
      plan.reason({ kind: 'late', days: 8 }, null, (day) => day),
    )
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: plan.add }).fill(NEW_TOPIC)
    await page.keyboard.press('Enter')
    await sees(page, plan.promisesFor(2, 10))
    await page.reload()
    await sees(page, NEW_TOPIC)
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/desk\/meeting\//)
    wallAddress = new URL(page.url()).pathname.replace('/desk/meeting/', '/wall/')
  })

  hall.step('it opens with the first of them on every wall and phone', async () => {
    const code = await hands.openTonight(facilitator)
    screen = await hall.sit('wall', instance.url, WALL)
    await screen.go(`${wallAddress}?place=${staff.placeId}&code=${code}`)
    await screen.page.getByRole('heading', { name: DITCH }).waitFor()
    await sees(screen.page, wall.daysLate(8))
    await comeIn(lishen, code, '李婶', true)
    await sees(lishen.page, DITCH)
    await hands.hit(facilitator, '.')
    await screen.page.getByRole('heading', { name: LAMP }).waitFor()
    await sees(lishen.page, hand.wasItDone)
    expect(new URL(screen.page.url()).search).toBe(`?place=${staff.placeId}`)
  })

  hall.step('hands judge it in at most three actions, and wall and minutes say how', async () => {
    const actions = await countActions(facilitator)
    await hands.hit(facilitator, 'u')
    const form = facilitator.page
      .getByRole('form')
      .or(facilitator.page.locator('form'))
      .filter({ hasText: hand.wasItDone })
    const fields = form.locator('input')
    for (const [at, text] of ['18', '2', '1', '17', '3', '1'].entries()) await fields.nth(at).fill(text)
    await fields.nth(7).fill('孙丽')
    await facilitator.page.keyboard.press('Enter')
    await sees(facilitator.page, hand.counted)
    expect(await actions()).toBeLessThanOrEqual(3)
    await sees(screen.page, '18')
    await sees(screen.page, '17')
    await sees(lishen.page, hand.said({ done: 'done', satisfied: 'satisfied' }))
  })

  hall.step('what is reported while the evening is on joins, is judged "not" and has a new day', async () => {
    const { commitments } = await staff.read(`/api/places/${staff.placeId}/ledger`)
    const ditch = commitments.find(({ measure }: { measure: string }) => measure === VOWS.ditch.how)
    await staff.must('report-done', { commitmentId: ditch.id, report: '清完了。' })
    await hands.hit(facilitator, ',')
    await screen.page.getByRole('heading', { name: DITCH }).waitFor()
    await sees(screen.page, wall.toBeCounted)
    await hands.hit(facilitator, 'u')
    const form = facilitator.page.locator('form').filter({ hasText: hand.wasItDone })
    const fields = form.locator('input')
    for (const [at, text] of ['1', '2', '15', '1', '2', '15'].entries()) await fields.nth(at).fill(text)
    await facilitator.page.keyboard.press('Enter')
    await screen.page
      .getByText(/没办成，.*前再办/)
      .first()
      .waitFor()
  })

  hall.step('desk, ledger, echo wall and minutes agree', async () => {
    await hands.close(facilitator)
    await sees(screen.page, wall.reviewed(2, 1))
    await hands.sign(facilitator, evening.signAsFacilitator)
    recorder = await hall.sit('陈小满', instance.url, DESK)
    await hands.logIn(recorder, RECORDER.loginName, RECORDER.password)
    await recorder.go(wallAddress.replace('/wall/', '/desk/meeting/'))
    await hands.sign(recorder, evening.signAsRecorder)
    await expect
      .poll(async () => (await staff.room(wallAddress.slice(6))).meeting.phase, PATIENCE)
      .toBe('signed')
    const { commitments } = await staff.read(`/api/places/${staff.placeId}/ledger`)
    const states = commitments.map(({ measure, state, timesReopened }: any) => [
      measure,
      state,
      timesReopened,
    ])
    expect(states.sort()).toEqual(
      [
        [VOWS.ditch.how, 'open', 1],
        [VOWS.lamp.how, 'rated', 0],
      ].sort(),
    )
    reader = await hall.sit('reader', instance.url, PHONE, { withScripts: false })
    const minutes = await reader.go(`/public/${staff.placeId}/minutes/${wallAddress.slice(6)}`)
    await sees(minutes, '办成了 18，办成了一部分 2，没办成 1')
    await sees(minutes, '办成了 1，办成了一部分 2，没办成 15')
    await sees(await reader.go(`/public/${staff.placeId}`), VOWS.ditch.how)
  })

  hall.step(
    'an erratum opened by mistake is told to the public, and is gone when it is cancelled',
    async () => {
      const { page } = recorder
      const stands = `/public/${staff.placeId}/minutes/${wallAddress.slice(6)}`
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
      await sees(minutes, RECORDER.name)
      expect(await minutes.getByText('正在更正').count()).toBe(0)
    },
  )

  async function promised(phone: Screen, text: string, vow: hands.Vow): Promise<void> {
    await say(phone, text, 'open')
    await hands.comment(facilitator, text).waitFor()
    await hands.choose(facilitator, text)
    await facilitator.page.keyboard.press('c')
    await sees(hands.open(facilitator), text)
    await facilitator.page.keyboard.press('p')
    await hands.promiseAndReadBack(facilitator, vow)
    await hands.hit(facilitator, 'y')
    await expect.poll(() => hands.promised(facilitator).innerText(), PATIENCE).toContain(vow.how)
  }
})

const FACILITATOR_LOGIN = { loginName: FACILITATOR.loginName, password: FACILITATOR.password }
