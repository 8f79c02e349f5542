import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { forgetOldEntries } from '../../../server/people/security/entries.ts'
import type { SecurityEntry, SecurityLogView } from '../../../shared/people/security/security-log.ts'
import type { Client } from '../../support/running/client.ts'
import { matter, remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

const DAY_MS = 24 * 60 * 60_000
const MASKED = '不露面的李婶'

const logOf = async (reader: Client, question = ''): Promise<SecurityLogView> =>
  reader.read(`/api/places/${reader.placeId}/security-log${question}`)
const entriesOf = async (reader: Client, kind: string): Promise<readonly SecurityEntry[]> =>
  (await logOf(reader, `?kind=${kind}`)).entries
const inShort = ({ by, who, about, count }: SecurityEntry) => ({ by, who, about, count })

async function toTheTop({ context, placeId }: Village): Promise<void> {
  await context.database.write((work) =>
    work.updateTable('places').set({ parentId: null }).where('id', '=', placeId).execute(),
  )
}

test('supervision reads who logged in and out, and who ended what is logged in elsewhere', async () => {
  const village = await openVillage()
  const [supervision, one, other] = [
    await village.as('周志强'),
    await village.as('陈静'),
    await village.as('陈静'),
  ]
  await one.send('DELETE', '/api/me/sessions')
  expect((await other.read('/api/me')).actor).toBeNull()
  await one.send('DELETE', '/api/sessions')
  expect((await entriesOf(supervision, 'logged-in')).map(({ by }) => by)).toContain('陈静')
  expect((await entriesOf(supervision, 'sessions-ended')).map(inShort)).toEqual([
    { by: '陈静', who: null, about: null, count: expect.any(Number) },
  ])
  expect((await entriesOf(supervision, 'logged-out')).map(({ by }) => by)).toEqual(['陈静'])
})

test('a flood of failed log-ins is one row a minute, and tells nothing that was typed', async () => {
  const village = await openVillage()
  await toTheTop(village)
  const supervision = await village.as('周志强')
  const knock = (loginName: string) =>
    village.stranger().post('/api/sessions', { loginName, password: 'my-secret-typed-wrong' })
  for (let nth = 0; nth < 8; nth++) await knock('chenjing')
  await Promise.all(Array.from({ length: 40 }, (_, nth) => knock(`typed-wrong-${nth}`)))
  const failed = await entriesOf(supervision, 'log-in-failed')
  expect(failed.map(inShort)).toEqual(
    expect.arrayContaining([
      { by: null, who: '陈静', about: null, count: 8 },
      { by: null, who: null, about: null, count: 40 },
    ]),
  )
  expect(failed).toHaveLength(2)
  const rows = await village.context.database.reader.selectFrom('securityLog').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/typed-wrong|my-secret|chenjing/)
})

test('of very many who are tried only a hundred an hour have a row of their own', async () => {
  const { context } = await openVillage()
  const before = await context.database.reader.selectFrom('securityLog').select('no').execute()
  for (let nth = 0; nth < 5_000; nth++) context.securityLog.noteFailure(randomUUID())
  await context.securityLog.flush()
  const rows = await context.database.reader
    .selectFrom('securityLog')
    .select(['personId', 'count'])
    .where('kind', '=', 'log-in-failed')
    .execute()
  // Nobody of them is on a roster, so none of the hundred has a place where it would be told.
  expect(rows).toEqual([{ personId: null, count: 4_900 }])
  expect(before.length).toBeGreaterThan(0)
})

test('posts given and taken and passwords set stand in it, in the transaction of the event', async () => {
  const village = await openVillage()
  const [facilitator, supervision] = [await village.as('陈静'), await village.as('周志强')]
  const [personId, postId] = [randomUUID(), randomUUID()]
  await facilitator.must('add-person', { personId, name: '孙二哥', householdId: null })
  await facilitator.must('give-post', { postId, personId, role: 'cadre', title: '村委委员' })
  const login = { placeId: village.placeId, personId, loginName: 'sun', password: 'liushuwan-8' }
  await facilitator.post('/api/logins', login)
  await facilitator.must('end-post', { postId })
  expect((await entriesOf(supervision, 'post-given')).map(inShort)).toContainEqual({
    ...{ by: '陈静', who: '孙二哥', about: 'cadre', count: 1 },
  })
  expect((await entriesOf(supervision, 'login-set')).map(inShort)).toEqual([
    { by: '陈静', who: '孙二哥', about: null, count: 1 },
  ])
  expect((await entriesOf(supervision, 'post-taken')).map(inShort)).toEqual([
    { by: '陈静', who: '孙二哥', about: 'cadre', count: 1 },
  ])
})

