import { randomUUID } from 'node:crypto'
import { Client } from '../support/running/client.ts'
import type { Cast } from './cast.ts'

const ANSWER = '周一上午换好了新的，旧的拉走了，路边立了反光桩。'

/** Somebody who puts matters into the box, with a phone that is known again. */
async function phoneOf({ url, placeId }: Cast): Promise<Client> {
  const phone = new Client(url)
  phone.placeId = placeId
  const { status } = await phone.post('/api/sessions/key', { placeId })
  if (status !== 200) throw new Error(`expected a key for the box, found ${status}`)
  return phone
}

async function cameIn(by: Client, channel: string, text: string, raisedBy: string | null): Promise<string> {
  const concernId = randomUUID()
  await by.must('raise-concern', {
    ...{ concernId, meetingId: null, commentId: null, agendaItemId: null, gridId: null },
    ...{ channel, text, raisedBy, lane: raisedBy ? 'open' : 'masked', isAgreed: false },
  })
  return concernId
}

/** What comes between two evenings: the box, a call, a slip; gives the phone that put most of it in. */
export async function putIntoTheBox(cast: Cast): Promise<Client> {
  const { clock, facilitator, township } = cast
  clock.set('2026-11-18T02:00:00.000Z')
  const phone = await phoneOf(cast)
  const bin = await cameIn(phone, 'form', '打谷场边的垃圾箱盖子坏了，狗翻得一地都是', null)
  const road = await cameIn(phone, 'form', '县道边的沟塌了一段，一下雨就过不去', '李婶')
  for (const concernId of [bin, road]) await facilitator.must('agree-wording', { concernId })
  await facilitator.must('answer-concern', { concernId: bin, answer: ANSWER })
  const up = { toPlaceId: cast.townshipId, reason: '县道归镇里以上管，村里没有吊车。' }
  await facilitator.must('offer-matter', { concernId: road, ...up })
  clock.set('2026-11-19T01:30:00.000Z')
  await township.must('accept-matter', { concernId: road })
  clock.set('2026-11-20T08:10:00.000Z')
  await cameIn(phone, 'form', '村口的宽带一到晚上就断，孩子上不了网课', null)
  await cameIn(facilitator, 'call', '井台边的水管又漏了，一夜流了半条沟', '周伯')
  await cameIn(facilitator, 'paper', '图书室的灯太暗，老人看不清字', null)
  return phone
}

/** What the village says of itself: kinds of matters, days of its own, the group that hears. */
export async function writeThePlace({ facilitator }: Cast): Promise<void> {
  for (const [name, unit, level, limit, guidance, stance] of [
    ...[['路灯报修', '村委会', 'village', 5, '说清是哪一盏，村里找电工。', 'takes-on'] as const],
    ...[['低保申请', '镇民政办', 'township', 20, '带户口本和收入说明，村里帮着填表。', 'not-ours'] as const],
    ...[['邻里争地界', '村调解小组', 'village', null, '两家都在场，先看老契再量。', 'takes-on'] as const],
  ])
    await facilitator.must('write-catalogue-entry', {
      ...{ entryId: randomUUID(), name, unit, level, guidance, stance },
      limit: limit === null ? null : { unit: 'working', count: limit },
    })
  const markets = ['2026-11-25', '2026-12-05'].map((day) => ({ day, kind: 'rest' }))
  await facilitator.must('mark-days', { days: markets, source: '逢五赶集' })
  await facilitator.must('set-robot', {
    ...{ robotId: randomUUID(), kind: 'wecom', language: 'zh-Hans', secret: null },
    address: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${'a'.repeat(28)}b7c9`,
  })
}

/** The cadre's afternoon from door to door. */
export async function walkTheVillage({ cadre, clock, people }: Cast): Promise<void> {
  clock.set('2026-11-20T09:30:00.000Z')
  const gridId = null
  const visit = { onDay: '2026-11-20', gridId }
  const sun = {
    ...{ ...visit, visitId: randomUUID(), atTime: '15:30', door: '东头第三家', visited: '孙大伯' },
    visitors: [{ personId: people['陈晓'] ?? null, name: '陈晓' }],
    seen: '一个人住，腿脚不便\n灶房的墙裂了一道',
    need: '屋顶漏雨，请村里看看\n低保的手续怎么办',
    next: '周三带民政办的人再来',
  }
  await cadre.must('note-visit', sun)
  await cadre.must('raise-from-visit', {
    ...{ visitId: sun.visitId, part: 'need', line: '屋顶漏雨，请村里看看', concernId: randomUUID() },
    ...{ text: '东头有一家屋顶漏雨', kind: 'stated', raisedBy: null, lane: 'masked', isAgreed: true },
  })
  await cadre.must('note-visit', {
    ...{ ...visit, visitId: randomUUID(), atTime: '16:20', door: '桥头小卖部', visited: '高凤英' },
    ...{ visitors: [], seen: '', need: '过桥的车太快，想要两道减速带', next: '' },
  })
}
