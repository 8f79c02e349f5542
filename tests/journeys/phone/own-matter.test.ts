import { randomUUID } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { describe, expect } from 'vitest'
import { matter as publicMatter } from '../../../shared/words/public.zh-Hans.ts'
import { words as box } from '../../../web/words/box/box.zh-Hans.ts'
import { words as mine } from '../../../web/words/box/mine.zh-Hans.ts'
import { PHONE, type Screen } from '../../support/hands/browser.ts'
import type { Client } from '../../support/running/client.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { sees } from '../../support/hands/phone-hands.ts'
import { uploadPhoto } from '../../support/files/photo.ts'
import { SETUP_KEY, type Instance } from '../../support/villages/village.ts'

const LAMP = '路灯从开春就不亮'
const OTHERS = ['井台边的水管漏', '晒场的秤不准', '桥栏杆松了', '戏台漏雨']

describe('a matter on the phone that raised it, in a village of one’s own', () => {
  const hall = new Hall()
  let instance: Instance
  let staff: Client, phone: Client
  let lishen: Screen
  const ids: Record<string, string> = {}
  let commitmentId = ''
  const list = () => `/mine/${staff.placeId}`
  const address = () => `${list()}/${ids[LAMP]}`
  const link = (name: string): Locator => lishen.page.getByRole('link', { name, exact: true })
  const path = () => new URL(lishen.page.url()).pathname
  const scrolled = () => lishen.page.evaluate(() => scrollY)

  hall.step('李婶 raises five matters at the evening, and 周文 promises the lamp', async () => {
    instance = await hall.openInstance()
    staff = instance.stranger()
    const founded = await staff.post('/api/setup/village', {
      ...{ villageName: '石桥村', townshipName: null, facilitatorName: '周文', loginName: 'zhouwen' },
      ...{ password: '石桥村口的老槐树底下', key: SETUP_KEY, language: 'zh-Hans' },
    })
    staff.placeId = founded.body.places.find(({ kind }: { kind: string }) => kind === 'village').id
    const meetingId = randomUUID()
    await staff.must('plan-meeting', {
      ...{ meetingId, format: 'pavilion-talk', title: '十一月凉亭夜话', onDay: '2026-11-22' },
      ...{ agenda: [{ agendaItemId: randomUUID(), title: '大家说' }] },
    })
    await staff.must('open-meeting', { meetingId })
    phone = instance.stranger()
    const { code } = (await staff.room(meetingId)).meeting
    await phone.post('/api/sessions/join', { code, name: '李婶' })
    phone.placeId = staff.placeId
    for (const text of [LAMP, ...OTHERS]) {
      const [commentId, concernId] = [randomUUID(), randomUUID()]
      ids[text] = concernId
      await phone.must('post-comment', {
        ...{ commentId, meetingId, text, lane: 'open', channel: 'phone', name: '李婶' },
      })
      await staff.must('raise-concern', {
        ...{ concernId, meetingId, commentId, agendaItemId: null, text, raisedBy: '李婶', lane: 'open' },
        ...{ isAgreed: true, channel: 'meeting', gridId: null },
      })
    }
    commitmentId = randomUUID()
    await staff.must('record-commitment', {
      ...{ commitmentId, meetingId, concernId: ids[LAMP], origin: 'promise', entryId: null, limit: null },
      ...{ isOnTheSpot: false, verbatim: '我换。', ownerId: null, owner: '周文', coOwners: [] },
      ...{ measure: '联系供电所，更换 3 盏', dueOn: '2026-12-10' },
    })
    await staff.must('read-back-commitment', { commitmentId })
    await staff.must('confirm-commitment', { commitmentId })
    await staff.must('close-meeting', { meetingId })
  })

  hall.step('her matters stand in one column under three links, none of which is a tab', async () => {
    lishen = await hall.sit('李婶', instance.url, PHONE, { cookie: phone.cookie })
    const page = await lishen.go(list())
    await sees(page, mine.daysLeft(18))
    for (const name of [box.toPublic, box.boxTitle]) expect(await link(name).count()).toBe(1)
    expect(await page.getByRole('button', { name: box.bigLetters }).count()).toBe(1)
    await expect.poll(() => page.getByRole('article').count(), PATIENCE).toBe(5)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBe(PHONE.width)
  })

  hall.step(
    'a matter tells its story on a page of its own, and the way back leads to where she was',
    async () => {
      const { page } = lishen
      const opening = page.locator(`a[href="${list()}/${ids[OTHERS[0]!]}"]`)
      await opening.scrollIntoViewIfNeeded()
      const top = await scrolled()
      expect(top).toBeGreaterThan(0)
      await opening.click()
      const heading = page.getByRole('heading', { level: 1 }).filter({ hasText: OTHERS[0]! })
      await heading.waitFor()
      expect(path()).toBe(`${list()}/${ids[OTHERS[0]!]}`)
      expect(await scrolled()).toBe(0)
      // Whoever listens to the page goes on at its heading, and comes back to the link.
      await expect.poll(() => heading.evaluate((one) => one === document.activeElement), PATIENCE).toBe(true)
      await page.goBack()
      await expect.poll(() => opening.evaluate((one) => one === document.activeElement), PATIENCE).toBe(true)
      await expect.poll(scrolled, PATIENCE).toBe(top)
      await opening.click()
      await heading.waitFor()
      await link(box.mineTitle).click()
      await expect.poll(path, PATIENCE).toBe(list())
      await expect.poll(scrolled, PATIENCE).toBe(top)
    },
  )

  hall.step('its address leads there by itself, and a reload stays', async () => {
    const page = await lishen.go(address())
    await sees(page, `在十一月凉亭夜话上`)
    await sees(page, mine.promised('周文'))
    await sees(page, mine.notMoved)
    await page.reload()
    await sees(page, mine.promised('周文'))
    expect(path()).toBe(address())
    await expect.poll(() => page.title(), PATIENCE).toContain(LAMP)
  })

  hall.step('reported with photographs, it asks the two questions below its story', async () => {
    const photoIds = [await uploadPhoto(staff, commitmentId), await uploadPhoto(staff, commitmentId)]
    await staff.must('report-done', { commitmentId, report: '三盏都换好了', photoIds })
    const { page } = lishen
    await page.reload()
    await sees(page, '三盏都换好了')
    await expect.poll(() => page.getByRole('img').count(), PATIENCE).toBe(2)
    await sees(page, mine.silence.split('，')[0]!)
    expect(await page.getByRole('button', { name: mine.judge }).count()).toBe(0)
    await page.getByRole('radio', { name: mine.done.done, exact: true }).check({ force: true })
    await page.reload()
    // What was chosen and not sent outlives the page.
    await page.getByRole('button', { name: mine.judge }).waitFor()
    await page.getByRole('radio', { name: mine.satisfied.satisfied, exact: true }).check({ force: true })
    await page.getByRole('button', { name: mine.judge }).click()
    await sees(page, mine.youSaid(mine.done.done, mine.satisfied.satisfied))
    await link(box.mineTitle).click()
    await sees(page, mine.youSaid(mine.done.done, mine.satisfied.satisfied))
  })

  hall.step('a phone that did not raise it is told so, and shown what everybody may read', async () => {
    const other = await hall.sit('赵姐', instance.url, PHONE)
    const page = await other.go(address())
    await sees(page, mine.notHere)
    expect(await page.getByText(LAMP).count()).toBe(0)
    await page.getByRole('link', { name: box.mineTitle }).last().click()
    await sees(page, mine.none)
    await page.getByRole('link', { name: box.toPublic }).click()
    await sees(page, LAMP)
    await page.getByRole('link', { name: LAMP }).first().click()
    await page.getByRole('button', { name: publicMatter.addVoice }).click()
    // The voice leads to the matter on her own phone.
    await page.getByRole('link', { name: publicMatter.toMine }).click()
    await sees(page, '您也说过一声')
    expect(new URL(page.url()).pathname).toBe(address())
  })

  hall.step('a page whose files do not arrive says so, and comes when it is asked again', async () => {
    const slow = await hall.sit('李婶 on a bad line', instance.url, PHONE, { cookie: phone.cookie })
    slow.expect(/Failed to load resource|Failed to fetch/)
    const { context } = slow
    const files = /assets\/opened-/
    await context.route(files, (route) => route.abort())
    const page = await slow.go(address())
    await sees(page, box.cutOff)
    const again = page.getByRole('button', { name: box.retry })
    await again.waitFor()
    await context.unroute(files)
    // It is tried on by itself, too, and may be there before the button is pressed.
    await again.click({ timeout: 1_000 }).catch(() => {})
    await page.getByRole('heading', { level: 1 }).filter({ hasText: LAMP }).waitFor()
    expect(new URL(page.url()).pathname).toBe(address())
  })
})
