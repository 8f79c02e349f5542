import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { minutes as minutesWords } from '../../../web/words/meeting.zh-Hans.ts'
import { words as phoneWords } from '../../../web/words/phone/phone.zh-Hans.ts'
import { DESK, PHONE, WALL, type Screen, type View } from '../../support/hands/browser.ts'
import * as editor from '../../support/hands/editor-hands.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { translatePage } from '../../support/peers/page-translator.ts'
import { comeIn, mineIs, say } from '../../support/hands/phone-hands.ts'
import { matter, promise } from '../../support/villages/stage.ts'
import { openEvening, type Evening, type Village } from '../../support/villages/village.ts'

const LAMP = '村口第三盏路灯从开春就不亮了。'

describe('pages that a browser translates while the evening goes on', () => {
  const hall = new Hall()
  let village: Village
  let evening: Evening
  let phone: Screen
  const pairs: (readonly [plain: Screen, translated: Screen])[] = []
  const concernId = randomUUID()
  const commitmentId = randomUUID()

  const pair = async (who: string, path: string, view: View, cookie?: string): Promise<void> => {
    const options = cookie === undefined ? {} : { cookie }
    const plain = await hall.sit(who, village.url, view, options)
    const translated = await hall.sit(`${who}, translated`, village.url, view, options)
    await translated.page.addInitScript(translatePage)
    for (const screen of [plain, translated]) await screen.go(path)
    pairs.push([plain, translated])
  }

  const textOf = ({ page }: Screen): Promise<string> =>
    page.evaluate(() => document.body.innerText.replaceAll(/[\s\u200b]+/g, ''))

  /** Once the wall says it, everything that the translated ones say is what the others say. */
  const agree = async (said: string): Promise<void> => {
    await expect.poll(() => textOf(pairs[0]![0]), PATIENCE).toContain(said)
    for (const [plain, translated] of pairs)
      await expect.poll(async () => (await textOf(translated)) === (await textOf(plain)), PATIENCE).toBe(true)
  }

  hall.step('wall, desk and phone are read in another language', async () => {
    village = await hall.openVillage()
    evening = await openEvening(village)
    await pair('the wall', `/wall/${evening.meetingId}?place=${village.placeId}&code=${evening.code}`, WALL)
    await pair(
      'the desk',
      `/desk/meeting/${evening.meetingId}`,
      DESK,
      (await village.as('陈静')).cookie ?? undefined,
    )
    phone = await hall.sit('李婶', village.url, PHONE)
    await phone.page.addInitScript(translatePage)
    await comeIn(phone, evening.code, '李婶', true)
    await agree(evening.code)
  })

  hall.step('a word is held, then shown: her phone says so each time, and the wall shows it', async () => {
    await say(phone, LAMP, 'open')
    await mineIs(phone, LAMP, phoneWords.became.held)
    const { comments } = await evening.facilitator.room(evening.meetingId)
    const { id: commentId } = comments.find(({ text }: { text: string }) => text === LAMP)
    await evening.facilitator.must('show-comment', { commentId })
    await expect.poll(() => phone.page.getByText(phoneWords.became.held).count(), PATIENCE).toBe(0)
    await agree(LAMP)
  })

  hall.step('a promise is read back and confirmed, and read back no longer', async () => {
    await evening.facilitator.must('raise-concern', matter(evening.meetingId, { concernId, text: LAMP }))
    const measure = '换三盏灯'
    await evening.facilitator.must(
      'record-commitment',
      promise(village, { meetingId: evening.meetingId, commitmentId, concernId, measure }),
    )
    await evening.facilitator.must('read-back-commitment', { commitmentId })
    await agree('换三盏灯')
    await evening.facilitator.must('confirm-commitment', { commitmentId })
    await agree('换三盏灯')
  })

  hall.step('cut off, the translated desk says so and no old 已存 stays', async () => {
    const [, desk] = pairs[1]!
    await editor.allSaved(desk)
    await desk.cutOff()
    await editor.text(desk).focus()
    await desk.page.keyboard.press('Control+End')
    await desk.page.keyboard.insertText('今晚到了四十二户。')
    await desk.page.getByText(minutesWords.cutOffWith(1)).waitFor()
    expect(await desk.page.getByText(/^已存/).count()).toBe(0)
    await desk.reconnect()
    await editor.allSaved(desk)
    desk.lineIsWell()
    // Each of the two desks says who else is writing, so here they differ.
    await expect.poll(() => textOf(pairs[1]![0]), PATIENCE).toContain('四十二户')
  })
})
