import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHmac } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { facilitator, recorder } from '../../support/villages/given.ts'
import {
  KEYS,
  openRemindedVillage,
  ROBOTS,
  type RemindedVillage,
} from '../../support/villages/reminded-village.ts'
import {
  json,
  openReceiver,
  taken,
  type Answering,
  type Receiver,
} from '../../support/peers/robot-receiver.ts'

const MINUTE_MS = 60_000

/** A promise of which the day has just passed, and the groups that hear of it. */
async function lateVillage(...robots: readonly (keyof typeof ROBOTS)[]): Promise<RemindedVillage> {
  const village = await openRemindedVillage()
  for (const robot of robots) await village.record.must(facilitator, 'set-robot', ROBOTS[robot])
  await village.promise(300)
  await village.look('2026-12-11')
  // 08:30 in the village, on the day after the calendar looked.
  village.clock.set('2026-12-12T00:30:00.000Z')
  return village
}

const textOf = ({ heard }: Receiver, at = 0): string =>
  heard[at]!.body.text?.content ?? heard[at]!.body.content.text
const outcomes = async (village: RemindedVillage) =>
  (await village.deliveries()).map(({ state, attempts }) => [state, attempts.map(({ outcome }) => outcome)])

describe('the day of a promise has passed', () => {
  test('three groups hear it, each in its format and language, signed, with a link', async () => {
    const village = await lateVillage('wecom', 'dingtalk', 'feishu')
    const receiver = await openReceiver()
    await village.carry({ receiver: receiver.origin })
    const link = 'https://talk.example.cn/ledger?place=00000000-0000-4000-8000-000000000001#'
    const promise = '00000000-0000-4000-8000-000000000300'
    const said = (path: string) => receiver.heard.find((one) => one.path === path)!
    expect(receiver.heard).toHaveLength(3)
    for (const one of receiver.heard)
      expect(one).toMatchObject({ method: 'POST', contentType: 'application/json; charset=utf-8' })
    const wecom = said('/cgi-bin/webhook/send')
    expect(wecom.query.get('key')).toBe(`${KEYS.wecom}1234`)
    expect(wecom.body).toEqual({
      msgtype: 'text',
      text: {
        content: `凉亭提醒 · 柳树湾村\n1. 「换三盏灯」，王书记答应12月10日办好，过了 2 天，还没报办好。\n点开来办：${link}${promise}`,
      },
    })
    const dingtalk = said('/robot/send')
    const timestamp = String(village.clock.now().getTime())
    const sign = createHmac('sha256', 'SEC-willow').update(`${timestamp}\nSEC-willow`).digest('base64')
    expect(Object.fromEntries(dingtalk.query)).toEqual({
      access_token: `${KEYS.dingtalk}5678`,
      timestamp,
      sign,
    })
    expect(dingtalk.body).toMatchObject({ msgtype: 'text', text: { content: /涼亭提醒/ } })
    const feishu = said(`/open-apis/bot/v2/hook/${KEYS.feishu}9abc`)
    const key = `${timestamp.slice(0, -3)}\nfeishu-willow`
    expect(feishu.body).toEqual({
      timestamp: timestamp.slice(0, -3),
      sign: createHmac('sha256', key).digest('base64'),
      msg_type: 'text',
      content: { text: expect.stringContaining('Liangting reminds') },
    })
    expect(await outcomes(village)).toEqual([
      ['sent', ['sent']],
      ['sent', ['sent']],
      ['sent', ['sent']],
    ])
  })

  test('two nodes look at once, again and again, and the group hears it once', async () => {
    const village = await lateVillage('wecom')
    const receiver = await openReceiver()
    const look = () => village.carry({ receiver: receiver.origin })
    await Promise.all([look(), look()])
    for (let minute = 0; minute < 3; minute++) {
      village.clock.advance(MINUTE_MS)
      await Promise.all([look(), look()])
    }
    expect(receiver.heard).toHaveLength(1)
  })

  test('nobody is woken: what is due at night is told after seven', async () => {
    const village = await lateVillage('wecom')
    const receiver = await openReceiver()
    for (const hour of ['13:00', '18:00', '22:59']) {
      village.clock.set(`2026-12-11T${hour}:00.000Z`)
      await village.carry({ receiver: receiver.origin })
    }
    expect(receiver.heard).toEqual([])
    village.clock.set('2026-12-11T23:00:00.000Z')
    await village.carry({ receiver: receiver.origin })
    expect(textOf(receiver)).toContain('过了 2 天')
  })

  test('what comes later on the same day waits until tomorrow', async () => {
    const village = await lateVillage('wecom')
    const receiver = await openReceiver()
    await village.carry({ receiver: receiver.origin })
    village.record.turnTo('2026-11-22')
    await village.promise(301, { dueOn: '2026-12-10', measure: '贴账目', ownerId: null, owner: '刘会计' })
    await village.look('2026-12-12')
    village.clock.set('2026-12-12T12:30:00.000Z')
    await village.carry({ receiver: receiver.origin })
    expect(receiver.heard).toHaveLength(1)
    village.clock.set('2026-12-13T00:30:00.000Z')
    await village.carry({ receiver: receiver.origin })
    expect(receiver.heard).toHaveLength(2)
    expect(textOf(receiver, 1)).toContain('贴账目')
    expect(textOf(receiver, 1)).not.toContain('换三盏灯')
  })

  test('before the day, its owner alone is reminded, and no group', async () => {
    const village = await openRemindedVillage()
    await village.record.must(facilitator, 'set-robot', ROBOTS.wecom)
    await village.promise(300)
    await village.look('2026-12-08')
    village.clock.set('2026-12-09T00:30:00.000Z')
    const receiver = await openReceiver()
    await village.carry({ receiver: receiver.origin })
    expect([receiver.heard, await village.deliveries()]).toEqual([[], []])
  })

  test('reported done in time for the next attempt, it is not asked for again', async () => {
    const village = await lateVillage('wecom')
    const receiver = await openReceiver()
    receiver.answer(json({ errcode: 45009, errmsg: 'api freq out of limit' }))
    await village.carry({ receiver: receiver.origin })
    await village.record.must(recorder, 'report-done', {
      commitmentId: '00000000-0000-4000-8000-000000000300',
      report: '三盏都亮了',
    })
    village.clock.advance(MINUTE_MS)
    await village.carry({ receiver: receiver.origin })
    expect(receiver.heard).toHaveLength(1)
    expect(await outcomes(village)).toEqual([['needless', ['refused-45009']]])
  })
})

