import { describe, expect } from 'vitest'
import { findMailbox } from '../../../server/notices/mail/mailboxes.ts'
import { DESK, PHONE, type Screen } from '../../support/hands/browser.ts'
import { Hall } from '../../support/hands/hall.ts'
import type { Village } from '../../support/villages/village.ts'

const PICTURES = process.env['PICTURES']

describe('somebody wants to be reminded by mail', () => {
  const hall = new Hall()
  let village: Village
  let cadre: Screen
  const mailbox = () => findMailbox(village.context.database.reader, village.people['王建国']!)

  hall.step('names an address on the ledger, and is told that a mail waits there', async () => {
    village = await hall.openVillage()
    const { cookie } = await village.as('王建国')
    cadre = await hall.sit('王建国', village.url, DESK, { cookie })
    // An address that is none is refused.
    cadre.expect(/400 \(Bad Request\)/)
    const page = await cadre.go(`/ledger?place=${village.placeId}`)
    await page.getByText('邮件提醒').click()
    await page.getByLabel('您的邮箱').fill('wang')
    await page.getByRole('button', { name: '寄到这里' }).click()
    await page.getByText('地址').first().waitFor()
    await page.getByLabel('您的邮箱').fill('wang@example.cn')
    await page.getByRole('button', { name: '寄到这里' }).click()
    await page.getByText('已经往 wang@example.cn 寄了一封信').waitFor()
    if (PICTURES) await cadre.picture(`${PICTURES}/mail-desk.png`)
    expect(await mailbox()).toMatchObject({ confirmedAt: null })
  })

  hall.step(
    'opens the link of that mail on a phone without scripts, says yes, and later stops it',
    async () => {
      const token = village.context.secretBox.open((await mailbox())!.token)
      const phone = await hall.sit('phone', village.url, PHONE, { withScripts: false })
      const page = await phone.go(`/mail/${token}`)
      if (PICTURES) await phone.picture(`${PICTURES}/mail-page.png`)
      await page.getByRole('button', { name: '是我的，寄到这里' }).click()
      await page.getByText('记下了。').waitFor()
      expect((await mailbox())!.confirmedAt).not.toBeNull()
      await cadre.page.reload()
      await cadre.page.getByText('邮件提醒').click()
      await cadre.page.getByText('提醒寄到 wang@example.cn。').waitFor()
      await page.getByRole('button', { name: '停掉，把邮箱删了' }).click()
      await page.getByText('停掉了').waitFor()
      expect(await mailbox()).toBeNull()
    },
  )
})
