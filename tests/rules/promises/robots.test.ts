import { describe, expect, test } from 'vitest'
import {
  decideRemoveRobot,
  decideSetRobot,
  type SetRobotState,
} from '../../../shared/notices/decide-robots.ts'
import { evolveRobots } from '../../../shared/notices/evolve.ts'
import { presentRobot } from '../../../shared/notices/present.ts'
import { isAddressOf, isForGroups, MAX_ROBOTS, type RobotEvent } from '../../../shared/notices/robot.ts'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { reminders as english } from '../../../shared/words/outgoing.en.ts'
import { reminders as simplified } from '../../../shared/words/outgoing.zh-Hans.ts'
import { reminders as traditional } from '../../../shared/words/outgoing.zh-Hant.ts'
import { messageFor, outcomeOf } from '../../../server/notices/robots/message.ts'
import {
  facilitator,
  id,
  looking,
  onDay,
  owner,
  PLACE,
  recorder,
  village,
  villager,
} from '../../support/villages/given.ts'

const KEY = '693a91f6-7abc-4bc4-97a0-0ec2sifa5aaa'
const WECOM = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`
const DINGTALK = `https://oapi.dingtalk.com/robot/send?access_token=${KEY}`
const FEISHU = `https://open.feishu.cn/open-apis/bot/v2/hook/${KEY}`

describe('the address of a group', () => {
  test('is one that the chat program gives out, whole', () => {
    expect(isAddressOf('wecom', WECOM)).toBe(true)
    expect(isAddressOf('dingtalk', DINGTALK)).toBe(true)
    expect(isAddressOf('feishu', FEISHU)).toBe(true)
  })

  test.each([
    ['another kind', DINGTALK],
    ['no TLS', WECOM.replace('https', 'http')],
    ['a machine of ours', WECOM.replace('qyapi.weixin.qq.com', '127.0.0.1')],
    ['a host that only begins so', WECOM.replace('.com/', '.com.evil.cn/')],
    ['a host that only ends so', WECOM.replace('qyapi', 'evil.cn/qyapi')],
    ['somebody before the host', WECOM.replace('https://', 'https://qyapi.weixin.qq.com@evil.cn/')],
    ['another port', WECOM.replace('.com/', '.com:8443/')],
    ['another path', WECOM.replace('webhook/send', 'user/delete')],
    ['a way back', WECOM.replace('cgi-bin/', 'cgi-bin/../')],
    ['more behind', `${WECOM}&debug=1`],
    ['a line more', `${WECOM}\nhttps://evil.cn`],
    ['no key', WECOM.replace(KEY, '')],
  ])('is refused with %s', (_, address) => {
    expect(isAddressOf('wecom', address)).toBe(false)
  })
})

const setting = (over: object = {}) => ({
  ...{ placeId: PLACE, robotId: id(901), kind: 'wecom' as const, language: 'zh-Hans' as const },
  ...{ address: WECOM, secret: null as string | null },
  ...over,
})
const nothing: SetRobotState = { place: village, robots: [], isTaken: false, isKnown: false }
const decide = (command: object = {}, state: object = {}, by = facilitator) =>
  decideSetRobot(setting(command), { ...nothing, ...state }, by, onDay('2026-11-22'))

const record = (event: RobotEvent, seq = 1): RecordedEvent<RobotEvent> =>
  ({ ...event, placeId: PLACE, seq, recordedAt: onDay('2026-11-22').at, actorId: facilitator.id }) as never

describe('setting a robot', () => {
  test('is for whoever governs the place', () => {
    for (const by of [recorder, owner, villager])
      expect(decide({}, {}, by)).toEqual({ refused: 'not-allowed' })
    expect(isRefusal(decide())).toBe(false)
  })

  test('keeps the key out of what is told', () => {
    const [event] = decide({ address: ` ${WECOM} ` }) as RobotEvent[]
    expect(event).toMatchObject({
      data: { host: 'qyapi.weixin.qq.com', ending: '5aaa', isSigned: false },
      words: { address: WECOM, secret: null },
    })
    expect(JSON.stringify(event!.data)).not.toContain(KEY)
  })

  test.each([
    ['already-exists', 'robotId', {}, { isTaken: true }],
    ['already-exists', 'address', {}, { isKnown: true }],
    ['too-many', 'robotId', {}, { robots: Array.from({ length: MAX_ROBOTS }, () => ({})) }],
    ['field-wrong', 'address', { address: 'https://example.cn/send' }, {}],
    ['field-wrong', 'address', { kind: 'feishu' }, {}],
    ['field-wrong', 'secret', { secret: 'SEC1' }, {}],
    ['too-short', 'secret', { kind: 'dingtalk', address: DINGTALK, secret: ' ' }, {}],
    ['not-found', 'placeId', {}, { place: null }],
  ])('is refused %s for %s', (refused, field, command, state) => {
    expect(decide(command, state)).toMatchObject({ refused, field })
  })

  test('a robot that is not there cannot be removed', () => {
    const remove = (robot: object | null, by = facilitator) =>
      decideRemoveRobot(
        { placeId: PLACE, robotId: id(901) },
        { place: village, robot: robot as never },
        by,
        onDay('2026-11-22'),
      )
    expect(remove(null)).toEqual({ refused: 'not-found', field: 'robotId' })
    expect(remove({}, recorder)).toEqual({ refused: 'not-allowed' })
    expect(remove({})).toMatchObject([{ type: 'robot-removed' }])
  })
})

