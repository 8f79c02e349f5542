import { describe, expect } from 'vitest'
import { STALE_AFTER_MS } from '../../../shared/protocol/down.ts'
import { evening as evenings } from '../../../web/words/desk/evening.zh-Hans.ts'
import { minutes as words } from '../../../web/words/meeting.zh-Hans.ts'
import { DESK, PHONE, type Screen, type View } from '../../support/hands/browser.ts'
import * as editor from '../../support/hands/editor-hands.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { Proxy } from '../../support/running/proxy.ts'
import { openRecorder, type Recorder } from '../../support/peers/recorder.ts'
import { openEvening, type Evening, type Village } from '../../support/villages/village.ts'

const NARROW: View = { ...PHONE, isTouched: false }
const LINE_IS_DOWN = /net::ERR_|WebSocket connection to .* failed|Failed to load resource/

const status = ({ page }: Screen, said: string) => page.getByRole('status').filter({ hasText: said })

async function writes(screen: Screen, said: string): Promise<void> {
  await editor.text(screen).focus()
  await screen.page.keyboard.press('Control+End')
  await screen.page.keyboard.insertText(said)
}

describe('a line that goes dead without being closed', () => {
  const hall = new Hall()
  let village: Village
  let evening: Evening
  let proxy: Proxy
  let other: Recorder
  const screens: Screen[] = []

  hall.step('two recorders write, one on a wide screen and one on a narrow one', async () => {
    village = await hall.openVillage()
    evening = await openEvening(village)
    proxy = await Proxy.to(village.url)
    other = await openRecorder(evening.facilitator, evening.meetingId)
    other.turn(null, '今晚到了四十二户。')
    await other.saved()
    for (const [who, view] of [
      ['陈晓', DESK],
      ['孙丽', NARROW],
    ] as const) {
      const { cookie } = await village.as(who)
      const screen = await hall.sit(who, proxy.url, view, { cookie })
      screen.expect(LINE_IS_DOWN)
      await screen.go(`/desk/meeting/${evening.meetingId}`)
      await editor.text(screen).waitFor()
      await editor.allSaved(screen)
      screens.push(screen)
    }
  })

  hall.step('nothing passes any more: both say so in time, and neither says saved', async () => {
    const begun = Date.now()
    proxy.freeze()
    const told = screens.map(async (screen, at) => {
      await writes(screen, at === 0 ? '路灯' : '水渠')
      expect(await status(screen, '已存').count()).toBe(0)
      await status(screen, words.cutOffWith(1)).waitFor()
      return Date.now() - begun
    })
    for (const afterMs of await Promise.all(told)) expect(afterMs).toBeLessThanOrEqual(STALE_AFTER_MS)
    for (const screen of screens) {
      const box = await status(screen, words.cutOffWith(1)).boundingBox()
      const { width } = screen.page.viewportSize()!
      expect(box && box.x >= 0 && box.x + box.width <= width, 'it is on the screen').toBe(true)
    }
  })

  hall.step('they write on; once the line is back, everything is there once', async () => {
    for (const screen of screens) await writes(screen, '从开春就坏了。')
    await status(screens[0]!, words.cutOffWith(2)).waitFor()
    proxy.restore()
    for (const screen of screens) await editor.allSaved(screen)
    const text = (): string => other.text.join('')
    await expect
      .poll(text, PATIENCE)
      .toHaveLength('今晚到了四十二户。路灯从开春就坏了。水渠从开春就坏了。'.length)
    expect(text()).toContain('路灯从开春就坏了。')
    expect(text()).toContain('水渠从开春就坏了。')
    // Two first words in one empty line become one run of text, which is an edit of its own.
    await editor.agree(screens[0]!, screens[1]!)
    for (const screen of screens) await editor.allSaved(screen)
  })

  hall.step(
    'the server is gone and the page is closed with words unsent: they are kept and go once',
    async () => {
      const [screen] = screens as [Screen]
      await proxy.goDown()
      await status(screen, words.cutOff).waitFor()
      await writes(screen, '明天去找供电所。')
      await status(screen, words.keptHere).waitFor()
      // A page that would lose words would ask; this one may close.
      await screen.page.goto('about:blank')
      await proxy.comeUp()
      await screen.go(`/desk/meeting/${evening.meetingId}`)
      await editor.allSaved(screen)
      await expect.poll(() => other.text.join('').split('明天去找供电所。').length - 1, PATIENCE).toBe(1)
      expect((await editor.linesOn(screen)).join()).toContain('明天去找供电所。')
    },
  )

  hall.step('what comes after a signature changes nothing and is not lost', async () => {
    const [screen] = screens as [Screen]
    const { page } = screen
    proxy.freeze()
    await status(screen, words.cutOff).waitFor()
    await writes(screen, '这一句来晚了。')
    await status(screen, words.keptHere).waitFor()
    const { facilitator, meetingId } = evening
    await facilitator.must('close-meeting', { meetingId })
    await facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq: other.minutesSeq })
    proxy.restore()
    const aside = page.getByRole('region', { name: words.asideTitle })
    await aside.getByRole('listitem').filter({ hasText: '这一句来晚了。' }).waitFor()
    expect((await editor.linesOn(screen)).join()).not.toContain('这一句来晚了。')
    expect(other.text.join('')).not.toContain('这一句来晚了。')

    await page.reload()
    await aside.getByRole('listitem').filter({ hasText: '这一句来晚了。' }).waitFor()
    expect(await aside.getByRole('button', { name: words.asideAgain }).isDisabled()).toBe(true)
    await aside.getByRole('button', { name: words.asideDiscard }).click()
    await page.getByRole('button', { name: words.asideKeep }).click()
    expect(await aside.count()).toBe(1)
    await aside.getByRole('button', { name: words.asideDiscard }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.asideDiscard }).click()
    await aside.waitFor({ state: 'detached' })
    await page.reload()
    await editor.allSaved(screen)
    expect(await aside.count()).toBe(0)
  })

  hall.step(
    'what comes after both have signed lies in the box: its writer and the desks are told',
    async () => {
      const [stale] = screens as [Screen]
      const { facilitator, meetingId } = evening
      await facilitator.must('take-back-signature', { meetingId, as: 'facilitator' })
      await expect.poll(() => editor.text(stale).getAttribute('contenteditable'), PATIENCE).toBe('true')
      const desk = await hall.sit('陈静', village.url, DESK, { cookie: facilitator.cookie })
      await desk.go(`/desk/meeting/${meetingId}`)
      await editor.allSaved(desk)
      proxy.freeze()
      await status(stale, words.cutOff).waitFor()
      await writes(stale, '这一句更晚。')
      await status(stale, words.keptHere).waitFor()
      const { minutesSeq } = other
      await facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq })
      await (await village.as('孙丽')).must('sign-minutes', { meetingId, as: 'recorder', minutesSeq })
      await desk.page.getByRole('heading', { name: evenings.signed, exact: true }).waitFor()
      expect(await desk.page.getByText(evenings.lateWhat).count()).toBe(0)
      proxy.restore()

      const aside = stale.page.getByRole('region', { name: words.asideTitle })
      await aside.getByRole('listitem').filter({ hasText: '这一句更晚。' }).waitFor()
      await aside.getByRole('status').filter({ hasText: '放进记录人的盒子里' }).waitFor()
      const again = aside.getByRole('button', { name: words.asideAgain })
      await expect.poll(() => again.isDisabled(), PATIENCE).toBe(true)
      for (const screen of [stale, desk])
        expect((await editor.linesOn(screen)).join()).not.toContain('这一句更晚。')

      await status(desk, evenings.lateCame(1)).waitFor()
      const late = desk.page.getByRole('list', { name: evenings.lateCame(1) }).getByRole('listitem')
      expect(await late.filter({ hasText: '陈晓' }).textContent()).toContain('这一句更晚。')
      await late.getByRole('button', { name: evenings.lateMarkRead }).click()
      await status(desk, evenings.lateAllRead).waitFor()
      await status(stale, evenings.lateAllRead).waitFor()
    },
  )

  hall.step('they go home', async () => {
    other.close()
    await hall.leave('陈晓')
    await hall.leave('孙丽')
    await proxy.close()
  })
})
