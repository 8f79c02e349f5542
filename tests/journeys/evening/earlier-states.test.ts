import { describe, expect } from 'vitest'
import { textOf } from '../../../shared/minutes/anchors.ts'
import type { RenderedMinutes } from '../../../shared/minutes/minutes.ts'
import { minutes as words } from '../../../web/words/meeting.zh-Hans.ts'
import { DESK, type Screen } from '../../support/hands/browser.ts'
import * as editor from '../../support/hands/editor-hands.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { openRecorder } from '../../support/peers/recorder.ts'
import { openEvening, type Evening, type Village } from '../../support/villages/village.ts'

const MINUTE_MS = 60_000
const FIRST = ['李婶：路灯从开春就不亮。', '王建国：坏的三盏都换掉。']
const SECOND = ['张三：桥边的栏杆松了。', '李婶：孩子天天从那里过。']
const NAME = '念给大家听的一稿'

describe('a whole agenda item is deleted by accident', () => {
  const hall = new Hall()
  let village: Village
  let evening: Evening
  let one: Screen
  let other: Screen
  const both = (): Promise<string[][]> => Promise.all([one, other].map(editor.linesOn))
  const alike = (...lines: string[]): string[][] => [lines, lines]
  const panel = ({ page }: Screen) => page.getByRole('dialog', { name: words.history })
  const press = async (screen: Screen, ...keys: string[]): Promise<void> => {
    for (const key of keys) await screen.page.keyboard.press(key)
  }
  const onThePhones = async (): Promise<string[]> => {
    const { placeId } = village
    const path = `/api/places/${placeId}/meetings/${evening.meetingId}/minutes`
    const { sections }: RenderedMinutes = await evening.facilitator.read(path)
    return sections.flatMap(({ lines }) => lines.map((line) => `${line.speaker ?? ''}：${textOf(line)}`))
  }
  const write = async (agendaItemId: string, lines: readonly string[]): Promise<void> => {
    const seat = await openRecorder(evening.facilitator, evening.meetingId)
    seat.section(agendaItemId)
    for (const line of lines) {
      const [speaker, said] = line.split('：')
      seat.turn(speaker!, said!)
    }
    await seat.saved()
    seat.close()
  }

  hall.step('they sit down at a text of two agenda items', async () => {
    village = await hall.openVillage()
    evening = await openEvening(village)
    const { facilitator, meetingId, agenda } = evening
    await write(agenda[0]!, FIRST)
    village.clock.advance(11 * MINUTE_MS)
    await facilitator.must('start-agenda-item', { meetingId, agendaItemId: agenda[1] })
    village.clock.advance(MINUTE_MS)
    await write(agenda[1]!, SECOND)
    village.clock.advance(11 * MINUTE_MS)
    const sit = async (who: string): Promise<Screen> => {
      const { cookie } = await village.as(who)
      const screen = await hall.sit(who, village.url, DESK, { cookie })
      await screen.go(`/desk/meeting/${meetingId}`)
      await editor.text(screen).waitFor()
      return screen
    }
    one = await sit('陈晓')
    other = await sit('孙丽')
    await expect.poll(both, PATIENCE).toEqual(alike(...FIRST, ...SECOND))
  })

  hall.step('one deletes the first item without noticing', async () => {
    const lines = editor.text(one).locator('section').first().getByRole('paragraph')
    // Letter by letter, and behind the last one the name.
    const wipe = async (line: number): Promise<number> => {
      await lines.nth(line).click()
      await press(one, 'End', 'Backspace')
      return (await editor.linesOn(one)).length
    }
    for (const line of FIRST.keys())
      await expect.poll(() => wipe(line), { ...PATIENCE, interval: 10 }).toBe(3 - line)
    await editor.allSaved(one)
    await expect.poll(both, PATIENCE).toEqual(alike(...SECOND))
    village.clock.advance(MINUTE_MS)
  })

  hall.step('the other finds the text as it was, and sees what is gone', async () => {
    await editor.text(other).focus()
    await press(other, 'Alt+h')
    const points = panel(other).getByRole('listitem').getByRole('button')
    await points
      .filter({ hasText: '19:12' })
      .filter({ hasText: words.pointKind('time') })
      .click()
    await panel(other)
      .getByRole('status')
      .filter({ hasText: words.changes(2) })
      .waitFor()
    expect(await panel(other).locator('del').allTextContents()).toEqual(FIRST)
  })

  hall.step('the first names that state, and the other sees the name come', async () => {
    await editor.text(one).focus()
    await press(one, 'Alt+h')
    await panel(one).getByRole('button', { name: /19:12/ }).click()
    await panel(one).getByLabel(words.namePoint).fill(NAME)
    await press(one, 'Enter')
    for (const screen of [one, other])
      await panel(screen)
        .getByRole('button', { name: new RegExp(`${NAME}.*陈晓`) })
        .waitFor()
    await press(one, 'Escape')
    await panel(one).waitFor({ state: 'hidden' })
  })

  hall.step('what the first writes meanwhile stays when the other restores', async () => {
    await editor.writeLine(one, '赵姐', 'qianniandezhang', '前年的账还没有贴。')
    await editor.allSaved(one)
    const now = [...SECOND, '赵姐：前年的账还没有贴。']
    await expect.poll(() => editor.linesOn(other), PATIENCE).toEqual(now)
    await panel(other).getByRole('button', { name: words.restorePoint }).click()
    const all = [...FIRST, ...now]
    await expect.poll(both, PATIENCE).toEqual(alike(...all))
    await editor.allSaved(other)
    await expect.poll(onThePhones, PATIENCE).toEqual(all)
    await other.page.getByRole('button', { name: words.undo, exact: true }).waitFor()
    // One step of undo, and one of redo.
    await press(other, 'Control+z')
    await expect.poll(both, PATIENCE).toEqual(alike(...now))
    await press(other, 'Control+y')
    await expect.poll(both, PATIENCE).toEqual(alike(...all))
    await editor.allSaved(other)
  })

  hall.step('restored, it reads as it did: only what came since differs', async () => {
    await press(other, 'Alt+h')
    await panel(other)
      .getByRole('button', { name: new RegExp(NAME) })
      .click()
    await panel(other)
      .getByRole('status')
      .filter({ hasText: words.changes(1) })
      .waitFor()
    expect(await panel(other).locator('del').count()).toBe(0)
    await press(other, 'Escape')
  })

  hall.step('after signing it can be looked at and not restored', async () => {
    const { facilitator, meetingId } = evening
    await facilitator.must('close-meeting', { meetingId })
    const seat = await openRecorder(facilitator, meetingId)
    await expect.poll(() => seat.text.join(), PATIENCE).toContain('前年的账')
    const { points } = await facilitator.read(
      `/api/places/${village.placeId}/meetings/${meetingId}/minutes/history`,
    )
    expect(points.length).toBeGreaterThan(1)
    const { minutesSeq } = await facilitator.read(
      `/api/places/${village.placeId}/meetings/${meetingId}/minutes`,
    )
    seat.close()
    await facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq })
    await other.page.getByRole('button', { name: words.history }).click()
    await panel(other)
      .getByRole('button', { name: new RegExp(words.pointKind('signed')) })
      .waitFor()
    await panel(other)
      .getByRole('button', { name: new RegExp(NAME) })
      .click()
    await panel(other)
      .getByRole('status')
      .filter({ hasText: words.changes(1) })
      .waitFor()
    expect(await panel(other).getByRole('button', { name: words.restorePoint }).count()).toBe(0)
  })

  hall.step('they go home', async () => {
    await hall.leave('陈晓')
    await hall.leave('孙丽')
  })
})