describe('what is told of a robot', () => {
  const event = record((decide({ kind: 'dingtalk', address: DINGTALK, secret: 'SEC1' }) as RobotEvent[])[0]!)

  test('is told to the staff alone, and without its key', () => {
    for (const by of [facilitator, recorder, owner]) {
      const told = presentRobot(event, looking(by))
      expect(told).toMatchObject({ data: { ending: '5aaa', isSigned: true } })
      expect(JSON.stringify(told)).not.toMatch(/693a91f6|SEC1/)
    }
    expect(presentRobot(event, looking(villager))).toBeNull()
    expect(presentRobot(event, looking(facilitator, id(2)))).toBeNull()
  })

  test('is enough to draw the list, heard once or twice', () => {
    const once = evolveRobots([], event)
    expect(once).toMatchObject([{ id: id(901), kind: 'dingtalk', language: 'zh-Hans', isSigned: true }])
    expect(evolveRobots(once, event)).toEqual(once)
    const removed = record({ type: 'robot-removed', data: { robotId: id(901) }, words: {} }, 2)
    expect(evolveRobots(once, removed)).toEqual([])
  })
})

test('a group never hears what is somebody’s own', () => {
  expect((['blue', 'yellow', 'red', 'rating', 'offer', 'offer-late'] as const).filter(isForGroups)).toEqual([
    'yellow',
    'red',
    'offer',
    'offer-late',
  ])
})

// The signatures were reckoned by another program from the descriptions of the two.
describe('what is posted, in the format of each', () => {
  const now = new Date('2026-12-11T00:30:00.000Z')

  test('WeCom', () => {
    expect(messageFor({ kind: 'wecom', address: WECOM, secret: null }, '灯', now)).toEqual({
      url: WECOM,
      body: { msgtype: 'text', text: { content: '灯' } },
    })
  })

  test('DingTalk, with the signature in the query', () => {
    const plain = messageFor({ kind: 'dingtalk', address: DINGTALK, secret: null }, '灯', now)
    expect(plain).toEqual({ url: DINGTALK, body: { msgtype: 'text', text: { content: '灯' } } })
    const signed = messageFor({ kind: 'dingtalk', address: DINGTALK, secret: 'SEC-willow' }, '灯', now)
    const sign = encodeURIComponent('cz/cMBf50VbkDwva2BV4u6BPJQlVpDlCZkAccdExP8o=')
    expect(signed).toEqual({ ...plain, url: `${DINGTALK}&timestamp=1796949000000&sign=${sign}` })
  })

  test('Feishu, with the signature in the body', () => {
    const said = { msg_type: 'text', content: { text: '灯' } }
    expect(messageFor({ kind: 'feishu', address: FEISHU, secret: null }, '灯', now).body).toEqual(said)
    expect(messageFor({ kind: 'feishu', address: FEISHU, secret: 'feishu-willow' }, '灯', now)).toEqual({
      url: FEISHU,
      body: { ...said, timestamp: '1796949000', sign: 'B38TJxVS08w1GkOfACSEGcJj9tZeDI1Bk45RHJGbma8=' },
    })
  })

  test.each([
    ['wecom', 200, '{"errcode":0,"errmsg":"ok"}', 'sent'],
    ['wecom', 200, '{"errcode":93000,"errmsg":"invalid webhook url"}', 'refused-93000'],
    ['dingtalk', 200, '{"errcode":310000,"errmsg":"sign not match"}', 'refused-310000'],
    ['feishu', 200, '{"code":0,"msg":"success","data":{}}', 'sent'],
    ['feishu', 200, '{"StatusCode":0,"StatusMessage":"success"}', 'sent'],
    ['feishu', 200, '{"code":19021,"msg":"sign match fail"}', 'refused-19021'],
    ['feishu', 400, '{"code":9499}', 'status-400'],
    ['wecom', 301, '', 'status-301'],
    ['wecom', 200, '<html>ok</html>', 'unclear'],
    ['wecom', 200, 'null', 'unclear'],
    ['dingtalk', 200, '{"code":0}', 'unclear'],
  ] as const)('%s answers %i %s: %s', (kind, status, answer, outcome) => {
    expect(outcomeOf(kind, status, answer)).toBe(outcome)
  })
})

test('the sentences speak of the matter in three languages', () => {
  const late = [simplified, traditional, english].map((words) =>
    words.late('换灯', '王书记', '2026-12-10', 1),
  )
  expect(late).toEqual([
    '「换灯」，王书记答应12月10日办好，过了 1 天，还没报办好。',
    '「换灯」，王书记答應12月10日辦好，過了 1 天，還沒報辦好。',
    '“换灯”: 王书记 promised it by 10 December, one day ago, and has not reported it done.',
  ])
})
