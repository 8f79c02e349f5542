import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { headOf } from '../../../server/journal/read.ts'
import type { Client } from '../running/client.ts'
import { matter, promise, remark } from '../villages/stage.ts'
import { openVillage, type Village } from '../villages/village.ts'
import { openTestDatabase } from '../running/database.ts'
import { seedChance } from './seeded-chance.ts'

/** One of two villages that live through the same evenings; only who hides the name is another one. */
export interface World {
  readonly village: Village
  readonly staff: Readonly<Record<'facilitator' | 'recorder' | 'cadre' | 'supervision' | 'township', Client>>
  /** Both say something by name each evening; one of them says something more without. */
  readonly speakers: readonly [Client, Client]
  readonly neighbour: Client
  /** Which of the two hides the name. */
  readonly hidden: 0 | 1
}

const NAMES = ['李婶', '赵姐'] as const
const NEIGHBOUR = '钱叔'
const WORDS = [
  '水泵没修',
  '路灯不亮',
  '井盖松了',
  '账没公示',
  '水渠堵了',
  '桥头有坑',
  '晒谷场被占',
  '垃圾没人收',
]

/** A story is told by chance, the same in both worlds. */
export type Chance = (below: number) => number

export function chanceBy(seed: number): Chance {
  let state = seed * 2_654_435_761 + 1
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
    return (state >>> 7) % below
  }
}

export async function openWorld(hidden: 0 | 1): Promise<World> {
  const storage = await openTestDatabase()
  const restore = seedChance('village')
  try {
    const village = await openVillage({ storage, withPages: true })
    const [facilitator, recorder] = [await village.as('陈静'), await village.as('陈晓')]
    const [cadre, supervision] = [await village.as('王建国'), await village.as('周志强')]
    const staff = { facilitator, recorder, cadre, supervision, township: await village.as('赵明') }
    const phone = (): Client => Object.assign(village.stranger(), { placeId: village.placeId })
    return { village, staff, speakers: [phone(), phone()], neighbour: phone(), hidden }
  } finally {
    restore()
  }
}

export interface Told {
  /** What each viewer got to know, by address or stream. */
  readonly [output: string]: string
}

/** Lives through one evening and gathers all that is told of it. */
export async function liveThrough(world: World, nth: number): Promise<Told> {
  const restore = seedChance(`evening ${nth}`)
  try {
    const from = await headOf(world.village.context.database.reader, world.village.placeId)
    const { meetingId, concernId } = await evening(world, nth)
    return await toldOf(world, { meetingId, concernId, from, isWhole: nth % WHOLE_EVERY === 0 })
  } finally {
    restore()
  }
}

async function evening(world: World, nth: number): Promise<{ meetingId: string; concernId: string | null }> {
  const { village, staff, speakers, neighbour, hidden } = world
  const { facilitator, recorder } = staff
  const chance = chanceBy(nth)
  const wait = (): void => village.clock.advance(1_000 + chance(180_000))
  const [meetingId, agenda] = [randomUUID(), [randomUUID(), randomUUID()]]
  const items = agenda.map((agendaItemId, at) => ({ agendaItemId, title: WORDS[(nth + at) % WORDS.length]! }))
  const plan = { meetingId, format: 'pavilion-talk', title: `第${nth}晚`, onDay: '2026-11-22', agenda: items }
  await facilitator.must('plan-meeting', plan)
  await facilitator.must('open-meeting', { meetingId })
  const { code } = (await facilitator.room(meetingId)).meeting
  for (const [at, phone] of [...speakers, neighbour].entries())
    await phone.post('/api/sessions/join', { code, name: NAMES[at] ?? NEIGHBOUR })
  if (chance(3) === 0) await facilitator.must('set-moderation', { meetingId, moderation: 'straight' })
  const say = async (by: Client, over: object): Promise<string> => {
    wait()
    const said = remark(meetingId, { text: `${WORDS[chance(WORDS.length)]}${chance(1_000)}`, ...over })
    await by.must('post-comment', said)
    return said.commentId
  }
  const open = (at: 0 | 1) => say(speakers[at], { name: NAMES[at] })
  const before = [await open(0), await open(1)]
  const masked = { lane: 'masked', name: chance(2) ? NAMES[hidden] : null, text: `不露名的话${nth}` }
  const maskedId = await say(speakers[hidden], masked)
  const after = [await open(1), await open(0)]
  for (const agendaItemId of agenda.slice(0, chance(3)))
    await facilitator.must('start-agenda-item', { meetingId, agendaItemId })
  const toShow = [...before, maskedId, ...after].filter(() => chance(3) > 0)
  for (const commentId of toShow) {
    wait()
    await facilitator.command('show-comment', { commentId })
  }
  const fate = chance(6)
  if (fate === 0) await speakers[hidden].must('withdraw-comment', { commentId: maskedId })
  if (fate === 1) await facilitator.command('hold-comment', { commentId: maskedId })
  if (fate === 2)
    await recorder.command('file-comment', { commentId: maskedId, as: 'appendix', reason: null })
  const concernId = fate > 2 ? await becomesMatter(world, { meetingId, maskedId, nth, chance, wait }) : null
  wait()
  await facilitator.must('close-meeting', { meetingId })
  return { meetingId, concernId }
}

