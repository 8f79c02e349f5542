import { describe, expect } from 'vitest'
import { words as desk } from '../../../web/words/desk/desk.zh-Hans.ts'
import { evening } from '../../../web/words/desk/evening.zh-Hans.ts'
import { minutes, promise } from '../../../web/words/meeting.zh-Hans.ts'
import { words as phone } from '../../../web/words/phone/phone.zh-Hans.ts'
import { words as wall } from '../../../web/words/wall/wall.zh-Hans.ts'
import { words as ledger } from '../../../web/words/ledger/ledger.zh-Hans.ts'
import {
  committing,
  compose,
  composing,
  DESK,
  PHONE,
  WALL,
  type Screen,
} from '../../support/hands/browser.ts'
import * as hands from '../../support/hands/desk-hands.ts'
import * as editor from '../../support/hands/editor-hands.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { comeIn, mine, mineIs, overhear, say, sees } from '../../support/hands/phone-hands.ts'
import { loseTheAnswer } from '../../support/peers/bad-line.ts'
import type { Village } from '../../support/villages/village.ts'

const TITLE = '十一月凉亭夜话'
const MASKED = '欧阳守田'
const SAID = {
  lamp: '路灯从开春就不亮，孩子下晚自习摸黑走。',
  bridge: '我在桥边摔过一跤，膝盖还疼。',
  money: '换灯的钱从哪儿出？',
  board: '公示栏上贴的还是卖鱼苗的广告。',
  clinic: '卫生室门口那盏也一闪一闪。',
}
const ACCOUNT = '捐款收支三天之内贴到公示栏。'
const LAMPS: hands.SpokenPromise = { who: '王建国', how: '联系供电所，更换 3 盏路灯', byWhen: '12月10日' }
const BOOKS: hands.SpokenPromise = { who: '刘会计', how: '捐款收支贴到公示栏', byWhen: '三天' }

