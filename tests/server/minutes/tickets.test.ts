import { Writable } from 'node:stream'
import * as Y from 'yjs'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { buildApp } from '../../../server/app/app.ts'
import { loggerFor } from '../../../server/http/logger.ts'
import type { Client } from '../../support/running/client.ts'
import { openRecorder } from '../../support/peers/recorder.ts'
import { StockProvider } from '../../support/peers/stock-provider.ts'
import {
  openEvening,
  openVillage,
  secondNode,
  type Evening,
  type Village,
} from '../../support/villages/village.ts'

let village: Village
let evening: Evening
let xiao: Client

beforeEach(async () => {
  village = await openVillage()
  evening = await openEvening(village)
  xiao = await village.as('陈晓')
})

/** Pages of other sites come without our cookie and name themselves. */
const elsewhere = { origin: 'https://notes.example.org' }

const wish = () => ({ placeId: village.placeId, meetingId: evening.meetingId })

async function ticketFor(client: Client): Promise<string> {
  const { status, body } = await client.post('/api/tickets', wish())
  expect(status).toBe(200)
  return body.ticket
}

function stock(ticket: string, url = village.url, room = evening.meetingId): StockProvider {
  const provider = new StockProvider({ url, params: { ticket }, headers: elsewhere }, room)
  onTestFinished(() => provider.close())
  return provider
}

function write(doc: Y.Doc, words: string): void {
  const section = new Y.XmlElement('section')
  const turn = new Y.XmlElement('turn')
  turn.insert(0, [new Y.XmlText(words)])
  section.insert(0, [turn])
  doc.getXmlFragment('minutes').push([section])
}

const textOf = (doc: Y.Doc): string => doc.getXmlFragment('minutes').toString()

test('a stock provider from another site writes with the recorder, by a ticket and without a cookie', async () => {
  const recorder = await openRecorder(evening.facilitator, evening.meetingId)
  onTestFinished(() => recorder.close())
  recorder.turn('李婶', '路灯不亮')
  await recorder.saved()
  const provider = stock(await ticketFor(xiao))
  await provider.synced
  expect(textOf(provider.doc)).toContain('路灯不亮')
  write(provider.doc, '从别的页面写的')
  await vi.waitFor(() => expect(recorder.text).toContain('从别的页面写的'))
  recorder.turn('李婶', '看见了')
  await vi.waitFor(() => expect(textOf(provider.doc)).toContain('看见了'))
  const authors = await village.context.database.reader.selectFrom('minutesAuthors').selectAll().execute()
  expect(authors).toContainEqual({
    meetingId: evening.meetingId,
    clientId: provider.doc.clientID,
    actorId: village.people['陈晓'],
  })
})

test('a ticket opens one door once, at whichever node', async () => {
  const far = await secondNode(village)
  const ticket = await ticketFor(xiao)
  const first = stock(ticket, far)
  await first.synced
  await expect(stock(ticket, far).synced).rejects.toThrow('401')
  await expect(stock(ticket).synced).rejects.toThrow('401')
  expect(first.closeCode).toBeNull()
})

test('of many who bring the same ticket at once, one comes in', async () => {
  const ticket = await ticketFor(xiao)
  const all = Array.from({ length: 8 }, () => stock(ticket).synced)
  const outcomes = await Promise.allSettled(all)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a ticket of half a minute ago opens nothing', async () => {
  const ticket = await ticketFor(xiao)
  village.clock.advance(30_000)
  await expect(stock(ticket).synced).rejects.toThrow('401')
})

test('whoever logs out takes their tickets and the sockets that came by them along', async () => {
  const [used, unused] = [await ticketFor(xiao), await ticketFor(xiao)]
  const provider = stock(used)
  await provider.synced
  await xiao.send('DELETE', '/api/sessions')
  await expect(stock(unused).synced).rejects.toThrow('401')
  await vi.waitFor(() => expect(provider.closeCode).toBe(4401), { timeout: 20_000 })
})

test('a ticket for one evening opens no other, and is used up by the attempt', async () => {
  const other = await openEvening(village)
  const ticket = await ticketFor(xiao)
  await expect(stock(ticket, village.url, other.meetingId).synced).rejects.toThrow('401')
  await expect(stock(ticket).synced).rejects.toThrow('401')
})

test('a made-up ticket counts for nothing, and neither does the cookie beside it', async () => {
  const provider = new StockProvider(
    { url: village.url, params: { ticket: 'made-up' }, headers: { ...elsewhere, cookie: xiao.cookie! } },
    evening.meetingId,
  )
  onTestFinished(() => provider.close())
  await expect(provider.synced).rejects.toThrow('401')
})

test('only who may see the desk is given a ticket, and only for an evening that is there', async () => {
  expect((await village.stranger().post('/api/tickets', wish())).body.refused).toBe('not-logged-in')
  const phone = await evening.phone('李婶')
  expect((await phone.post('/api/tickets', wish())).body.refused).toBe('not-allowed')
  const nowhere = { ...wish(), meetingId: crypto.randomUUID() }
  expect((await xiao.post('/api/tickets', nowhere)).body).toMatchObject({
    refused: 'not-found',
    field: 'meetingId',
  })
})

test('tickets stand in no log and in no table', async () => {
  let log = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += chunk
      done()
    },
  })
  const options = { trustedProxies: [], publicUrl: null, withPages: false }
  const logger = Object.assign({ stream }, loggerFor('debug'))
  const app = await buildApp(village.context, { ...options, logger })
  await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => app.close())
  const { port } = app.server.address() as { port: number }
  const ticket = await ticketFor(xiao)
  const rows = await village.context.database.reader.selectFrom('tickets').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(ticket)
  const provider = stock(ticket, `http://127.0.0.1:${port}`)
  await provider.synced
  await expect(stock(ticket, `http://127.0.0.1:${port}`).synced).rejects.toThrow('401')
  provider.close()
  app.log.warn('the log is written')
  await vi.waitFor(() => expect(log).toContain('the log is written'))
  expect(log).not.toContain(ticket)
})