interface Said {
  readonly meetingId: string
  readonly maskedId: string
  readonly nth: number
  readonly chance: Chance
  readonly wait: () => void
}

/** The masked sentence becomes a matter, gets an outcome, and whoever raised it judges. */
async function becomesMatter({ village, staff, speakers, hidden }: World, said: Said): Promise<string> {
  const { meetingId, maskedId, nth, chance, wait } = said
  const { recorder, township } = staff
  const raised = matter(meetingId, {
    ...{ commentId: maskedId, lane: 'masked', text: `没人露名的事${nth}` },
    raisedBy: chance(2) ? NAMES[hidden] : null,
  })
  wait()
  await recorder.must('raise-concern', raised)
  const { concernId } = raised
  const judge = { ratingId: randomUUID(), word: `私下的评语${nth}` }
  if (chance(2)) {
    await township.must('answer-concern', { concernId, answer: '明天派人来。' })
    wait()
    const given = { done: 'done', satisfied: chance(2) ? 'satisfied' : 'acceptable' }
    await speakers[hidden].must('rate-outcome', { ...judge, concernId, commitmentId: null, ...given })
    return concernId
  }
  const spoken = promise(village, { meetingId, concernId })
  await recorder.must('record-commitment', spoken)
  const { commitmentId } = spoken
  for (const name of ['read-back-commitment', 'confirm-commitment'])
    await recorder.must(name, { commitmentId })
  await recorder.must('report-done', { commitmentId, report: '修了。' })
  wait()
  const given = chance(2) ? { done: 'not', satisfied: 'not' } : { done: 'done', satisfied: 'satisfied' }
  await speakers[hidden].must('rate-outcome', { ...judge, concernId: null, commitmentId, ...given })
  return concernId
}

interface Asked {
  readonly meetingId: string
  readonly concernId: string | null
  readonly from: number
  /** Also what tells of all evenings. */
  readonly isWhole: boolean
}

const WHOLE_EVERY = 10
const OF_ALL = [
  ...['ledger', 'ledger.csv?language=zh-Hans', 'ratings', 'ladder', 'agenda/waiting', 'rising', 'notices'],
  ...['figures', 'supervision', `ledger/unpromised?q=${encodeURIComponent('露名')}`],
]

/** Every read, page, file and stream of those who may know and those who may not. */
async function toldOf(world: World, { meetingId, concernId, from, isWhole }: Asked): Promise<Told> {
  const { village, staff, neighbour } = world
  const { placeId } = village
  const at = `/api/places/${placeId}`
  const room = `${at}/meetings/${meetingId}`
  const paths = [
    ...['inbox', `alike?q=${encodeURIComponent('没人露名的事')}`, 'mine'],
    ...(concernId ? [`matters/${concernId}`] : []),
    ...(isWhole ? OF_ALL : []),
  ].map((path) => `${at}/${path}`)
  const evenings = [`${room}/room`, `${room}/room?as=phone`, `${room}/wall`, `${room}/review`]
  const pages = isWhole ? [`/public/${placeId}`, `/public/${placeId}/month/2026-11`, '/api/openapi.json'] : []
  const told: Record<string, string> = {}
  const viewers = { ...staff, neighbour, stranger: village.stranger() }
  const head = await headOf(village.context.database.reader, placeId)
  for (const [name, { cookie }] of Object.entries(viewers)) {
    for (const url of [...paths, ...evenings, ...pages]) {
      const answer = await village.app.inject({ url, headers: cookie === null ? {} : { cookie } })
      told[`${name} ${url.replace(meetingId, 'M')}`] = `${answer.statusCode} ${answer.body}`
    }
  }
  for (const [name, client, as] of [
    ...Object.entries(staff).map(([one, client]) => [one, client, 'desk'] as const),
    ['neighbour', neighbour, 'phone'] as const,
    ['wall', staff.facilitator, 'wall'] as const,
  ])
    told[`${name} live`] = await heard(client, { since: from, as, meeting: meetingId }, head)
  return told
}

async function heard(
  client: Client,
  where: { since: number; as: 'desk' | 'phone' | 'wall'; meeting: string },
  head: number,
): Promise<string> {
  const listening = await client.listen(where)
  await vi.waitFor(() => {
    if (listening.upTo < head) throw new Error(`expected to hear up to ${head}, found ${listening.upTo}`)
  }, 10_000)
  listening.close()
  return JSON.stringify(listening.frames.filter(({ kind }) => kind === 'events'))
}
