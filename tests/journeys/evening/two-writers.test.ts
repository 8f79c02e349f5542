import { describe, expect } from 'vitest'
import { minutes as words } from '../../../web/words/meeting.zh-Hans.ts'
import { DESK, type Screen } from '../../support/hands/browser.ts'
import * as editor from '../../support/hands/editor-hands.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { openRecorder } from '../../support/peers/recorder.ts'
import { openEvening, type Evening, type Village } from '../../support/villages/village.ts'

/** A browser says so of what was pasted before it is cleaned, and runs none of it. */
const NOT_RUN = /Executing inline event handler violates/

describe('two recorders at one text', () => {
  const hall = new Hall()
  let village: Village
  let evening: Evening
  let one: Screen
  let other: Screen
  /** What stands on each of the two screens. */
  const both = (): Promise<string[][]> => Promise.all([one, other].map(editor.linesOn))
  const alike = (...lines: string[]): string[][] => [lines, lines]
  const press = (screen: Screen, key: string): Promise<void> => screen.page.keyboard.press(key)
  const pasted = async (screen: Screen, html: string): Promise<void> => {
    await editor.text(screen).evaluate((element, data) => {
      const clipboard = new DataTransfer()
      clipboard.setData('text/html', data)
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
      )
    }, html)
  }

  hall.step('they sit down', async () => {
    village = await hall.openVillage()
    evening = await openEvening(village)
    const before = await openRecorder(evening.facilitator, evening.meetingId)
    before.turn('李婶', '路灯从开春就不亮。')
    await before.saved()
    before.close()
    const sit = async (who: string): Promise<Screen> => {
      const { cookie } = await village.as(who)
      const screen = await hall.sit(who, village.url, DESK, { cookie })
      screen.expect(NOT_RUN)
      await screen.go(`/desk/meeting/${evening.meetingId}`)
      await editor.text(screen).waitFor()
      return screen
    }
    one = await sit('陈晓')
    other = await sit('孙丽')
  })

  hall.step('each sees where the other writes, under the name of the log-in', async () => {
    await editor.goTo(one, '路灯')
    await other.page.locator('.caret b').filter({ hasText: '陈晓' }).waitFor()
    await editor.goTo(other, '路灯')
    await one.page.locator('.caret b').filter({ hasText: '孙丽' }).waitFor()
  })

  hall.step('undo takes back one’s own words and leaves the other’s', async () => {
    await one.page.keyboard.insertText('一号')
    await expect.poll(() => editor.linesOn(other), PATIENCE).toContain('李婶：路灯从开春就不亮。一号')
    await other.page.keyboard.insertText('二号')
    await expect.poll(() => editor.linesOn(one).then(String), PATIENCE).toContain('二号')
    await press(one, 'Control+z')
    await expect.poll(both, PATIENCE).toEqual(alike('李婶：路灯从开春就不亮。二号'))
    // Nothing of one's own is left to take back.
    await press(one, 'Control+z')
    await press(one, 'Control+y')
    await expect.poll(both, PATIENCE).toEqual(alike('李婶：路灯从开春就不亮。一号二号'))
  })

  hall.step('nobody’s undo takes away the stretch of the agenda item that has begun', async () => {
    const { facilitator, meetingId, agenda } = evening
    await facilitator.must('start-agenda-item', { meetingId, agendaItemId: agenda[0] })
    const stretches = (): Promise<number[]> =>
      Promise.all([one, other].map((screen) => editor.text(screen).locator('section').count()))
    await expect.poll(stretches, PATIENCE).toEqual([2, 2])
    for (const screen of [one, other]) {
      await editor.text(screen).focus()
      for (let more = 0; more < 3; more++) await press(screen, 'Control+z')
      for (let more = 0; more < 3; more++) await press(screen, 'Control+y')
    }
    await Promise.all([one, other].map(editor.allSaved))
    expect(await stretches()).toEqual([2, 2])
    await expect.poll(both, PATIENCE).toEqual(alike('李婶：路灯从开春就不亮。一号二号'))
  })

  hall.step('what is pasted is one step of undo', async () => {
    await editor.text(one).focus()
    await press(one, 'Control+End')
    await pasted(
      one,
      '<p class=MsoNormal>张三：换三盏灯。<o:p></o:p></p><p class=MsoNormal onclick="x()">散会。</p>',
    )
    const line = '李婶：路灯从开春就不亮。一号二号'
    await expect.poll(both, PATIENCE).toEqual(alike(line, '张三：换三盏灯。', '：散会。'))
    await press(one, 'Control+z')
    await expect.poll(both, PATIENCE).toEqual(alike(line))
  })

  hall.step('earlier states open and close by keys, and the caret is back in the text', async () => {
    await press(one, 'Alt+h')
    await one.page.getByRole('dialog', { name: words.history }).waitFor()
    await press(one, 'Escape')
    await one.page.getByRole('dialog').waitFor({ state: 'hidden' })
    const isBack = await editor.text(one).evaluate((element) => element.contains(document.activeElement))
    expect(isBack).toBe(true)
  })

  hall.step('Escape leaves the minutes, and the next letter is a key and not a word', async () => {
    await editor.text(one).focus()
    await press(one, 'Escape')
    expect(await editor.text(one).evaluate((element) => element.contains(document.activeElement))).toBe(false)
    await press(one, 'k')
    await expect.poll(() => one.page.evaluate(() => document.activeElement?.tagName), PATIENCE).toBe('INPUT')
    expect(String(await editor.linesOn(one))).not.toContain('k')
  })

  hall.step('they go home', async () => {
    await hall.leave('陈晓')
    await hall.leave('孙丽')
  })
})
