import { randomUUID } from 'node:crypto'
import { request as send } from 'node:http'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { PhotoMaker } from '../../../server/commitments/photos/photo-making.ts'
import { sweepPhotos } from '../../../server/commitments/photos/photos.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import type { Client } from '../../support/running/client.ts'
import { promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

const SECRET = 'Xiaomi of Wang, 34.0522N'

/** A lying picture, red on the left and blue on the right, whose file says where it was taken, by what, and to turn it. */
async function photoWithPlace(): Promise<Buffer> {
  const half = (background: string) => ({
    create: { width: 1200, height: 1200, channels: 3 as const, background },
  })
  const right = await sharp(half('#0000ff')).png().toBuffer()
  return sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#ff0000' } })
    .composite([{ input: right, left: 1200, top: 0 }])
    .withExif({
      IFD0: { Make: SECRET, Copyright: SECRET },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '34/1 3/1 7/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '111/1 2/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${SECRET}</a></x:xmpmeta>`)
    .jpeg()
    .toBuffer()
}

async function openLamp() {
  const village = await openVillage()
  const evening = await openEvening(village)
  const commitmentId = randomUUID()
  const { facilitator, meetingId } = evening
  await facilitator.must('record-commitment', promise(village, { meetingId, commitmentId }))
  await facilitator.must('read-back-commitment', { commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId })
  const cadre = await village.as('王建国')
  const path = (photoId: string) =>
    `/api/places/${village.placeId}/commitments/${commitmentId}/photos/${photoId}`
  const upload = async (bytes: Buffer, { by = cadre, photoId = randomUUID(), type = 'image/jpeg' } = {}) => {
    const headers = { 'content-type': type, ...(by.cookie ? { cookie: by.cookie } : {}) }
    const answer = await fetch(village.url + path(photoId), {
      method: 'POST',
      headers,
      body: new Uint8Array(bytes),
    })
    return { photoId, status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const read = async (photoId: string, by: Client, scale = 'full') => {
    const answer = await fetch(`${village.url}/api/photos/${photoId}/${scale}`, {
      headers: by.cookie ? { cookie: by.cookie } : {},
    })
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  return { village, evening, facilitator, cadre, commitmentId, path, upload, read }
}

describe('a photo that shows how a promise stands', () => {
  test('is turned upright, made smaller, and tells nothing of where and by what it was taken', async () => {
    const taken = await photoWithPlace()
    const before = await sharp(taken).metadata()
    expect(before).toMatchObject({ orientation: 6, exif: expect.anything(), xmp: expect.anything() })
    expect(taken.includes(SECRET)).toBe(true)

    const { cadre, commitmentId, upload, read, village } = await openLamp()
    const { photoId, body } = await upload(taken)
    expect(body).toEqual({ photoId, width: 800, height: 1600 })
    await cadre.must('report-done', { commitmentId, report: '三盏都亮了。', photoIds: [photoId] })
    for (const scale of ['full', 'small']) {
      const { bytes, headers } = await read(photoId, village.stranger(), scale)
      expect(headers.get('content-type')).toBe('image/jpeg')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('private, no-cache')
      const after = await sharp(bytes).metadata()
      for (const name of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'] as const)
        expect(after[name], name).toBeUndefined()
      expect(bytes.includes(SECRET)).toBe(false)
      expect(bytes.includes('Exif')).toBe(false)
      const [width, height] = scale === 'full' ? [800, 1600] : [160, 320]
      expect(after).toMatchObject({ width, height, format: 'jpeg' })
      // Turned by a quarter to the right, what lay on the left stands at the top.
      const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
      expect([data[0]! > 200, data[2]! < 60, data.at(-3)! < 60, data.at(-1)! > 200]).toEqual(
        Array(4).fill(true),
      )
    }
  })

  test('is seen by its bringer alone until a report brings it, and by everybody after that', async () => {
    const { cadre, facilitator, commitmentId, upload, read, village } = await openLamp()
    const { photoId } = await upload(await photoWithPlace())
    expect((await read(photoId, cadre)).status).toBe(200)
    for (const other of [facilitator, village.stranger()])
      expect((await read(photoId, other)).status).toBe(404)
    await cadre.must('add-evidence', { commitmentId, evidence: '换了一盏', photoIds: [photoId] })
    expect((await read(photoId, village.stranger())).status).toBe(200)
    const ledger = await village.stranger().read(`/api/places/${village.placeId}/ledger`)
    expect(ledger.photos).toMatchObject([{ id: photoId, commitmentId, isRemoved: false }])
    const again = await cadre.command('add-evidence', {
      commitmentId,
      evidence: '又一次',
      photoIds: [photoId],
    })
    expect(again.body).toMatchObject({ refused: 'not-found', field: 'photoIds/0' })
  })

  test('goes with a report only for the promise and by the person for which it came', async () => {
    const { facilitator, cadre, commitmentId, upload, village } = await openLamp()
    const { photoId } = await upload(await photoWithPlace())
    const wish = { commitmentId, evidence: '回单', photoIds: [photoId] }
    expect((await facilitator.command('add-evidence', wish)).body.refused).toBe('not-found')
    const twice = { ...wish, photoIds: [photoId, photoId] }
    expect((await cadre.command('add-evidence', twice)).status).toBe(400)
    const five = { ...wish, photoIds: Array.from({ length: 5 }, () => randomUUID()) }
    expect((await cadre.command('add-evidence', five)).status).toBe(400)
    // The same photo again, as after an answer that was lost.
    const bytes = await photoWithPlace()
    expect((await upload(bytes, { photoId })).status).toBe(200)
    expect((await upload(bytes, { photoId, by: facilitator })).body['refused']).toBe('already-exists')
    const phone = village.stranger()
    expect((await upload(bytes, { by: phone })).status).toBe(401)
  })

  test('that the staff take away is gone, and that there was one stays', async () => {
    const { cadre, facilitator, commitmentId, upload, read, village } = await openLamp()
    const { photoId } = await upload(await photoWithPlace())
    expect((await facilitator.command('remove-photo', { photoId })).body.refused).toBe('not-found')
    await cadre.must('report-done', { commitmentId, report: '好了。', photoIds: [photoId] })
    expect((await cadre.command('remove-photo', { photoId })).body.refused).toBe('not-allowed')
    await facilitator.must('remove-photo', { photoId })
    for (const scale of ['full', 'small']) expect((await read(photoId, facilitator, scale)).status).toBe(404)
    const ledger = await cadre.read(`/api/places/${village.placeId}/ledger`)
    expect(ledger.photos).toMatchObject([{ id: photoId, isRemoved: true }])
    expect((await facilitator.command('remove-photo', { photoId })).body.refused).toBe('not-found')
  })

  test('that no report brings is swept away after a day', async () => {
    const { cadre, commitmentId, upload, read, village } = await openLamp()
    const [kept, left] = [await upload(await photoWithPlace()), await upload(await photoWithPlace())]
    await cadre.must('add-evidence', { commitmentId, evidence: '换了一盏', photoIds: [kept.photoId] })
    village.clock.advance(23 * 3_600_000)
    await sweepPhotos(village.context, village.placeId)
    expect((await read(left.photoId, cadre)).status).toBe(200)
    village.clock.advance(2 * 3_600_000)
    await sweepPhotos(village.context, village.placeId)
    expect((await read(left.photoId, cadre)).status).toBe(404)
    expect((await read(kept.photoId, cadre)).status).toBe(200)
    expect(
      await village.context.database.reader.selectFrom('photoBytes').select('scale').execute(),
    ).toHaveLength(2)
  })
})

describe('what is no photo', () => {
  test('is known by looking into it, not by its name', async () => {
    const { upload } = await openLamp()
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/passwd"/></svg>'
    const good = await photoWithPlace()
    const bad: [Buffer, string][] = [
      [Buffer.from('<html><script>alert(1)</script>'), 'image/jpeg'],
      [Buffer.from(svg), 'image/png'],
      [
        await sharp(good)
          .tiff()
          .toBuffer()
          .catch(() => Buffer.from('II*\0')),
        'image/jpeg',
      ],
      [good.subarray(0, good.length / 2), 'image/jpeg'],
      [Buffer.alloc(0), 'image/jpeg'],
    ]
    for (const [bytes, type] of bad)
      expect((await upload(bytes, { type })).body['refused'], bytes.subarray(0, 9).toString()).toMatch(
        /photo-unreadable|field/,
      )
    expect((await upload(good, { type: 'image/svg+xml' })).status).toBe(200)
  })

  test('nor what unpacks to more than any phone takes, nor a file of more than eight megabytes', async () => {
    const bomb = await sharp({ create: { width: 8_200, height: 8_200, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await new PhotoMaker().make(bomb)).toEqual({ refused: 'photo-too-large', field: 'photo' })
    const { upload } = await openLamp()
    const large = await upload(Buffer.alloc(8 * 1024 * 1024 + 1))
    expect(large.status).toBeGreaterThanOrEqual(400)
    expect(large.body['refused']).toBe('photo-too-large')
  })

  test('PNG and WebP are photos too, and what they let shine through becomes white', async () => {
    const clear = sharp({ create: { width: 40, height: 30, channels: 4, background: '#0000' } })
    for (const bytes of [await clear.clone().png().toBuffer(), await clear.clone().webp().toBuffer()]) {
      const made = await new PhotoMaker().make(bytes)
      if (isRefusal(made)) throw new Error(`expected a photo, found ${made.refused}`)
      expect([made.width, made.height]).toEqual([40, 30])
      expect((await sharp(made.full).raw().toBuffer())[0]).toBeGreaterThan(250)
    }
  })
})

/** How somebody is answered who says that eight megabytes are coming, and sends none of them. */
const answerBeforeTheBody = (url: string, cookie: string | null): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'image/jpeg',
      'content-length': 8_000_000,
      ...(cookie ? { cookie } : {}),
    }
    const uploading = send(url, { method: 'POST', headers }, ({ statusCode }) => {
      resolve(statusCode!)
      uploading.destroy()
    })
    uploading.on('error', reject)
    uploading.flushHeaders()
  })

test('nothing is read of a photo from whoever may not bring one', async () => {
  const { village, path } = await openLamp()
  const url = village.url + path(randomUUID())
  expect(await answerBeforeTheBody(url, null)).toBe(401)
  expect(await answerBeforeTheBody(url, (await village.as('周志强')).cookie)).toBe(403)
  expect(await answerBeforeTheBody(`${village.url}${path('no-id')}`, null)).toBe(404)
})
