import { describe, expect } from 'vitest'
import type { MineView } from '../../../shared/ledger/mine.ts'
import { words as box } from '../../../web/words/box/box.zh-Hans.ts'
import { everywhere } from '../../../web/words/everywhere.zh-Hans.ts'
import { promise } from '../../../web/words/meeting.zh-Hans.ts'
import { words as mine } from '../../../web/words/box/mine.zh-Hans.ts'
import { inbox as desk } from '../../../web/words/desk/home.zh-Hans.ts'
import { alike } from '../../../web/words/phone/villagers.zh-Hans.ts'
import { sentences as refusals } from '../../../shared/words/refusals.zh-Hans.ts'
import { evening } from '../../../web/words/desk/evening.zh-Hans.ts'
import { DESK, PHONE, type Screen } from '../../support/hands/browser.ts'
import type { Client } from '../../support/running/client.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { sees } from '../../support/hands/phone-hands.ts'
import type { Village } from '../../support/villages/village.ts'
import { liveUntil } from '../../support/villages/weeks.ts'

const COVER = '桥头的井盖翘起来了，晚上骑车要摔人。'
const CALL = '井台边的水管又漏了，一夜流了半条沟。'
const ANSWER = '明天上午换一块新井盖。'

const look = async (screen: Screen, name: string): Promise<void> => {
  if (process.env['LOOK']) await screen.picture(`${process.env['LOOK']}/${name}.png`)
}

