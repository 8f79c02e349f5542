import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { waiting } from '../../../web/words/ledger/parts.zh-Hans.ts'
import { DESK, type Screen } from '../../support/hands/browser.ts'
import { Hall } from '../../support/hands/hall.ts'
import { matter } from '../../support/villages/stage.ts'
import { openEvening, type Village } from '../../support/villages/village.ts'

describe('what a hand-up asks of the township', () => {
  const hall = new Hall()
  let village: Village
  let township: Screen

  hall.step('a village hands up two matters', async () => {
    village = await hall.openVillage()
    const { facilitator, meetingId } = await openEvening(village)
    const recorder = await village.as('陈晓')
    for (const text of ['下河桥栏杆断了两根', '机井电费账对不上']) {
      const concernId = randomUUID()
      await recorder.must('raise-concern', matter(meetingId, { concernId, text }))
      await facilitator.must('offer-matter', {
        concernId,
        toPlaceId: village.townshipId,
        reason: '村里修不了。',
      })
    }
  })

  hall.step('the township opens its ledger and answers one by two actions', async () => {
    const { cookie } = await village.as('赵明')
    township = await hall.sit('赵明', village.url, DESK, { cookie })
    const { page } = township
    await township.go(`/ledger?place=${village.townshipId}`)
    const boxes = page.getByRole('checkbox')
    await boxes.first().waitFor()
    expect(await boxes.count()).toBe(2)
    let actions = 0
    await boxes.first().click()
    actions++
    await page.getByRole('button', { name: waiting.accept(1) }).click()
    actions++
    await expect.poll(() => boxes.count()).toBe(1)
    expect(actions).toBeLessThanOrEqual(3)
  })

  hall.step('no row becomes a column of one character, neither now nor at other widths', async () => {
    const { page } = township
    for (const width of [360, 760, 1024, 1366, 1920]) {
      await page.setViewportSize({ width, height: 768 })
      const narrow = await page
        .locator('[data-row] b')
        .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().width < 80).length)
      expect(narrow, `at ${width}`).toBe(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
  })
})
