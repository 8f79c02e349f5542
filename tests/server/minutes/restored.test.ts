import * as Y from 'yjs'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { COPY_MARK } from '../../../server/storage/epoch.ts'
import { openDatabase } from '../../../server/storage/open.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'
import type { Client } from '../../support/running/client.ts'
import { openTestDatabase } from '../../support/running/database.ts'
import { Recorder, type Seat } from '../../support/peers/recorder.ts'
import {
  openEvening,
  openVillage,
  secondNode,
  type Evening,
  type Village,
} from '../../support/villages/village.ts'

test('a database that was brought back from a copy tells another history, once', async () => {
  const { database, where, remove } = await openTestDatabase()
  onTestFinished(remove)
  const reopened = async (): Promise<string> => {
    const again = await openDatabase(where)
    await again.close()
    return again.epoch
  }
  expect(await reopened()).toBe(database.epoch)
  await database.write((work) =>
    work.insertInto('instance').values({ name: COPY_MARK, value: '2026-11-22' }).execute(),
  )
  const after = await reopened()
  expect(after).not.toBe(database.epoch)
  expect(await reopened()).toBe(after)
})

let village: Village
let evening: Evening
let xiao: Client
/** The same database, looked at by a server that has just been started. */
let restarted: string

beforeEach(async () => {
  village = await openVillage()
  evening = await openEvening(village)
  xiao = await village.as('陈晓')
})

describe('the text of an evening', () => {
  async function sit(seat: Seat): Promise<Recorder> {
    const recorder = new Recorder(seat, evening.meetingId)
    onTestFinished(() => recorder.close())
    await vi.waitFor(() => expect(recorder.epochs).not.toEqual([]))
    return recorder
  }
  const at = ({ cookie, placeId }: Client, heard?: Seat['heard']): Seat => ({
    ...{ url: restarted, cookie, placeId },
    ...(heard ? { heard } : {}),
  })

  /** Everything after `seq` is gone, as after an older copy. */
  const goBackTo = (seq: number) =>
    village.context.database.write(async (work) => {
      const { meetingId } = evening
      await work
        .deleteFrom('minutesUpdates')
        .where('meetingId', '=', meetingId)
        .where('seq', '>', seq)
        .execute()
      await work.deleteFrom('minutesSnapshots').where('seq', '>', seq).execute()
      await work.updateTable('minutesHeads').set({ seq }).where('meetingId', '=', meetingId).execute()
    })

  async function threeLines(): Promise<Recorder> {
    const writer = new Recorder(xiao, evening.meetingId)
    await writer.opened
    writer.section(evening.agenda[0]!)
    writer.turn('李婶', '一')
    writer.turn('李婶', '二')
    await writer.saved()
    writer.close()
    return writer
  }

  test('who has read further than the server remembers is told so, and nothing of theirs is mixed in', async () => {
    const writer = await threeLines()
    const heard = { epoch: writer.epochs[0]!, seq: writer.minutesSeq }
    await goBackTo(2)
    restarted = await secondNode(village)
    const calm = await sit(at(evening.facilitator))
    await calm.opened
    expect(calm.epochs).toEqual([heard.epoch])
    const back = await sit(at(xiao, heard))
    Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(writer.doc), back)
    await vi.waitFor(() => expect(back.closeCode).toBe(4409))
    expect(back.refusals).toEqual([{ refused: 'restored', field: 'minutes' }])
    await vi.waitFor(() => expect(calm.epochs).toHaveLength(2))
    expect(calm.epochs[1]).not.toBe(heard.epoch)
    expect(calm.text).toEqual(['一'])
    const late = await sit(at(evening.facilitator, { epoch: heard.epoch, seq: 1 }))
    await vi.waitFor(() => expect(late.refusals).toMatchObject([{ refused: 'restored' }]))
    const anew = await sit(at(xiao, { epoch: calm.epochs[1]!, seq: 0 }))
    await anew.opened
    expect(anew.text).toEqual(['一'])
  })

  test('a copy that has grown past what somebody read is noticed too, and whoever wrote in it is left alone', async () => {
    const writer = await threeLines()
    const heard = { epoch: writer.epochs[0]!, seq: writer.minutesSeq, atMs: writer.committedAtMs }
    await goBackTo(2)
    restarted = await secondNode(village)
    village.clock.advance(1)
    const calm = await sit(at(evening.facilitator))
    await calm.opened
    for (const words of ['另一句', '再一句', '又一句']) {
      calm.turn('赵姐', words)
      await calm.saved()
    }
    expect(calm.minutesSeq).toBeGreaterThan(heard.seq)
    const back = await sit(at(xiao, heard))
    Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(writer.doc), back)
    await vi.waitFor(() => expect(back.closeCode).toBe(4409))
    expect(back.refusals).toEqual([{ refused: 'restored', field: 'minutes' }])
    expect(calm.epochs).toEqual([heard.epoch])
    const anew = await sit(at(xiao))
    await anew.opened
    expect(anew.text).toEqual(['一', '另一句', '再一句', '又一句'])
    const { minutesSeq: seq, committedAtMs: atMs } = calm
    const known = await sit(at(xiao, { epoch: heard.epoch, seq, atMs }))
    await known.opened
    expect([...known.refusals, ...calm.refusals]).toEqual([])
  })

  test('a restart of the same history disturbs nobody', async () => {
    const writer = await threeLines()
    restarted = await secondNode(village)
    const { minutesSeq: seq, committedAtMs: atMs } = writer
    expect(atMs).toBe(village.clock.now().getTime())
    village.clock.advance(1)
    const back = await sit(at(xiao, { epoch: writer.epochs[0]!, seq, atMs }))
    await back.opened
    expect(back.text).toEqual(['一', '二'])
    expect(back.refusals).toEqual([])
  })
})

describe('the feed', () => {
  test('a cursor from a history that is gone is told so, and the listener is sent to read anew', async () => {
    const { seq } = await evening.facilitator.must('clear-wall', { meetingId: evening.meetingId })
    const before = await xiao.listen({ since: seq })
    await vi.waitFor(() =>
      expect(before.frames[0]).toMatchObject({ kind: 'epoch', protocol: PROTOCOL_VERSION }),
    )
    const { epoch } = village.context.database
    const beyond = await xiao.listen({ since: seq + 1 })
    await vi.waitFor(() => expect(beyond.closeCode).toBe(4409))
    expect(beyond.frames).toEqual([{ kind: 'restored', epoch, head: seq }])
    const other = await xiao.listen({ since: 1, epoch: 'of-another-time' })
    await vi.waitFor(() => expect(other.frames).toEqual([{ kind: 'restored', epoch, head: seq }]))
    const same = await xiao.listen({ since: seq - 1, epoch })
    await vi.waitFor(() => expect(same.upTo).toBe(seq))
    expect(same.closeCode).toBeNull()
  })
})
