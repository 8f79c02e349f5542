import { expect, onTestFinished, test, vi } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { assembleParts } from '../../server/parts.ts'
import type { Client } from '../support/client.ts'
import { openRecorder, type Recorder } from '../support/recorder.ts'
import { openEvening, openVillage, SETUP_KEY, type Village } from '../support/village.ts'

/** A second process on the same database, as several nodes on one PostgreSQL are. */
async function secondNode(village: Village): Promise<string> {
  const { database, bell } = village.storage
  const { clock } = village
  const options = { database, bell, clock, setupKey: SETUP_KEY, secureCookies: false, publicUrl: null }
  const app = await buildApp(assembleParts(options), {
    logger: false,
    trustedProxies: [],
    publicUrl: null,
    withPages: false,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => app.close())
  const address = app.server.address()
  if (typeof address !== 'object' || !address) throw new Error('expected a port, found none')
  return `http://127.0.0.1:${address.port}`
}

test('recorders on two nodes write one text', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const far = await secondNode(village)
  const xiao = await village.as('陈晓')
  const seat = ({ cookie, placeId }: Client) => ({ url: far, cookie, placeId })
  const sit = async (who: Parameters<typeof openRecorder>[0]): Promise<Recorder> => {
    const recorder = await openRecorder(who, evening.meetingId)
    onTestFinished(() => recorder.close())
    return recorder
  }
  const here = await sit(evening.facilitator)
  const there = await sit(seat(xiao))
  here.turn('李婶', '一')
  expect(await here.saved()).toBe(1)
  there.turn('赵姐', '二')
  expect(await there.saved()).toBe(2)
  here.turn('李婶', '三')
  expect(await here.saved()).toBe(3)
  there.turn('赵姐', '四')
  expect(await there.saved()).toBe(4)
  await vi.waitFor(() => expect([...there.text].sort()).toEqual(['一', '三', '二', '四'].sort()))
  expect(here.text).toEqual(expect.arrayContaining(['一', '二', '三']))
  const fresh = await sit(seat(evening.facilitator))
  expect(fresh.text).toEqual(there.text)
})
