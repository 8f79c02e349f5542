import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { words as box } from '../../../web/words/box/box.zh-Hans.ts'
import { words as door } from '../../../web/words/phone/door.zh-Hans.ts'
import { words as mine } from '../../../web/words/box/mine.zh-Hans.ts'
import { words as phone } from '../../../web/words/phone/phone.zh-Hans.ts'
import { plain } from '../../../shared/words/public.zh-Hans.ts'
import { sentences as refusals } from '../../../shared/words/refusals.zh-Hans.ts'
import { PHONE, WALL, type Screen } from '../../support/hands/browser.ts'
import { foundWithEvening } from '../../support/villages/founded.ts'
import type { Client } from '../../support/running/client.ts'
import * as hands from '../../support/hands/desk-hands.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { sees } from '../../support/hands/phone-hands.ts'
import type { Instance, Village } from '../../support/villages/village.ts'
import { liveUntil } from '../../support/villages/weeks.ts'

const LAMP = '祠堂门口的灯泡坏了，\n晚上看不见台阶。'
const LAMP_LINE = '晚上看不见台阶。'
const SLIP = '这句说错了。'
const DITCH = '后沟的水渠堵了三个月。'

const look = async (screen: Screen, name: string): Promise<void> => {
  if (process.env['LOOK'])
    await screen.page.screenshot({ path: `${process.env['LOOK']}/${name}.png`, fullPage: true })
}

