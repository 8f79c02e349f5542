import { describe, expect } from 'vitest'
import { countActions } from '../../support/hands/actions.ts'
import { DESK, PHONE, type Screen } from '../../support/hands/browser.ts'
import * as hands from '../../support/hands/desk-hands.ts'
import * as editor from '../../support/hands/editor-hands.ts'
import { Hall } from '../../support/hands/hall.ts'
import { comeIn, say, sees } from '../../support/hands/phone-hands.ts'
import { openEvening, type Evening, type Village } from '../../support/villages/village.ts'

const SAID = '路灯从开春就不亮，孩子下晚自习摸黑走。'
const PROMISE: hands.SpokenPromise = { who: '王建国', how: '联系供电所，更换 3 盏路灯', byWhen: '12月10日' }

describe('what a concern with its promise asks of whoever writes it down', () => {
  const hall = new Hall()
  let village: Village
  let evening: Evening
  let recorder: Screen
  let actions: () => Promise<number>

  hall.step('a villager says it on her phone, and the recorder sits at the desk', async () => {
    village = await hall.openVillage()
    evening = await openEvening(village)
    const { cookie } = await village.as('陈晓')
    recorder = await hall.sit('陈晓', village.url, DESK, { cookie })
    await recorder.go(`/desk/meeting/${evening.meetingId}`)
    await editor.text(recorder).waitFor()
    const phone = await hall.sit('李婶', village.url, PHONE)
    await comeIn(phone, evening.code, '李婶', true)
    await say(phone, SAID, 'open')
    await hands.comment(recorder, SAID).waitFor()
  })

  hall.step('concern and promise take six actions, and one more when its owner nods', async () => {
    actions = await countActions(recorder)
    await hands.choose(recorder, SAID)
    await recorder.page.keyboard.press('c')
    await sees(hands.open(recorder), SAID)
    await recorder.page.keyboard.press('p')
    await hands.promiseAndReadBack(recorder, PROMISE)
    expect(await actions()).toBe(6)
    await hands.hit(recorder, 'y')
    await expect.poll(actions).toBe(7)
  })

  hall.step('what was typed once stands in minutes, ledger, table and public page', async () => {
    const reader = await hall.sit('reader', village.url, PHONE, { withScripts: false })
    await sees(await reader.go(`/public/${village.placeId}`), PROMISE.how)
    const table = await evening.facilitator.send('GET', `/api/places/${village.placeId}/ledger.csv`)
    for (const words of [SAID, PROMISE.how, '2026-12-10', '李婶']) expect(String(table.body)).toContain(words)
    const { page } = recorder
    await page.goto(`${village.url}/ledger`)
    await sees(page, PROMISE.how)
  })
})