test('a ledger that is taken away is told before the file goes out', async () => {
  const village = await openVillage()
  const [cadre, supervision] = [await village.as('王建国'), await village.as('周志强')]
  for (const file of ['ledger.csv', 'ledger.xlsx', 'ledger.xlsx'])
    expect((await cadre.get(`/api/places/${village.placeId}/${file}`)).status).toBe(200)
  expect((await village.stranger().get(`/api/places/${village.placeId}/ledger.csv`)).status).toBe(200)
  const told = (await entriesOf(supervision, 'exported')).map(inShort)
  expect(told).toHaveLength(2)
  expect(told).toEqual(
    expect.arrayContaining([
      { by: '王建国', who: null, about: 'ledger-csv', count: 1 },
      { by: '王建国', who: null, about: 'ledger-xlsx', count: 2 },
    ]),
  )
})

test('who read masked names is told once a day for each kind of page, and who may not know them never', async () => {
  const village = await openVillage()
  const supervision = await village.as('周志强')
  const evening = await openEvening(village)
  const { meetingId, facilitator } = evening
  const phone = await evening.phone(MASKED)
  const comment = remark(meetingId, { lane: 'masked', name: MASKED, text: '村里的水泵一直没修' })
  await phone.must('post-comment', comment)
  const said = { commentId: comment.commentId, lane: 'masked', raisedBy: null, text: '水泵没修' }
  await facilitator.must('raise-concern', matter(meetingId, said))
  const at = `/api/places/${village.placeId}`
  const cadre = await village.as('王建国')
  for (let time = 0; time < 3; time++)
    for (const client of [facilitator, cadre])
      for (const path of ['inbox', `meetings/${meetingId}/room`, 'roster'])
        expect((await client.get(`${at}/${path}`)).status).toBe(200)
  const byPage = (entries: readonly SecurityEntry[]) =>
    entries.map(({ by, about }) => `${by} ${about}`).sort()
  const told = byPage(await entriesOf(supervision, 'masked-read'))
  expect(told.filter((one) => !one.endsWith('live'))).toEqual(['陈静 evening', '陈静 inbox'])
  expect((await entriesOf(supervision, 'roster-read')).map(({ by }) => by)).toEqual(['陈静'])
  village.clock.advance(DAY_MS)
  await facilitator.get(`${at}/inbox`)
  expect((await entriesOf(supervision, 'masked-read')).filter(({ about }) => about === 'inbox')).toHaveLength(
    2,
  )
  const rows = await village.context.database.reader.selectFrom('securityLog').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${MASKED}|水泵`))
})

test('older ones follow page by page, each once', async () => {
  const village = await openVillage()
  const supervision = await village.as('周志强')
  await village.context.database.write(async (work) => {
    await work.deleteFrom('securityLog').execute()
    for (let nth = 0; nth < 120; nth++)
      await work
        .insertInto('securityLog')
        .values({
          ...{ placeId: village.placeId, kind: 'logged-in', count: 1 },
          ...{ byId: null, personId: null, about: null, foldKey: null },
          // Several at one moment, so that the page ends between them.
          ...{ at: new Date(Math.floor(nth / 7)).toISOString(), lastAt: village.clock.now().toISOString() },
        })
        .execute()
  })
  const seen: number[] = []
  for (let view = await logOf(supervision); ; view = await logOf(supervision, `?after=${seen.at(-1)}`)) {
    seen.push(...view.entries.map(({ no }) => no))
    if (!view.hasMore) break
  }
  expect(seen).toHaveLength(120)
  expect(new Set(seen).size).toBe(120)
})

test('after six months an entry is swept away, and not before', async () => {
  const village = await openVillage()
  const count = async () =>
    (await village.context.database.reader.selectFrom('securityLog').select('no').execute()).length
  const before = await count()
  expect(before).toBeGreaterThan(0)
  village.clock.advance(183 * DAY_MS)
  await forgetOldEntries(village.context, village.placeId)
  expect(await count()).toBe(before)
  village.clock.advance(2 * DAY_MS)
  await forgetOldEntries(village.context, village.placeId)
  expect(await count()).toBe(0)
})

test('facilitator and recorder do not read it where supervision and a level above there are', async () => {
  const village = await openVillage()
  for (const name of ['陈静', '陈晓', '王建国']) {
    const { status, body } = await (await village.as(name)).get(`/api/places/${village.placeId}/security-log`)
    expect([status, body.refused]).toEqual([403, 'not-allowed'])
  }
  expect((await logOf(await village.as('赵明'))).entries.length).toBeGreaterThan(0)
  await toTheTop(village)
  expect((await logOf(await village.as('陈静'))).entries.length).toBeGreaterThan(0)
})

test('every moment in it is UTC and says so', async () => {
  const village = await openVillage()
  const { entries } = await logOf(await village.as('周志强'))
  expect(entries.length).toBeGreaterThan(0)
  for (const { at, lastAt } of entries)
    for (const moment of [at, lastAt]) expect(moment).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})