describe('a matter between two evenings', () => {
  const hall = new Hall()
  let village: Village
  let lishen: Screen, office: Screen
  let chen: Client
  const inbox = () => chen.read(`/api/places/${village.placeId}/inbox`)
  const button = (name: string) => lishen.page.getByRole('button', { name, exact: true })

  hall.step('李婶 writes it on her phone, and a line that is down loses and doubles nothing', async () => {
    village = await hall.openVillage()
    chen = await village.as('陈静')
    lishen = await hall.sit('李婶', village.url, PHONE)
    const page = await lishen.go(`/say/${village.placeId}`)
    const keyed = page.waitForResponse('**/api/sessions/key')
    await page.getByRole('radio', { name: box.laneMasked }).check({ force: true })
    const text = page.getByLabel(box.whatToSay)
    await text.fill(COVER)
    await keyed
    await look(lishen, 'box-written')
    await page.reload()
    await expect.poll(() => text.inputValue(), PATIENCE).toBe(COVER)
    await lishen.cutOff()
    await button(box.sendMasked).click()
    await sees(page, box.waiting)
    await look(lishen, 'box-cut-off')
    expect((await inbox()).concerns).toEqual([])
    await lishen.reconnect()
    await sees(page, box.sent)
    await look(lishen, 'box-sent')
    expect((await inbox()).concerns).toMatchObject([{ text: COVER, lane: 'masked', channel: 'form' }])
    lishen.lineIsWell()
  })

  hall.step('she sees it at once where everything that she raised stands', async () => {
    await lishen.page.getByRole('link', { name: box.toMine(1) }).click()
    await sees(lishen.page, mine.state.raised)
    await look(lishen, 'mine-raised')
  })

  hall.step('at the desk 陈静 reads it, records it and answers with three keys', async () => {
    office = await hall.sit('陈静', village.url, DESK, { cookie: chen.cookie })
    const page = await office.go('/desk')
    await sees(page, COVER)
    await look(office, 'desk-inbox')
    await page.keyboard.press('j')
    await look(office, 'desk-inbox-chosen')
    await page.keyboard.press('y')
    await sees(page, desk.state.recorded)
    await page.keyboard.press('a')
    await page.getByLabel(evening.answerWhat).fill(ANSWER)
    await look(office, 'desk-inbox-answer')
    await page.keyboard.press('Enter')
    await sees(page, desk.empty)
    await look(office, 'desk-inbox-empty')
  })

  hall.step('李婶 writes of it again, and reads what was asked before while she types', async () => {
    const page = await lishen.go(`/say/${village.placeId}`)
    const text = page.getByLabel(box.whatToSay)
    await text.fill('桥头的井盖又翘起来了')
    await sees(page, alike.askedBefore)
    await sees(page, COVER)
    // It is her own, and she is counted already.
    lishen.expect(/status of 409/)
    await page.getByRole('button', { name: alike.addVoiceTo(1) }).click()
    await sees(page, refusals.sentences['voice-counted'].slice(0, 10))
    await look(lishen, 'box-asked-before')
    await text.fill('')
  })

  hall.step('a caller’s words are typed by her, described and promised in one place', async () => {
    const { page } = office
    await page.keyboard.press('t')
    await page.getByLabel(desk.who).fill('周伯')
    await page.getByLabel(desk.what).fill(CALL)
    await look(office, 'desk-take-in')
    await page.keyboard.press('Control+Enter')
    await sees(page, CALL)
    expect((await inbox()).concerns).toMatchObject([
      { text: CALL, raisedBy: '周伯', channel: 'call', lane: 'masked', state: 'recorded' },
    ])
    await page.getByText(CALL).first().click()
    await page.keyboard.press('c')
    await page.getByLabel(desk.categoryLabel).selectOption('environment')
    await look(office, 'desk-describe')
    await page.getByRole('button', { name: everywhere.save, exact: true }).click()
    await expect.poll(async () => (await inbox()).concerns[0].category, PATIENCE).toBe('environment')
    await page.getByLabel(desk.categoryLabel).waitFor({ state: 'detached' })
    await page.keyboard.press('p')
    await page.getByLabel(promise.who, { exact: true }).fill('王建国')
    await page.getByLabel(promise.how, { exact: true }).fill('换一截水管')
    await page.getByLabel(promise.byWhen, { exact: true }).fill('11月30日')
    await look(office, 'desk-promise')
    await page.keyboard.press('Control+Enter')
    await sees(page, promise.counts('王建国'))
    const { commitments } = await chen.read(`/api/places/${village.placeId}/ledger`)
    expect(commitments).toMatchObject([{ measure: '换一截水管', state: 'open', meetingId: null }])
  })

  hall.step(
    'whoever asks again is told while it is typed, in her grid, and the voice is put together',
    async () => {
      const { page } = office
      const gridId = crypto.randomUUID()
      await chen.must('draw-grid', { gridId, name: '井台边' })
      await page.reload()
      await page.getByRole('button', { name: desk.takeIn }).click()
      await page.getByLabel(desk.gridLabel).selectOption(gridId)
      await page.getByLabel(desk.what).fill('井台边的水管还在漏。')
      await sees(page, alike.askedBefore)
      await look(office, 'desk-take-in-alike')
      const raised = page.waitForRequest('**/raise-concern')
      await page.getByRole('button', { name: alike.addVoiceTo(2) }).click()
      expect((await raised).postDataJSON()).toMatchObject({ gridId })
      await sees(page, alike.voiceAdded(2))
    },
  )

  hall.step('three days later 李婶 is asked and says no', async () => {
    await liveUntil(village, '2026-11-25')
    const page = await lishen.go(`/mine/${village.placeId}`)
    await sees(page, mine.askedNow)
    await sees(page, ANSWER)
    await look(lishen, 'mine-asked')
    await page.getByRole('radio', { name: mine.done.not, exact: true }).check({ force: true })
    await button(mine.judge).click()
    await sees(page, mine.chooseBoth)
    await page.getByRole('radio', { name: mine.satisfied.not, exact: true }).check({ force: true })
    await sees(page, mine.badMeans)
    await look(lishen, 'mine-judged-not')
    await button(mine.judge).click()
    await sees(page, mine.state.reopened)
    await look(lishen, 'mine-reopened')
    expect((await inbox()).concerns).toMatchObject([{ text: COVER, state: 'reopened', timesReopened: 1 }])
  })

  hall.step('only she can take it back, and only after she has said so twice', async () => {
    const { page } = lishen
    await page.getByRole('link', { name: mine.fromTheStart }).click()
    await button(mine.withdraw).click()
    await sees(page, mine.withdrawSure)
    await button(mine.withdraw).click()
    await sees(page, mine.state.withdrawn)
    const view: MineView = await page.evaluate(
      async (path) => (await fetch(path)).json(),
      `/api/places/${village.placeId}/mine`,
    )
    expect(view.matters).toMatchObject([{ concern: { state: 'withdrawn' }, questions: [] }])
    expect((await inbox()).concerns).toEqual([])
  })
})
