import { describe, expect } from 'vitest'
import { evening } from '../../../web/words/desk/evening.zh-Hans.ts'
import { minutes as words } from '../../../web/words/meeting.zh-Hans.ts'
import { DESK, type Screen } from '../../support/hands/browser.ts'
import * as hands from '../../support/hands/desk-hands.ts'
import * as editor from '../../support/hands/editor-hands.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import type { Village } from '../../support/villages/village.ts'

describe('the facilitator moves on while the recorder does something else', () => {
  const hall = new Hall()
  let village: Village
  let facilitator: Screen
  let recorder: Screen
  const movedOn = (title: string) =>
    recorder.page.getByRole('status').filter({ hasText: words.movedOn(title) })
  const hasCaret = () => editor.text(recorder).evaluate((element) => element.contains(document.activeElement))

  hall.step('an evening of three items is open, and a recorder sits at it', async () => {
    village = await hall.openVillage()
    facilitator = await hall.sit('陈静', village.url, DESK)
    await hands.logIn(facilitator, 'chenjing', 'chenjing-2026')
    const wall = await hands.plan(facilitator, '凉亭夜话', '十一月凉亭夜话', ['村里的路灯', '桥头护栏'])
    await hands.openTonight(facilitator)
    const { cookie } = await village.as('陈晓')
    recorder = await hall.sit('陈晓', village.url, DESK, { cookie })
    await recorder.go(wall.replace('/wall/', '/desk/meeting/'))
    await editor.text(recorder).waitFor()
  })

  hall.step('a recorder who has not begun to write sees it, and M follows', async () => {
    await hands.hit(facilitator, ']')
    await movedOn('村里的路灯').waitFor()
    await hands.hit(recorder, 'm')
    await recorder.page.keyboard.insertText('路灯从开春就不亮。')
    await expect.poll(() => movedOn('村里的路灯').count(), PATIENCE).toBe(0)
    await expect.poll(() => editor.linesOn(recorder), PATIENCE).toContain('：路灯从开春就不亮。')
  })

  hall.step('a recorder who types for somebody sees it, and Alt+M follows out of the field', async () => {
    const field = recorder.page.getByRole('textbox', { name: evening.sayWords })
    await field.fill('护栏松了')
    await hands.hit(facilitator, ']')
    await movedOn('桥头护栏').waitFor()
    await field.focus()
    await recorder.page.keyboard.press('Alt+m')
    await expect.poll(hasCaret, PATIENCE).toBe(true)
    await recorder.page.keyboard.insertText('护栏要换。')
    await expect.poll(() => editor.linesOn(recorder), PATIENCE).toContain('：护栏要换。')
    expect(await field.inputValue()).toBe('护栏松了')
    expect(await movedOn('桥头护栏').count()).toBe(0)
  })

  hall.step('on a narrow screen she sees it from every column', async () => {
    await recorder.page.setViewportSize({ width: 640, height: 740 })
    const tabs = recorder.page.getByRole('navigation', { name: evening.columns })
    await tabs.getByRole('button').first().click()
    await hands.hit(facilitator, '[')
    await movedOn('村里的路灯').waitFor()
    await recorder.page.getByRole('button', { name: words.goOnThere }).click()
    await expect.poll(hasCaret, PATIENCE).toBe(true)
  })

  hall.step('whoever moves the evening on is not told of it', async () => {
    await editor.text(facilitator).click()
    await hands.hit(facilitator, ']')
    await facilitator.page.getByText(evening.nowTalkingAbout('桥头护栏')).waitFor()
    expect(await facilitator.page.getByText(words.movedOn('桥头护栏')).count()).toBe(0)
  })
})
