import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { alike, claim, hand, myPromise } from '../../../web/words/phone/villagers.zh-Hans.ts'
import { sentences as refusals } from '../../../shared/words/refusals.zh-Hans.ts'
import { matter as publicMatter } from '../../../shared/words/public.zh-Hans.ts'
import { words as box } from '../../../web/words/box/box.zh-Hans.ts'
import { inbox } from '../../../web/words/desk/home.zh-Hans.ts'
import { words as mine } from '../../../web/words/box/mine.zh-Hans.ts'
import { words as phoneWords } from '../../../web/words/phone/phone.zh-Hans.ts'
import { DESK, PHONE, type Screen } from '../../support/hands/browser.ts'
import type { Client } from '../../support/running/client.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { comeIn, sees } from '../../support/hands/phone-hands.ts'
import { setUpVillage } from '../../support/hands/places-hands.ts'
import type { Instance, Village } from '../../support/villages/village.ts'
import { liveUntil } from '../../support/villages/weeks.ts'

const LAMP = '祠堂门口的灯泡坏了，晚上看不见台阶。'
const PHOTO = { name: 'lamp.jpg', mimeType: 'image/jpeg' }

const look = async (screen: Screen, name: string): Promise<void> => {
  if (process.env['LOOK'])
    await screen.page.screenshot({ path: `${process.env['LOOK']}/${name}.png`, fullPage: true })
}

