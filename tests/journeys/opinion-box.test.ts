import { describe, expect } from 'vitest'
import type { MineView } from '../../shared/ledger/mine.ts'
import { words as box } from '../../web/words/box.zh-Hans.ts'
import { words as mine } from '../../web/words/mine.zh-Hans.ts'
import { PHONE, type Screen } from '../support/browser.ts'
import type { Client } from '../support/client.ts'
import { Hall, PATIENCE } from '../support/hall.ts'
import { sees } from '../support/phone-hands.ts'
import type { Village } from '../support/village.ts'
import { liveUntil } from '../support/weeks.ts'

const COVER = '桥头的井盖翘起来了，晚上骑车要摔人。'
const ANSWER = '明天上午换一块新井盖。'

const look = async (screen: Screen, name: string): Promise<void> => {
  if (process.env['LOOK']) await screen.picture(`${process.env['LOOK']}/${name}.png`)
}

describe('a matter between two evenings', () => {
  const hall = new Hall()
  let village: Village
  let lishen: Screen
  let chen: Client
  const inbox = () => chen.read(`/api/places/${village.placeId}/inbox`)
  const button = (name: string) => lishen.page.getByRole('button', { name, exact: true })

  hall.step('李婶 writes it on her phone, and a line that is down loses and doubles nothing', async () => {
    village = await hall.openVillage()
    chen = await village.as('陈静')
    lishen = await hall.sit('李婶', village.url, PHONE)
    const page = await lishen.go(`/say/${village.placeId}`)
    await page.getByRole('radio', { name: box.laneMasked }).check({ force: true })
    const text = page.getByLabel(box.whatToSay)
    await text.fill(COVER)
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

  hall.step('陈静 answers, and three days later she is asked and says no', async () => {
    const [{ id: concernId }] = (await inbox()).concerns
    await chen.must('agree-wording', { concernId })
    await chen.must('answer-concern', { concernId, answer: ANSWER })
    await liveUntil(village, '2026-11-25')
    const page = await lishen.go(`/mine/${village.placeId}`)
    await sees(page, mine.askedNow)
    await sees(page, ANSWER)
    await look(lishen, 'mine-asked')
    await button(mine.judge).click()
    await sees(page, mine.chooseBoth)
    await page.getByRole('radio', { name: mine.done.not, exact: true }).check({ force: true })
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