describe('a receiver that fails', () => {
  test('is tried again after 1, 5, 30 minutes and 2 hours, then given up; the others hear it at once', async () => {
    const village = await lateVillage('wecom', 'feishu')
    const receiver = await openReceiver()
    receiver.answer((response, path) =>
      path.startsWith('/cgi-bin') ? json({}, 500)(response, path) : taken(response, path),
    )
    const triedAt = (): number => receiver.heard.filter(({ path }) => path.startsWith('/cgi-bin')).length
    const tries: number[] = []
    for (let minute = 0; minute <= 240; minute++) {
      const before = triedAt()
      await village.carry({ receiver: receiver.origin })
      if (triedAt() > before) tries.push(minute)
      village.clock.advance(MINUTE_MS)
    }
    expect(tries).toEqual([0, 1, 6, 36, 156])
    expect(await outcomes(village)).toEqual([
      ['given-up', Array(5).fill('status-500')],
      ['sent', ['sent']],
    ])
    expect(receiver.heard).toHaveLength(6)
  })

  test('a try that falls into the night waits for the morning', async () => {
    const village = await lateVillage('wecom')
    const receiver = await openReceiver()
    receiver.answer(json({}, 503))
    // 20:58 in the village.
    village.clock.set('2026-12-11T12:58:00.000Z')
    for (let minute = 0; minute < 700; minute += 10) {
      await village.carry({ receiver: receiver.origin })
      village.clock.advance(10 * MINUTE_MS)
    }
    const [{ attempts }] = (await village.deliveries()) as unknown as [{ attempts: { at: string }[] }]
    expect(attempts.map(({ at }) => at.slice(0, 16))).toEqual([
      '2026-12-11T12:58',
      '2026-12-11T23:08',
      '2026-12-11T23:18',
      '2026-12-11T23:48',
    ])
  })

  const long: Answering = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const more = (): void => {
      if (response.writable) response.write(' '.repeat(16_384), () => setImmediate(more))
    }
    more()
  }
  test.each<[string, Answering]>([
    ['unclear', (response) => response.writeHead(200).end('<html>ok</html>')],
    ['unclear', long],
    ['refused-310000', json({ errcode: 310000, errmsg: 'sign not match' })],
    ['status-404', json({}, 404)],
    ['unreachable', (response) => response.destroy()],
  ])('is noted as %s', async (outcome, answering) => {
    const village = await lateVillage('dingtalk')
    const receiver = await openReceiver()
    receiver.answer(answering)
    await village.carry({ receiver: receiver.origin })
    expect(await outcomes(village)).toEqual([['waiting', [outcome]]])
  })

  test('one that never answers is left after a while', async () => {
    const village = await lateVillage('wecom')
    const receiver = await openReceiver()
    receiver.answer(() => undefined)
    await village.carry({ receiver: receiver.origin, patienceMs: 30 })
    expect(await outcomes(village)).toEqual([['waiting', ['timeout']]])
  })

  test('one that sends us elsewhere is not followed', async () => {
    const village = await lateVillage('wecom')
    const asked: (string | undefined)[] = []
    const inside = createServer((request, response) => {
      asked.push(request.url)
      response.end('{"errcode":0}')
    })
    await new Promise<void>((ready) => inside.listen(0, '127.0.0.1', ready))
    onTestFinished(() => void inside.close())
    const receiver = await openReceiver()
    const location = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/`
    receiver.answer((response) => response.writeHead(307, { location }).end())
    await village.carry({ receiver: receiver.origin })
    expect(asked).toEqual([])
    expect(await outcomes(village)).toEqual([['waiting', ['status-307']]])
  })

  test('a node that died in the middle leaves the next attempt to another', async () => {
    const village = await lateVillage('wecom')
    const receiver = await openReceiver()
    receiver.answer((response) => response.destroy())
    await village.carry({ receiver: receiver.origin })
    receiver.answer(taken)
    village.clock.advance(MINUTE_MS)
    await village.record.context.database.write((work) =>
      work.updateTable('deliveries').set({ attempts: 5 }).execute(),
    )
    await village.carry({ receiver: receiver.origin })
    expect((await outcomes(village))[0]![0]).toBe('given-up')
  })
})

describe('what people wrote', () => {
  test('cannot call everybody in the group', async () => {
    const village = await openRemindedVillage()
    await village.record.must(facilitator, 'set-robot', ROBOTS.feishu)
    await village.promise(300, { measure: '<at user_id="all">所有人</at> @all\n换灯' })
    await village.look('2026-12-11')
    village.clock.set('2026-12-12T00:30:00.000Z')
    const receiver = await openReceiver()
    await village.carry({ receiver: receiver.origin })
    expect(textOf(receiver)).toContain('＜at user_id="all"＞所有人＜/at＞ ＠all 换灯')
  })

  test('of forty matters fits into one message, which says how many more there are', async () => {
    const village = await openRemindedVillage()
    await village.record.must(facilitator, 'set-robot', ROBOTS.wecom)
    for (let number = 300; number < 340; number++)
      await village.promise(number, { measure: `第 ${number} 盏，${'很长很长'.repeat(20)}` })
    await village.look('2026-12-11')
    village.clock.set('2026-12-12T00:30:00.000Z')
    const receiver = await openReceiver()
    await village.carry({ receiver: receiver.origin })
    const text = textOf(receiver)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048)
    const told = [...text.matchAll(/^\d+\. /gm)].length
    expect(told).toBeGreaterThan(2)
    expect(text).toContain(`还有 ${40 - told} 件`)
  })
})