describe('a matter of the box in a village of one’s own, judged by the phone that only has the code', () => {
  const hall = new Hall()
  let instance: Instance
  let office: Screen, lishen: Screen, zhao: Screen, son: Screen
  let staff: Client
  let meetingId = ''
  let commitmentId = ''
  let publicPath = ''
  let code = ''
  const press = ({ page }: Screen, name: string) =>
    page.getByRole('button', { name, exact: true }).first().click()
  const village = () =>
    ({ ...instance, placeId: staff.placeId, townshipId: staff.placeId }) as unknown as Village

  hall.step('周文 founds 石桥村 by its first page', async () => {
    instance = await hall.openInstance()
    office = await hall.sit('周文', instance.url, DESK)
    staff = await setUpVillage(office, instance.stranger(), {
      ...{ village: '石桥村', who: '周文', loginName: 'zhouwen', password: '石桥村口的老槐树底下' },
    })
  })

  hall.step('李婶 puts it into the box by the short address, and only she and the staff see it', async () => {
    const sheet = await office.context.newPage()
    await sheet.goto(`${instance.url}/public/${staff.placeId}/box`)
    const typed = await sheet.locator('a.address').innerText()
    expect(new URL(typed).pathname).toMatch(/^\/b\/.{5}$/)
    await sheet.close()
    lishen = await hall.sit('李婶', instance.url, PHONE)
    const page = await lishen.go(new URL(typed).pathname)
    await page.getByRole('radio', { name: box.laneMasked }).check({ force: true })
    // Whoever begins to write is given a key; nobody writes a sentence faster than it comes.
    const key = page.waitForResponse((answer) => answer.url().endsWith('/api/sessions/key'))
    await page.getByLabel(box.whatToSay).fill(LAMP)
    await key
    await press(lishen, box.sendMasked)
    await sees(page, box.sent)
    await page.getByRole('link', { name: box.toMine(1) }).click()
    await sees(page, mine.notPublic)
    await look(lishen, 'mine-held-back')
  })

  hall.step(
    'the staff record it, and a neighbour who writes the same adds her voice on her phone',
    async () => {
      await office.page.reload()
      await sees(office.page, LAMP)
      await office.page.keyboard.press('j')
      await office.page.keyboard.press('y')
      await sees(office.page, inbox.state.recorded)
      zhao = await hall.sit('赵姐', instance.url, PHONE)
      const page = await zhao.go(`/say/${staff.placeId}`)
      await page.getByLabel(box.whatToSay).fill('祠堂门口的灯泡坏了')
      await page.getByRole('button', { name: alike.addVoiceTo(1) }).click()
      await sees(page, alike.voiceAdded(1))
      await look(zhao, 'box-voice-added')
      await page.reload()
      await lishen.page.getByRole('button', { name: mine.lookAgain }).click()
      await sees(lishen.page, mine.voices(2))
    },
  )

  hall.step('at the evening 周文 promises it, it is read out, and the clock runs', async () => {
    meetingId = randomUUID()
    await staff.must('plan-meeting', {
      ...{ meetingId, format: 'pavilion-talk', title: '十一月凉亭夜话', onDay: '2026-11-22' },
      ...{ agenda: [{ agendaItemId: randomUUID(), title: '大家说' }] },
    })
    await staff.must('open-meeting', { meetingId })
    const room = await staff.room(meetingId)
    await comeIn(lishen, room.meeting.code, '李婶', true)
    const [matter] = (await staff.read(`/api/places/${staff.placeId}/inbox`)).concerns
    commitmentId = randomUUID()
    await staff.must('record-commitment', {
      ...{ commitmentId, meetingId, concernId: matter.id, origin: 'promise', entryId: null, limit: null },
      ...{ isOnTheSpot: false, verbatim: '我换，三十号以前。', ownerId: null, owner: '周文', coOwners: [] },
      ...{ measure: '换两只灯泡', dueOn: '2026-11-30' },
    })
    await staff.must('read-back-commitment', { commitmentId })
    await staff.must('confirm-commitment', { commitmentId })
    await sees(lishen.page, phoneWords.promisedBy('周文'))
    await staff.must('close-meeting', { meetingId })
    await sees(lishen.page, phoneWords.closed)
    const main = lishen.page.getByRole('link', { name: phoneWords.myMatters, exact: true })
    await expect.poll(() => main.count(), PATIENCE).toBe(1)
    await look(lishen, 'evening-over')
    await main.click()
    await sees(lishen.page, mine.promised('周文'))
  })

  hall.step(
    'a week after its day her card begins with how late it is, and so does everybody’s page',
    async () => {
      await liveUntil(village(), '2026-12-07')
      await lishen.page.reload()
      await sees(lishen.page, mine.daysLate(7))
      await sees(lishen.page, mine.pastTheDay(1))
      await look(lishen, 'mine-late')
      await lishen.page.getByRole('link', { name: mine.fromTheStart }).first().click()
      publicPath = (await lishen.page.getByRole('link', { name: mine.publicPage }).getAttribute('href'))!
      await lishen.page.goBack()
      await sees(lishen.page, mine.pastTheDay(1))
      const reader = await hall.sit('reader', instance.url, PHONE, { withScripts: false })
      const page = await reader.go(publicPath)
      await sees(page, publicMatter.daysLate(7))
      await look(reader, 'public-matter-late')
      await page.getByRole('button', { name: publicMatter.addVoice }).click()
      await sees(page, publicMatter.said.added)
      await sees(page, '3 个人说过')
      await page.getByRole('link', { name: '大字' }).click()
      await expect.poll(() => page.locator('html').getAttribute('data-mode'), PATIENCE).toBe('elder')
      await look(reader, 'public-matter-elder')
    },
  )

  hall.step('she writes the eight characters down for her son', async () => {
    const { page } = lishen
    await press(lishen, claim.give)
    const letters = page.locator('.code b')
    await expect.poll(() => letters.count(), PATIENCE).toBe(8)
    code = (await letters.allInnerTexts()).join('')
    await sees(page, claim.spoken[code[0]!]!)
    await look(lishen, 'mine-code')
    await page.reload()
    await expect.poll(async () => (await letters.allInnerTexts()).join(''), PATIENCE).toBe(code)
  })

  hall.step(
    'it is reported with a photo, and the son’s phone, which only has the code, judges it',
    async () => {
      const photoId = randomUUID()
      const image = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#112244' } })
        .jpeg()
        .toBuffer()
      const sent = await fetch(
        `${instance.url}/api/places/${staff.placeId}/commitments/${commitmentId}/photos/${photoId}`,
        {
          method: 'POST',
          headers: { 'content-type': PHOTO.mimeType, cookie: staff.cookie! },
          body: new Uint8Array(image),
        },
      )
      expect(sent.status).toBe(200)
      await staff.must('report-done', { commitmentId, report: '两只都换好了。', photoIds: [photoId] })
      son = await hall.sit('儿子', instance.url, PHONE)
      const page = await son.go(`/mine/${staff.placeId}`)
      await sees(page, mine.none)
      await page.getByLabel(claim.typeLabel).fill(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)
      await press(son, claim.typeSend)
      await sees(page, mine.stateDone)
      await sees(page, '两只都换好了。')
      await sees(page, mine.waitingForYou(1))
      await look(son, 'mine-asked')
      await page.getByRole('radio', { name: mine.done.done, exact: true }).check({ force: true })
      await page.getByRole('radio', { name: mine.satisfied.satisfied, exact: true }).check({ force: true })
      await press(son, mine.judge)
      await sees(page, mine.youSaid(mine.done.done, mine.satisfied.satisfied))
      await look(son, 'mine-judged')
    },
  )

  hall.step('her own phone shows the same answer, and the page for everybody agrees', async () => {
    await lishen.page.reload()
    await sees(lishen.page, mine.youSaid(mine.done.done, mine.satisfied.satisfied))
    const reader = await hall.sit('reader again', instance.url, DESK, { withScripts: false })
    const page = await reader.go(publicPath)
    await sees(page, publicMatter.saidDone('周文'))
    await sees(page, '两只都换好了。')
    expect(await page.getByText('李婶').count()).toBe(0)
    await look(reader, 'public-matter-desk')
  })

  hall.step('she cuts the other phone off, and its eight characters end', async () => {
    const page = await lishen.go(`/mine/${staff.placeId}`)
    await page.getByText(claim.phones).click()
    await sees(page, /接上的一部手机/)
    await look(lishen, 'mine-phones')
    await press(lishen, claim.endPhone)
    await sees(page, claim.endSure)
    await look(lishen, 'mine-phones-sure')
    await press(lishen, claim.endPhone)
    await sees(page, claim.phoneEnded)
    await sees(page, claim.give)
    son.expect(/status of 404/)
    await son.go(`/mine/${staff.placeId}`)
    await son.page.getByLabel(claim.typeLabel).fill(code)
    await press(son, claim.typeSend)
    await sees(son.page, refusals.sentences['claim-unknown'].slice(0, 6))
    expect(await son.page.getByText(LAMP).count()).toBe(0)
  })

  hall.step('every link of every public page is a thing to press, on a phone and at a desk', async () => {
    const wall = `/public/${staff.placeId}`
    const pages = [publicPath, wall, `${wall}/month/2026-12`, `${wall}/catalogue`, `${wall}/box`]
    for (const [who, view] of [
      ['phone', PHONE],
      ['desk', DESK],
    ] as const) {
      const reader = await hall.sit(who, instance.url, view, { withScripts: false })
      for (const path of pages) {
        const page = await reader.go(path)
        const small = await page.locator('a').evaluateAll((links) =>
          links
            .map((link) => ({ text: link.textContent, box: link.getBoundingClientRect() }))
            .filter(({ box: { width, height } }) => width > 0 && Math.min(width, height) < 44)
            .map(({ text, box: { width, height } }) => `${text} ${width}×${height}`),
        )
        expect([path, small]).toEqual([path, []])
        await look(reader, `public-${who}-${pages.indexOf(path)}`)
      }
    }
  })

  hall.step('who takes a matter on finds it on the same phone, and reports it from there', async () => {
    const second = randomUUID()
    await staff.must('plan-meeting', {
      ...{ meetingId: second, format: 'pavilion-talk', title: '十二月凉亭夜话', onDay: '2026-12-07' },
      ...{ agenda: [{ agendaItemId: randomUUID(), title: '大家说' }] },
    })
    await staff.must('open-meeting', { meetingId: second })
    const concernId = randomUUID()
    await staff.must('raise-concern', {
      ...{ concernId, meetingId: second, commentId: null, agendaItemId: null, text: '沟堵了' },
      ...{ raisedBy: null, lane: 'masked', isAgreed: true, channel: 'meeting', gridId: null },
    })
    await comeIn(zhao, (await staff.room(second)).meeting.code, '赵姐', true)
    const { page } = zhao
    await press(zhao, hand.take)
    await page.getByLabel(hand.how, { exact: true }).fill('周六清沟')
    await page.getByLabel(hand.byWhen, { exact: true }).fill('2026-12-13')
    await press(zhao, hand.send)
    await sees(page, hand.taken('周六清沟', '12月13日'))
    const [promise] = (await staff.room(second)).commitments
    await staff.must('read-back-commitment', { commitmentId: promise.id })
    await staff.must('confirm-commitment', { commitmentId: promise.id })
    await zhao.go(`/mine/${staff.placeId}`)
    await sees(page, mine.promisesTitle)
    await press(zhao, myPromise.later)
    await page.getByLabel(myPromise.laterDay).fill('2026-12-15')
    await page.getByLabel(myPromise.laterWhy).fill('周六有雨')
    await page.reload()
    await press(zhao, myPromise.later)
    await expect.poll(() => page.getByLabel(myPromise.laterWhy).inputValue(), PATIENCE).toBe('周六有雨')
    await look(zhao, 'mine-later')
    await press(zhao, myPromise.laterSend)
    await sees(page, myPromise.laterAsked('12月15日'))
    await press(zhao, myPromise.report)
    await page.getByLabel(myPromise.reportLabel).fill('清好了。')
    await press(zhao, myPromise.reportSend)
    await sees(page, myPromise.reportedOn('12月7日'))
    await look(zhao, 'mine-promises')
  })
})
