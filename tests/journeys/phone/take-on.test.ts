import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import { hand, myPromise } from '../../../web/words/phone/villagers.zh-Hans.ts'
import { words as phoneWords } from '../../../web/words/phone/phone.zh-Hans.ts'
import { PHONE, type Screen } from '../../support/hands/browser.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { comeIn, sees } from '../../support/hands/phone-hands.ts'
import { matter } from '../../support/villages/stage.ts'
import { openEvening, type Evening } from '../../support/villages/village.ts'

const DITCH = '井台边的沟堵了，一下雨就漫出来。'

describe('a matter that somebody in the hall takes on', () => {
  const hall = new Hall()
  let evening: Evening
  let placeId = ''
  let phone: Screen
  const concernId = randomUUID()
  const press = (name: string) => phone.page.getByRole('button', { name, exact: true }).click()
  const tonight = async () => (await evening.facilitator.room(evening.meetingId)).commitments

  hall.step('李婶 came in without a name, and finds what waits for a hand', async () => {
    const village = await hall.openVillage()
    placeId = village.placeId
    evening = await openEvening(village)
    phone = await hall.sit('李婶', village.url, PHONE)
    await comeIn(phone, evening.code, null, true)
    expect(await phone.page.getByText(hand.handTitle).count()).toBe(0)
    await evening.facilitator.must('raise-concern', matter(evening.meetingId, { concernId, text: DITCH }))
    await sees(phone.page, hand.handTitle)
    await sees(phone.page, DITCH)
  })

  hall.step('she is asked for her name, how and by which day, and nothing goes out before', async () => {
    const { page } = phone
    await press(hand.take)
    await press(hand.send)
    await sees(page, hand.missing.who)
    await page.getByLabel(hand.who, { exact: true }).fill('李婶')
    await press(hand.send)
    await sees(page, hand.missing.how)
    await page.getByLabel(hand.how, { exact: true }).fill('周六带两个人清沟')
    await press(hand.send)
    await sees(page, hand.missing.byWhen)
    await page.getByLabel(hand.byWhen, { exact: true }).fill('2026-11-21')
    await press(hand.send)
    await sees(page, hand.missing.past)
    expect(await tonight()).toEqual([])
    if (process.env['LOOK']) await phone.picture(`${process.env['LOOK']}/take-on.png`)
  })

  hall.step('what she takes on waits to be read out, and a line that was down doubles nothing', async () => {
    const { page } = phone
    await page.getByLabel(hand.byWhen, { exact: true }).fill('2026-11-28')
    await phone.cutOff()
    await press(hand.send)
    await sees(page, hand.notSent)
    await phone.reconnect()
    await press(hand.send)
    await sees(page, hand.taken('周六带两个人清沟', '11月28日'))
    phone.lineIsWell()
    if (process.env['LOOK']) await phone.picture(`${process.env['LOOK']}/taken-on.png`)
    expect(await tonight()).toMatchObject([
      { concernId, origin: 'taken-on', owner: '李婶', measure: '周六带两个人清沟', state: 'spoken' },
    ])
    expect(await page.getByText(hand.handTitle).count()).toBe(0)
  })

  hall.step('it is read out, she nods, and it stands among the promises of the evening', async () => {
    const [{ id: commitmentId } = { id: '' }] = await tonight()
    await evening.facilitator.must('read-back-commitment', { commitmentId })
    await evening.facilitator.must('confirm-commitment', { commitmentId })
    await sees(phone.page, phoneWords.promisedBy('李婶'))
    await expect
      .poll(() => phone.page.getByText(hand.taken('周六带两个人清沟', '11月28日')).count(), PATIENCE)
      .toBe(0)
  })

  const LAMP = '桥头的灯不亮。'
  const lampId = randomUUID()
  const NOT_STANDING = hand.dropped('周日换个灯泡')

  hall.step('what the desk drops she is told does not stand, and so after a reload', async () => {
    const { page } = phone
    await evening.facilitator.must(
      'raise-concern',
      matter(evening.meetingId, { concernId: lampId, text: LAMP }),
    )
    await press(hand.take)
    await page.getByLabel(hand.how, { exact: true }).fill('周日换个灯泡')
    await page.getByLabel(hand.byWhen, { exact: true }).fill('2026-11-29')
    await press(hand.send)
    await sees(page, hand.taken('周日换个灯泡', '11月29日'))
    const dropped = (await tonight()).find((one: Commitment) => one.concernId === lampId)!
    await evening.facilitator.must('drop-commitment', { commitmentId: dropped.id })
    await sees(page, NOT_STANDING + hand.droppedFor.waiting)
    await page.reload()
    await sees(page, NOT_STANDING + hand.droppedFor.waiting)
  })

  hall.step('a half written one is not lost when the evening is closed', async () => {
    const { page } = phone
    await press(hand.take)
    await page.getByLabel(hand.how, { exact: true }).fill('那就下个月再换')
    await evening.facilitator.must('close-meeting', { meetingId: evening.meetingId })
    await sees(page, hand.notTaken.over)
    await sees(page, '那就下个月再换')
    await press(hand.discard)
    await expect.poll(() => page.getByText('那就下个月再换').count(), PATIENCE).toBe(0)
    await sees(page, NOT_STANDING)
  })

  hall.step('among her own matters it stands as dropped as well', async () => {
    const page = await phone.go(`/mine/${placeId}`)
    await sees(page, myPromise.dropped)
    await sees(page, myPromise.droppedFor.waiting)
  })
})
