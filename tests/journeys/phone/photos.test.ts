import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { DESK, PHONE, type Screen } from '../../support/hands/browser.ts'
import { Hall } from '../../support/hands/hall.ts'
import { promise } from '../../support/villages/stage.ts'
import { openEvening, type Village } from '../../support/villages/village.ts'

/** Larger than what is kept, and with the place at which it was taken. */
const photo = async (background: string) => ({
  name: 'IMG_2026.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 3200, height: 2400, channels: 3, background } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 3/1 7/1' } })
    .jpeg()
    .toBuffer(),
})

describe('a promise that is shown to be kept', () => {
  const hall = new Hall()
  const commitmentId = randomUUID()
  let village: Village
  let cadre: Screen

  hall.step('whoever reports it on a phone adds two photos, takes one out again, and sends', async () => {
    village = await hall.openVillage()
    const { facilitator, meetingId } = await openEvening(village)
    await facilitator.must('record-commitment', promise(village, { meetingId, commitmentId }))
    await facilitator.must('read-back-commitment', { commitmentId })
    await facilitator.must('confirm-commitment', { commitmentId })
    const { cookie } = await village.as('王建国')
    cadre = await hall.sit('王建国', village.url, PHONE, { cookie })
    const page = await cadre.go(`/ledger?place=${village.placeId}#${commitmentId}`)
    await page.getByRole('button', { name: '办成了', exact: true }).click()
    await page.getByLabel('办得怎么样').fill('三盏都亮了。')
    const chooser = page.getByLabel('添照片')
    await chooser.setInputFiles([await photo('#884422'), await photo('#224488')])
    await page.getByRole('img', { name: '第 2 张照片，已传好' }).waitFor()
    if (process.env['PICTURES']) await cadre.picture(`${process.env['PICTURES']}/photos-phone-form.png`)
    await page.getByRole('button', { name: '不要第 1 张' }).click()
    await page.getByRole('button', { name: '记下：办成了' }).click()
    await page.getByRole('link', { name: '打开第 1 张照片，共 1 张' }).waitFor()
    if (process.env['PICTURES']) await cadre.picture(`${process.env['PICTURES']}/photos-phone-story.png`)
  })

  hall.step(
    'everybody sees it beside the promise, without a script, and learns nothing else from it',
    async () => {
      const reader = await hall.sit('reader', village.url, PHONE, { withScripts: false })
      const page = await reader.go(`/public/${village.placeId}`)
      const seen = page.getByRole('img', { name: '办成什么样的照片，第 1 张' })
      await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320)
      if (process.env['PICTURES']) await reader.picture(`${process.env['PICTURES']}/photos-public.png`)
      const link = await page.getByRole('link', { name: '办成什么样的照片，第 1 张' }).getAttribute('href')
      const bytes = Buffer.from(await (await fetch(village.url + link)).arrayBuffer())
      const { width, height, exif } = await sharp(bytes).metadata()
      expect([width, height, exif]).toEqual([1600, 1200, undefined])
    },
  )

  hall.step('the facilitator takes it away; the story says that there was one', async () => {
    const { cookie } = await village.as('陈静')
    const desk = await hall.sit('陈静', village.url, DESK, { cookie })
    const page = await desk.go(`/ledger?place=${village.placeId}#${commitmentId}`)
    await page.getByRole('button', { name: '拿掉第 1 张' }).click()
    if (process.env['PICTURES']) await desk.picture(`${process.env['PICTURES']}/photos-desk.png`)
    await page.getByRole('button', { name: '真的拿掉，找不回来' }).click()
    await page.getByText('这张照片拿掉了').waitFor()
    const reader = await hall.sit('later', village.url, PHONE, { withScripts: false })
    const empty = await reader.go(`/public/${village.placeId}`)
    expect(await empty.getByRole('img', { name: /照片/ }).count()).toBe(0)
  })
})