describe('the first evening', () => {
  const hall = new Hall()
  let village: Village
  let wallAddress = ''
  let code = ''
  let facilitator: Screen, recorder: Screen, second: Screen, lishen: Screen, masked: Screen, screen: Screen
  let heardByPhone: () => string, heardByWall: () => string
  const atDesk = async (who: string): Promise<Screen> => {
    const { cookie } = await village.as(who)
    return hall.sit(who, village.url, DESK, { cookie })
  }

  hall.step('陈静 logs in and plans an evening from a format', async () => {
    village = await hall.openVillage()
    facilitator = await hall.sit('陈静', village.url, DESK)
    await hands.logIn(facilitator, 'chenjing', 'chenjing-2026')
    wallAddress = await hands.plan(facilitator, '凉亭夜话', TITLE, ['村里的路灯'])
    expect(wallAddress).toMatch(/^\/wall\/[0-9a-f-]{36}$/)
  })

  hall.step('she opens it, and two recorders sit down', async () => {
    code = await hands.openTonight(facilitator)
    const address = wallAddress.replace('/wall/', '/desk/meeting/')
    expect(new URL(facilitator.page.url()).pathname).toBe(address)
    recorder = await atDesk('陈晓')
    second = await atDesk('孙丽')
    for (const one of [recorder, second]) {
      await one.go(address)
      await editor.text(one).waitFor()
    }
  })

  hall.step('the wall takes the code and shows the way in', async () => {
    screen = await hall.sit('wall', village.url, WALL)
    heardByWall = overhear(screen)
    const page = await screen.go(wallAddress)
    await page.getByLabel(wall.codeAsk).fill(code)
    await page.getByRole('button', { name: wall.connect }).click()
    await sees(page, code)
    const picture = page.locator('img[src*="code.svg"]')
    await expect
      .poll(() => picture.evaluate((qr: HTMLImageElement) => qr.naturalWidth), PATIENCE)
      .toBeGreaterThan(0)
    await hands.hit(facilitator, ']')
    await hands.hit(facilitator, ']')
    await page.getByRole('heading', { name: '村里的路灯' }).waitFor()
  })

  hall.step('two phones come in: one scans and gives a name, one types the code', async () => {
    lishen = await hall.sit('李婶', village.url, PHONE)
    heardByPhone = overhear(lishen)
    await comeIn(lishen, code, '李婶', true)
    masked = await hall.sit('masked', village.url, PHONE)
    await comeIn(masked, code, MASKED, false)
    await sees(screen.page, /^2$/)
  })

  hall.step('a comment waits until the facilitator shows it', async () => {
    await say(lishen, SAID.lamp, 'open')
    await mineIs(lishen, SAID.lamp, phone.became.held)
    await say(masked, SAID.bridge, 'masked')
    await mineIs(masked, SAID.bridge, phone.became.held)
    await hands.comment(facilitator, SAID.bridge).waitFor()
    expect(await screen.page.getByText(SAID.lamp).count()).toBe(0)
  })

  hall.step('李婶 loses her line, writes on, and is heard exactly once', async () => {
    await lishen.cutOff()
    await say(lishen, SAID.money, 'open')
    await mineIs(lishen, SAID.money, phone.mineWaiting)
    await loseTheAnswer(lishen, async () => {
      await lishen.reconnect()
      await lishen.page.reload()
      await mine(lishen, SAID.money).waitFor()
    })
    await mineIs(lishen, SAID.money, phone.became.held)
    lishen.lineIsWell()
    await expect.poll(() => hands.comment(facilitator, SAID.money).count(), PATIENCE).toBe(1)
  })

  hall.step('somebody types at the wall, and 孙丽 types for somebody', async () => {
    await screen.page.keyboard.press('Enter')
    await compose(screen, 'gongshi', SAID.board)
    await screen.page.keyboard.press('Tab')
    await screen.page.keyboard.insertText('张大爷')
    await screen.page.keyboard.press('Enter')
    await sees(screen.page, wall.putDone)
    await hands.sayFor(second, '何嫂', SAID.clinic)
    const typed = hands.comment(facilitator, SAID.clinic)
    await sees(typed, evening.typedBy('孙丽'))
  })

  hall.step('all five come to the wall, and their authors are told', async () => {
    for (const said of [SAID.bridge, SAID.money, SAID.board, SAID.clinic, SAID.lamp]) {
      await hands.showOnWall(facilitator, said)
      await sees(screen.page, said)
    }
    await mineIs(lishen, SAID.lamp, phone.became.shown)
    await mineIs(masked, SAID.bridge, phone.became.shown)
    await sees(lishen.page, SAID.clinic)
    await hands.look(facilitator, 'shown')
    await expect.poll(() => hands.comment(facilitator, '').count(), PATIENCE).toBe(5)
  })

  hall.step('both recorders write, and what they read is the same and saved', async () => {
    await editor.writeLine(recorder, '李婶', 'ludeng', '路灯从开春就不亮。')
    await editor.allSaved(recorder)
    await expect.poll(() => editor.linesOn(second), PATIENCE).toEqual(['李婶：路灯从开春就不亮。'])
    await editor.writeLine(second, '刘会计', 'zhangmu', ACCOUNT)
    await editor.allSaved(second)
    expect(await editor.agree(recorder, second)).toEqual(['李婶：路灯从开春就不亮。', `刘会计：${ACCOUNT}`])
  })

  hall.step('a word under way survives what the other writes beside it', async () => {
    await editor.goTo(recorder, '路灯')
    const keyboard = await recorder.keyboard()
    await composing(keyboard, 'haizi')
    await editor.goTo(second, '路灯')
    await second.page.keyboard.press('Home')
    await compose(second, 'cun', '村里的')
    await editor.goTo(second, ACCOUNT)
    await second.page.keyboard.insertText('一笔一笔。')
    await editor.allSaved(second)
    await committing(keyboard, '孩子摸黑走。')
    await editor.allSaved(recorder)
    expect(await editor.agree(recorder, second)).toEqual([
      '李婶：村里的路灯从开春就不亮。孩子摸黑走。',
      `刘会计：${ACCOUNT}一笔一笔。`,
    ])
  })

  hall.step(
    'a comment becomes a concern, and a masked one goes into the minutes without its name',
    async () => {
      await hands.look(recorder, 'shown')
      await hands.choose(recorder, SAID.bridge)
      await recorder.page.keyboard.press('j')
      await editor.line(recorder, SAID.bridge).waitFor()
      await hands.choose(recorder, SAID.lamp)
      await recorder.page.keyboard.press('c')
      await sees(hands.open(recorder), SAID.lamp)
      expect(await editor.linesOn(recorder)).toContain(`${evening.unnamed}：${SAID.bridge}`)
    },
  )

  hall.step('J after C, or pressed again at either desk, writes no line a second time', async () => {
    await editor.agree(recorder, second)
    await hands.look(second, 'shown')
    const again = [
      [recorder, SAID.lamp],
      [recorder, SAID.bridge],
      [second, SAID.bridge],
    ] as const
    for (const [screen, said] of again) {
      await hands.choose(screen, said)
      await screen.page.keyboard.press('j')
      await sees(screen.page, evening.isInMinutesAlready)
      expect((await editor.linesOn(screen)).filter((line) => line.endsWith(said))).toHaveLength(1)
    }
    await editor.allSaved(recorder)
  })

  hall.step('it is promised, read back on the wall and confirmed', async () => {
    await hands.hit(recorder, 'p')
    await hands.promiseAndReadBack(recorder, LAMPS)
    await sees(screen.page, LAMPS.how)
    await sees(screen.page, wall.pleaseRead('王书记'))
    await hands.hit(recorder, 'y')
    await sees(screen.page, wall.hasNodded('王书记', wall.daysLeft(18)))
    await sees(recorder.page, promise.confirmed('王建国'))
    await sees(lishen.page, LAMPS.how)
  })

  hall.step('a line of the minutes becomes a concern and is answered now', async () => {
    await editor.goTo(second, SAID.bridge)
    await second.page.keyboard.press('Alt+c')
    await second.page.getByLabel(evening.concernText).fill('桥边要有扶手')
    await second.page.keyboard.press('Enter')
    await sees(hands.open(second), '桥边要有扶手')
    await hands.hit(second, 'a')
    await second.page.getByLabel(evening.answerWhat).fill('明天先拉一道绳子。')
    await second.page.keyboard.press('Enter')
    await sees(second.page, minutes.concernAnswered(2))
    await sees(recorder.page, minutes.concernAnswered(2))
  })

  hall.step('a line of the minutes becomes a promise', async () => {
    await editor.goTo(second, ACCOUNT)
    await second.page.keyboard.press('Alt+p')
    await hands.promiseAndReadBack(second, BOOKS)
    await sees(screen.page, BOOKS.how)
    await hands.hit(second, 'y')
    await sees(screen.page, wall.hasNodded('刘会计', wall.daysLeft(3)))
    await editor.agree(recorder, second)
  })

  hall.step('she closes; wall and phones say so', async () => {
    await hands.close(facilitator)
    await sees(screen.page, wall.over)
    await sees(lishen.page, phone.closed)
    await sees(masked.page, phone.closed)
  })

  hall.step('facilitator and recorder sign what they have read', async () => {
    await hands.sign(facilitator, evening.signAsFacilitator)
    await sees(facilitator.page, evening.signatureMissing('recorder'))
    await hands.sign(recorder, evening.signAsRecorder)
    for (const { page } of [facilitator, recorder, second])
      await page.getByRole('link', { name: evening.publicMinutes }).waitFor()
    await expect.poll(() => editor.text(second).getAttribute('contenteditable'), PATIENCE).toBe('false')
    await lishen.page.getByRole('link', { name: phone.seeMinutes }).waitFor()
    await sees(screen.page, wall.signed)
  })

  hall.step('the ledger shows both promises', async () => {
    const cadre = await atDesk('王建国')
    const page = await cadre.go('/ledger')
    await sees(page, LAMPS.how)
    await page.getByText(ledger.whole('village'), { exact: true }).click()
    await sees(page, BOOKS.how)
    await sees(page, '12月10日')
  })

  hall.step('everybody reads the minutes without scripts, and the masked name stands nowhere', async () => {
    const reader = await hall.sit('reader', village.url, PHONE, { withScripts: false })
    const page = await reader.go(`/public/${village.placeId}`)
    for (const spoken of [LAMPS, BOOKS]) await sees(page, spoken.how)
    await page.getByRole('link', { name: TITLE }).click()
    await sees(page, '村里的路灯从开春就不亮。孩子摸黑走。')
    await sees(page, `${ACCOUNT}一笔一笔。`)
    for (const name of ['陈静', '陈晓']) await sees(page, name)
    const html = await page.content()
    const read = [
      html,
      await screen.page.content(),
      await lishen.page.content(),
      heardByPhone(),
      heardByWall(),
    ]
    expect(read.filter((text) => text.includes(MASKED))).toEqual([])
    expect(heardByPhone()).toContain(SAID.bridge)
  })

  hall.step('the desk lists the evening as signed', async () => {
    const page = await facilitator.go('/desk')
    await page.getByText(desk.phaseSigned).waitFor()
  })
})
