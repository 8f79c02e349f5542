import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { borrowBrowser, DESK, giveBack, openScreen, PHONE, type Screen } from '../../support/hands/browser.ts'
import { matter } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

describe('a cadre walks, and what was heard at a door is asked for only once', () => {
  const ends: (() => Promise<void>)[] = []
  let browser: Browser
  let village: Village
  let evening: Evening
  let phone: Screen
  let desk: Screen

  beforeAll(async () => {
    browser = await borrowBrowser()
    village = await openVillage({ withPages: true, atEnd: (end) => ends.push(end) })
    // Browsers have no clock but the real one.
    village.clock.set(new Date().toISOString())
    evening = await openEvening(village)
    const recorder = await village.as('陈晓')
    for (const text of ['村口的路灯从开春就不亮', '村口路灯又坏了，晚上不亮', '村口的路灯晚上还是不亮'])
      await recorder.must('raise-concern', matter(evening.meetingId, { concernId: randomUUID(), text }))
    phone = await openScreen(browser, village.url, PHONE, { cookie: (await village.as('王建国')).cookie })
    desk = await openScreen(browser, village.url, DESK, { cookie: evening.facilitator.cookie })
  })
  afterAll(async () => {
    await giveBack(browser)
    for (const end of ends) await end()
  })

  test('what is noted without a line is kept, and sent once when there is one', async () => {
    const page = await phone.go('/desk/visits')
    await page.getByRole('button', { name: '记一次走访' }).click()
    await page.getByLabel('看的是谁').fill('孙大伯')
    await page.getByLabel('说的、要的').fill('屋顶漏雨，请村里看看\n低保的手续怎么办')
    await phone.cutOff()
    await page.getByRole('button', { name: '存下' }).click()
    await page.getByText('还没送出去').waitFor()
    await phone.reconnect()
    await page.getByRole('heading', { name: '孙大伯' }).waitFor()
    phone.lineIsWell()
    expect(await page.getByText('还没送出去').count()).toBe(0)
    const cadre = await village.as('王建国')
    const { visits } = await cadre.read(`/api/places/${village.placeId}/visits`)
    expect(visits).toMatchObject([{ visited: '孙大伯', need: '屋顶漏雨，请村里看看\n低保的手续怎么办' }])
  })

  test('a line becomes a matter without a letter typed, and nobody else reads the note', async () => {
    const { page } = phone
    await page.getByRole('button', { name: '把“屋顶漏雨，请村里看看”立成一件事' }).click()
    await page.getByRole('button', { name: '立下' }).click()
    await page.getByText('第 4 号 · 等着落').waitFor()
    const recorder = await village.as('陈晓')
    expect((await recorder.read(`/api/places/${village.placeId}/visits`)).visits).toEqual([])
    const alike = await village
      .stranger()
      .read(`/api/places/${village.placeId}/alike?q=${encodeURIComponent('屋顶漏雨')}`)
    expect(alike.matters).toMatchObject([{ no: 4 }])
    expect(JSON.stringify(alike)).not.toContain('孙大伯')
  })

  test('who writes down what was asked before adds a voice to it', async () => {
    const page = await desk.go(`/desk/meeting/${evening.meetingId}`)
    await page.locator('.ProseMirror').click()
    await page.keyboard.type('李婶：村口路灯不亮')
    await page.keyboard.press('Alt+c')
    await page.getByText('以前说过相近的事').waitFor()
    await page.getByRole('button', { name: '把这个声音加到第 1 号' }).click()
    await page.getByText('加进第 1 号了').waitFor()
    const { concerns } = await evening.facilitator.room(evening.meetingId)
    expect(concerns.find(({ no }: { no: number }) => no === 1)).toMatchObject({ voices: 2 })
    expect(concerns.find(({ no }: { no: number }) => no === 5)).toMatchObject({
      state: 'merged',
      raisedBy: '李婶',
      text: '村口路灯不亮',
    })
  })

  test('what is said again and again stands on the desk and on the ledger', async () => {
    for (const address of ['/desk', '/ledger']) {
      const page = await desk.go(address)
      await page.getByText('这些事一再有人说').waitFor()
      await page.getByText('说了 4 回').waitFor()
    }
  })

  test('a kind of matter is written and read by everybody, also without scripts', async () => {
    const page = await desk.go('/desk/catalogue')
    await page.getByRole('button', { name: '加一类事' }).click()
    await page.getByLabel('哪一类事').fill('路灯报修')
    await page.getByLabel('找谁').fill('村委会')
    await page.getByLabel('怎么办', { exact: true }).fill('说清哪一盏，村里找电工。')
    await page.getByRole('button', { name: '存成新的一版' }).click()
    await page.getByText('第 1 版').waitFor()
    const stranger = await openScreen(browser, village.url, PHONE, { withScripts: false })
    const read = await stranger.go(`/public/${village.placeId}/catalogue`)
    await read.getByText('路灯报修').waitFor()
    expect(await read.getByText('5 个工作日').count()).toBe(1)
    expect((await read.goto(`${village.url}/public/${village.placeId}/catalogue?version=9`))?.status()).toBe(
      404,
    )
    stranger.expect(/404/)
    await stranger.context.close()
  })

  test('a market day is marked, and days are counted by it', async () => {
    const page = await desk.go('/desk/days')
    await page.getByRole('button', { name: '下个月' }).click()
    const day = page.locator('.month button:not(.rest)').nth(5)
    const label = await day.getAttribute('aria-label')
    await day.click()
    await page.getByLabel('为什么').fill('逢五赶集')
    await page.getByRole('button', { name: '标上' }).click()
    await page.getByText('标好了').waitFor()
    await page.getByText('还没公布').first().waitFor()
    const { own } = await evening.facilitator.read(`/api/places/${village.placeId}/calendar`)
    expect(own).toMatchObject([{ source: '逢五赶集', days: [{ kind: 'rest' }] }])
    expect(label).toContain('上班')
  })

  test('a group is added and taken away, and its key is never shown', async () => {
    const page = await desk.go('/desk/robots')
    const key = 'a'.repeat(28) + 'b7c9'
    await page.getByLabel('机器人的地址').fill(`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`)
    await page.getByRole('button', { name: '加上' }).click()
    await page.getByText('尾号 b7c9').waitFor()
    expect(await page.content()).not.toContain(key)
    await page.getByRole('button', { name: /拿掉/ }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '拿掉' }).click()
    await page.getByText('还没有加过群').waitFor()
  })

  test('no page complained', () => {
    expect([phone.problems, desk.problems]).toEqual([[], []])
  })
})
