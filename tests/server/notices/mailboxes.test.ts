import { expect, test } from 'vitest'
import { findMailbox } from '../../../server/notices/mail/mailboxes.ts'
import { openVillage } from '../../support/villages/village.ts'

const language = 'zh-Hans'

test('somebody names an address of their own, says yes from a mail, and stops it by the button of a mail program', async () => {
  const village = await openVillage()
  const cadre = await village.as('王建国')
  const personId = village.people['王建国']!
  const { placeId } = village
  const path = `/api/places/${placeId}/people/${personId}/mailbox`
  expect(await cadre.read(path)).toEqual({ isPossible: true, mailbox: null, deliveries: [] })
  const set = await cadre.post('/api/mailboxes', { placeId, personId, address: ' wang@example.cn', language })
  expect(set.body).toMatchObject({ address: 'wang@example.cn', confirmedAt: null })
  expect(set.body).not.toHaveProperty('token')
  expect((await cadre.read(path)).deliveries).toMatchObject([{ state: 'waiting', attempts: [] }])

  const { reader } = village.context.database
  const token = village.context.secretBox.open((await findMailbox(reader, personId))!.token)
  const mail = village.stranger()
  // Mail programs look at links by themselves: that neither confirms nor stops anything.
  await mail.get(`/mail/${token}/off`)
  expect(await findMailbox(reader, personId)).toMatchObject({ confirmedAt: null })
  const button = { method: 'POST', body: 'List-Unsubscribe=One-Click' }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await fetch(`${village.url}/mail/${token}/off`, { ...button, headers })).status).toBe(204)
  expect(await findMailbox(reader, personId)).toBeNull()
  expect((await fetch(`${village.url}/mail/${token}/off`, { ...button, headers })).status).toBe(204)
})

test('only oneself and whoever may give a log-in sees, sets and erases an address', async () => {
  const village = await openVillage()
  const facilitator = await village.as('陈静')
  const recorder = await village.as('陈晓')
  const { placeId, people } = village
  const personId = people['王建国']!
  const path = `/api/places/${placeId}/people/${personId}/mailbox`
  const mailbox = { placeId, personId, address: 'wang@example.cn', language }
  expect((await recorder.post('/api/mailboxes', mailbox)).body.refused).toBe('not-allowed')
  expect((await village.stranger().post('/api/mailboxes', mailbox)).status).toBe(401)
  expect((await recorder.get(path)).body.refused).toBe('not-allowed')
  expect((await facilitator.post('/api/mailboxes', mailbox)).status).toBe(200)
  for (const address of ['wang', 'a@b.cn, c@d.cn', 'a@b.cn\r\nBcc: c@d.cn', `${'a'.repeat(65)}@b.cn`])
    expect((await facilitator.post('/api/mailboxes', { ...mailbox, address })).body.refused).toBe(
      'field-wrong',
    )
  expect((await facilitator.read(path)).mailbox).toMatchObject({ address: 'wang@example.cn' })
  expect(await facilitator.send('DELETE', path)).toMatchObject({ status: 200 })
  expect((await facilitator.read(path)).mailbox).toBeNull()
})