describe('a phone without scripts: in by the code, a sentence on the wall, a promise judged', () => {
  const hall = new Hall()
  let instance: Instance
  let office: Screen, wall: Screen, lishen: Screen
  let staff: Client
  let meetingId = ''
  let code = ''
  let commitmentId = ''
  const press = ({ page }: Screen, name: string) =>
    page.getByRole('button', { name, exact: true }).first().click()
  const village = () =>
    ({ ...instance, placeId: staff.placeId, townshipId: staff.placeId }) as unknown as Village

  hall.step('周文 founds 石桥村 by its first page and opens an evening', async () => {
    ;({ instance, office, staff, meetingId, code } = await foundWithEvening(hall))
    await office.go(`/desk`)
    wall = await hall.sit('wall', instance.url, WALL, { cookie: staff.cookie! })
    await wall.go(`/wall/${meetingId}`)
  })

  hall.step('a wrong code is told in a sentence, and what was typed stays', async () => {
    lishen = await hall.sit('李婶', instance.url, PHONE, { withScripts: false })
    lishen.expect(/400/)
    const page = await lishen.go('/')
    await page.getByLabel(door.codeLabel).fill(code === '1111' ? '2222' : '1111')
    await page.getByLabel(door.nameLabel).fill('李婶')
    await press(lishen, door.join)
    await sees(page, refusals.sentences['code-unknown'])
    expect(await page.getByLabel(door.nameLabel).inputValue()).toBe('李婶')
    await look(lishen, 'plain-door')
  })

  hall.step('the address behind the QR code needs no digits', async () => {
    const page = await lishen.go(`/p/${code}`)
    await sees(page, '十一月凉亭夜话')
    expect(await page.getByLabel(door.codeLabel).count()).toBe(0)
    await page.getByLabel(door.nameLabel).fill('李婶')
    await press(lishen, door.join)
    await page.getByRole('heading', { name: '十一月凉亭夜话' }).waitFor()
    await sees(page, phone.nowTalking('大家说'))
    await look(lishen, 'plain-evening-empty')
  })

  hall.step('she says it without her name, and it waits for the facilitator', async () => {
    const { page } = lishen
    await page.getByRole('radio', { name: phone.laneMasked }).check()
    await page.getByLabel(phone.whatToSay).fill(LAMP)
    await press(lishen, plain.send)
    await sees(page, phone.became.held)
    await page.getByLabel(phone.whatToSay).fill(SLIP)
    await press(lishen, plain.send)
    await expect.poll(() => page.getByText(phone.became.held).count(), PATIENCE).toBe(2)
    await page.reload()
    expect(await page.getByText(LAMP_LINE).count()).toBe(1)
  })

  hall.step('one of the two she takes back', async () => {
    const { page } = lishen
    const slip = page.getByRole('listitem').filter({ hasText: SLIP })
    await slip.getByText(phone.withdraw).first().click()
    await slip.getByRole('button', { name: phone.withdraw }).click()
    await sees(page, phone.became.withdrawn)
  })

  hall.step('it is shown: the wall has it without her name, and her page says so', async () => {
    const { comments } = await staff.room(meetingId)
    const lamp = comments.find(({ text }: { text: string }) => text.includes(LAMP_LINE))
    await staff.must('show-comment', { commentId: lamp.id })
    await sees(wall.page, LAMP_LINE)
    expect(await wall.page.getByText('李婶').count()).toBe(0)
    await lishen.page.getByRole('link', { name: mine.lookAgain }).click()
    await sees(lishen.page, phone.became.shown)
    await sees(lishen.page, phone.onTheWall)
    await look(lishen, 'plain-evening')
    await staff.must('raise-concern', {
      ...{ concernId: randomUUID(), meetingId, channel: 'meeting', commentId: lamp.id, agendaItemId: null },
      ...{ text: LAMP.replace('\n', ''), raisedBy: null, lane: 'masked', isAgreed: true, gridId: null },
    })
  })

  hall.step('周文 promises it before everybody, the evening closes, a week passes, it is done', async () => {
    const [matter] = (await staff.room(meetingId)).concerns
    commitmentId = randomUUID()
    await staff.must('record-commitment', {
      ...{ commitmentId, meetingId, concernId: matter.id, origin: 'promise', entryId: null, limit: null },
      ...{ isOnTheSpot: false, verbatim: '我换，三十号以前。', ownerId: null, owner: '周文', coOwners: [] },
      ...{ measure: '换两只灯泡', dueOn: '2026-11-30' },
    })
    await staff.must('read-back-commitment', { commitmentId })
    await staff.must('confirm-commitment', { commitmentId })
    await staff.must('close-meeting', { meetingId })
    await lishen.page.reload()
    await sees(lishen.page, phone.closed)
    await liveUntil(village(), '2026-12-07')
    await lishen.page.getByRole('link', { name: phone.myMatters }).click()
    await sees(lishen.page, mine.daysLate(7))
    await staff.must('report-done', { commitmentId, report: '两只都换好了。', photoIds: [] })
  })

  hall.step('she judges it by the two questions, and the desk reads her answer', async () => {
    const { page } = lishen
    await page.getByRole('link', { name: mine.lookAgain }).click()
    await sees(page, mine.stateDone)
    await look(lishen, 'plain-mine-asked')
    await page.getByRole('radio', { name: mine.done.done, exact: true }).check()
    await page.getByRole('radio', { name: mine.satisfied.satisfied, exact: true }).check()
    await press(lishen, mine.judge)
    await sees(page, mine.youSaid(mine.done.done, mine.satisfied.satisfied))
    await look(lishen, 'plain-mine-judged')
    const { ratings } = await staff.read(`/api/places/${staff.placeId}/ratings`)
    expect(ratings).toEqual([expect.objectContaining({ done: 'done', satisfied: 'satisfied' })])
  })

  hall.step('she puts another matter into the box, and it waits in the inbox', async () => {
    const page = await lishen.go(`/say/${staff.placeId}`)
    await page.getByRole('radio', { name: box.laneMasked }).check()
    await page.getByLabel(box.whatToSay).fill(DITCH)
    await press(lishen, plain.putIn)
    await sees(page, box.sent)
    await look(lishen, 'plain-box-sent')
    await page.getByRole('link', { name: box.toMine(2) }).click()
    await sees(page, DITCH)
    await office.page.reload()
    await sees(office.page, DITCH)
    await hands.hit(office, 'Escape')
  })
})
