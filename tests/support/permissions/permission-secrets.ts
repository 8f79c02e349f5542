import { randomUUID } from 'node:crypto'
import type { PermittedField } from '../../../shared/permissions/fields.ts'
import type { Client } from '../running/client.ts'
import { DAY_MS } from '../running/clock.ts'
import { arrive, type Viewer } from './permission-viewers.ts'
import { matter, promise, remark, type Stage } from '../villages/stage.ts'
import { ofPromises, ofRatings } from './secrets-promised.ts'

/** One thing that not everybody may know: where it stands in what was answered, and who is what to it. */
export interface Secret {
  readonly field: PermittedField
  /** Text that stands nowhere else. */
  readonly text?: string
  /** An object of an answer or frame that holds it. */
  readonly node?: (node: Readonly<Record<string, any>>) => boolean
  /** Outputs in which it counts; all of them where it is not said. */
  readonly within?: RegExp
  readonly are?: Readonly<Record<string, string>>
  readonly when?: readonly string[]
}

export interface Secrets {
  readonly secrets: readonly Secret[]
  /** Phones and staff that did one thing each. */
  readonly viewers: readonly Viewer[]
}

const HOUR_MS = 3_600_000
const FRAMES = /^live/
/** Everybody who listens already has read it on the wall. */
const NOT_WHILE_IT_STOOD = /^(?!live$)/
/** Everything but those reads that are for followers only. */
const BESIDE_THE_EVENING = /^(?!.*\/(room|wall|meetings)(\?|$))/
/** No day and no hour of the country begins then. */
const isFinerThan = (lengthMs: number, at: unknown): boolean =>
  typeof at === 'string' && (Date.parse(at) + 8 * HOUR_MS) % lengthMs !== 0

/** What the ear hears again by reading: frames and the story of a matter. */
const STORY = /^live|matters/

/** Plants one of each; everybody who listens already hears it happen. */
export async function plantSecrets(stage: Stage, box: Viewer): Promise<Secrets> {
  const { evening, village, facilitator } = stage
  const phone = async (name: string): Promise<[Client, Viewer]> => {
    const client = await evening.phone(name === 'taker' ? '揽事的人' : null)
    return [client, { name, kind: 'guest', cookie: client.cookie, roles: {}, joined: evening.meetingId }]
  }
  const quiet = async (name: string, role: 'recorder' | 'facilitator'): Promise<[Client, Viewer]> => {
    const came = await arrive(stage, village.placeId, [{ role, placeId: village.placeId }])
    const client = village.stranger()
    Object.assign(client, { cookie: came.cookie, placeId: village.placeId })
    return [client, { name, kind: 'person', roles: { village: [role] }, ...came }]
  }
  const people = {
    author: await phone('author'),
    raiser: await phone('raiser'),
    adder: await phone('adder'),
    taker: await phone('taker'),
    hand: await quiet('quiet recorder', 'recorder'),
    holder: await quiet('quiet facilitator', 'facilitator'),
    doer: await quiet(DOER, 'recorder'),
  }
  // Some minutes past the hour.
  village.clock.advance(7 * 60_000)
  await facilitator.must('set-moderation', { meetingId: evening.meetingId, moderation: 'straight' })
  await facilitator.must('set-moderation', { meetingId: evening.meetingId, moderation: 'held' })
  await facilitator.must('give-floor', { meetingId: evening.meetingId, speaker: '站着的人', personId: null })
  return {
    secrets: [
      ...(await ofComments(stage, people.author[0], people.doer[1].id!)),
      ...(await ofConcerns(stage, people, box)),
      ...(await ofPromises(stage, people.taker[0])),
      ...(await ofRatings(stage, people.raiser[0], people.doer[1])),
      ...(await ofPlace(stage)),
    ],
    viewers: Object.values(people).map(([, viewer]) => viewer),
  }
}

const DOER = 'recorder who does it'

/** Makes a matter of it, for which this person promises something. */
async function promisedFor(
  { village, recorder }: Stage,
  doerId: string,
  said: ReturnType<typeof matter>,
): Promise<void> {
  await recorder.must('raise-concern', said)
  const { concernId, meetingId } = said
  const given = { meetingId, concernId, ownerId: doerId, owner: '来人', measure: '自己来办' }
  await recorder.must('record-commitment', promise(village, given))
}

const idOf = async (client: Client): Promise<string> => (await client.read('/api/me')).actor.id

async function ofComments(stage: Stage, author: Client, doerId: string): Promise<Secret[]> {
  const { facilitator, recorder } = stage
  const { meetingId } = stage.evening
  const masked = { lane: 'masked', name: '蒙面甲', channel: 'phone' }
  const [shown, held] = [
    remark(meetingId, masked),
    remark(meetingId, { ...masked, name: null, text: '压着的一句话' }),
  ]
  const waiting = remark(meetingId, { ...masked, name: null, text: '压着的另一句话' })
  const open = remark(meetingId, { name: '实名甲' })
  for (const one of [shown, held, waiting, open]) await author.must('post-comment', one)
  for (const { commentId } of [shown, open]) await facilitator.must('show-comment', { commentId })
  const down = remark(meetingId, { ...masked, name: null, text: '挂上又撤下的话' })
  await author.must('post-comment', down)
  for (const name of ['show-comment', 'hold-comment'])
    await facilitator.must(name, { commentId: down.commentId })
  await recorder.must('file-comment', { commentId: held.commentId, as: 'away', reason: '收起来的缘由' })
  const id = await idOf(author)
  const are = { author: 'author' }
  const matterOf = { commentId: shown.commentId, lane: 'masked', raisedBy: null }
  await promisedFor(stage, doerId, matter(meetingId, matterOf))
  const theirs = { ...are, [DOER]: 'subject' }
  return [
    { field: 'comment.unshown', text: '压着的另一句话', are },
    { field: 'comment.taken-down', text: '挂上又撤下的话', are, within: NOT_WHILE_IT_STOOD },
    { field: 'comment.name', text: '实名甲', when: ['in-the-open'] },
    { field: 'comment.name', node: ({ name }) => name === '蒙面甲', are: theirs },
    {
      field: 'comment.author',
      node: ({ authorId, lane, ...one }) =>
        authorId === id && lane === 'masked' && [one['id'], one['commentId']].includes(shown.commentId),
      are: theirs,
    },
    {
      field: 'comment.author',
      node: ({ authorId, lane }) => authorId === id && lane === 'open',
      are,
      when: ['in-the-open'],
    },
    { field: 'comment.filing', text: '收起来的缘由', are },
    {
      field: 'comment.time',
      node: ({ postedAt, ...one }) =>
        Boolean(postedAt) && [one['id'], one['commentId']].includes(shown.commentId),
      are,
    },
    {
      field: 'comment.time',
      node: ({ type, data, recordedAt }) =>
        type === 'comment-shown' && data.commentId === shown.commentId && recordedAt !== '',
      are,
    },
  ]
}

type People = Readonly<Record<'raiser' | 'adder' | 'hand' | 'holder' | 'doer', readonly [Client, Viewer]>>

async function ofConcerns(stage: Stage, people: People, box: Viewer): Promise<Secret[]> {
  const { evening, facilitator, recorder, village } = stage
  const { meetingId } = evening
  const [raiser, hand] = [people.raiser[0], people.hand[0]]
  const comment = remark(meetingId, { lane: 'masked', name: '蒙面乙', text: '井盖又松了' })
  await raiser.must('post-comment', comment)
  const own = matter(meetingId, {
    ...{
      commentId: comment.commentId,
      text: '晒谷场的井盖松了',
      raisedBy: '蒙面乙',
      lane: 'masked',
      isAgreed: false,
    },
  })
  await recorder.must('raise-concern', own)
  const complaint = remark(meetingId, { lane: 'masked', name: '蒙面丙', text: '水表少了一块' })
  await raiser.must('post-comment', complaint)
  const about = matter(meetingId, { commentId: complaint.commentId, lane: 'masked', raisedBy: null })
  await promisedFor(stage, people.doer[1].id!, about)
  const boxed = village.stranger()
  Object.assign(boxed, { cookie: box.cookie, placeId: village.placeId })
  const form = { channel: 'form', lane: 'masked', raisedBy: null, isAgreed: false, text: '投进箱里的话' }
  await boxed.must('raise-concern', { ...matter(meetingId, form), meetingId: null })
  const settled = matter(meetingId, { text: '水表要换', raisedBy: '实名乙' })
  await recorder.must('raise-concern', settled)
  const tags = { kind: 'observed', category: 'infrastructure', size: 'small', gridId: null }
  await recorder.must('describe-concern', { concernId: settled.concernId, ...tags, groups: ['elders'] })
  await hand.must('answer-concern', { concernId: settled.concernId, answer: '月底换。' })
  const handed = matter(meetingId, { text: '桥栏杆断了' })
  await recorder.must('raise-concern', handed)
  const upward = { concernId: handed.concernId, toPlaceId: village.townshipId, reason: '没有吊车。' }
  await people.holder[0].must('offer-matter', upward)
  await people.adder[0].must('add-voice', { concernId: handed.concernId })
  await facilitator.must('hand-out-slip', { concernId: stage.raised[2]!, raisedById: stage.paperKey })
  const [raiserId, handId, holderId] = [await idOf(raiser), await idOf(hand), await idOf(people.holder[0])]
  const [adderId, openId] = [await idOf(people.adder[0]), await idOf(stage.phone)]
  const are = { raiser: 'raiser' }
  const theirs = { ...are, [DOER]: 'subject' }
  const isAbout = ({ id, concernId }: Readonly<Record<string, unknown>>): boolean =>
    [id, concernId].includes(about.concernId)
  return [
    {
      field: 'concern.unseen',
      text: '投进箱里的话',
      within: /^live|inbox|matters/,
      are: { box: 'raiser' },
    },
    { field: 'concern.unagreed', text: own.text, within: /alike|unpromised/, are },
    { field: 'concern.raiser-name', node: ({ raisedBy }) => raisedBy === '蒙面乙', are },
    { field: 'concern.raiser-name', node: ({ raisedBy }) => raisedBy === '蒙面丙', are: theirs },
    { field: 'concern.raiser', node: (one) => one['raisedById'] === raiserId && isAbout(one), are: theirs },
    { field: 'concern.raiser', node: ({ raisedById }) => raisedById === raiserId, are },
    {
      field: 'concern.raiser',
      node: ({ raisedById, lane }) => raisedById === openId && lane === 'open',
      are: { phone: 'raiser' },
      when: ['in-the-open'],
    },
    { field: 'concern.raiser-name', node: ({ raisedBy }) => raisedBy === '实名乙', when: ['in-the-open'] },
    { field: 'concern.settler', node: ({ settledById }) => settledById === handId },
    { field: 'concern.groups', node: ({ groups }) => Array.isArray(groups) && groups.includes('elders') },
    { field: 'concern.hand', node: ({ type, actorId }) => type === 'concern-answered' && actorId === handId },
    {
      field: 'concern.hand',
      node: ({ type, data, actorId }) =>
        type === 'concern-raised' && data.concernId === own.concernId && actorId !== '',
      are,
    },
    {
      field: 'concern.hand',
      node: ({ type, data, actorId }) => type === 'concern-raised' && isAbout(data) && actorId !== '',
      are: theirs,
    },
    {
      field: 'concern.time',
      node: ({ id, raisedAt }) => id === own.concernId && isFinerThan(DAY_MS, raisedAt),
      are,
    },
    { field: 'concern.slip', node: ({ type }) => type === 'slip-handed-out' },
    { field: 'concern.voices', text: adderId, within: /^(?!\/api\/me$)/ },
    { field: 'custody.hand', node: ({ type, actorId }) => type === 'matter-offered' && actorId === holderId },
  ]
}

async function ofPlace(stage: Stage): Promise<Secret[]> {
  const { evening, facilitator, recorder, cadre } = stage
  const { meetingId, code } = evening
  await facilitator.must('add-person', { personId: randomUUID(), name: '名册新人', householdId: null })
  await recorder.must('name-minutes-point', { meetingId, minutesSeq: stage.minutesSeq, name: '记下的一稿' })
  await cadre.must('note-visit', {
    ...{
      visitId: randomUUID(),
      onDay: '2026-11-22',
      atTime: null,
      gridId: null,
      door: null,
      visited: '上门见的人',
    },
    ...{ visitors: [], seen: '看见了', need: '要修', next: '再来' },
  })
  return [
    // Who follows is told by the door: nobody else gets an answer that holds it.
    {
      field: 'meeting.code',
      node: (node) => node['code'] === code && 'phase' in node,
      within: BESIDE_THE_EVENING,
    },
    {
      field: 'meeting.floor',
      node: ({ floor, phase }) => phase === 'open' && floor?.speaker === '站着的人',
      within: BESIDE_THE_EVENING,
    },
    { field: 'meeting.hand', node: ({ type, actorId }) => type === 'floor-given' && actorId !== '' },
    { field: 'meeting.moderation', node: ({ type }) => type === 'moderation-set', within: FRAMES },
    { field: 'meeting.steps', node: ({ steps, comments }) => comments !== undefined && steps?.length > 0 },
    { field: 'minutes.workings', text: '记下的一稿', within: FRAMES },
    { field: 'roster.person', text: '名册新人', within: FRAMES },
    { field: 'roster.post', node: ({ type }) => type === 'post-given', within: FRAMES },
    { field: 'robot.group', node: ({ type }) => type === 'robot-set', within: STORY },
    { field: 'robot.key', node: ({ type, words }) => type === 'robot-set' && Boolean(words?.secret) },
    { field: 'visit.note', text: '上门见的人', within: FRAMES, are: { owner: 'noter' } },
  ]
}
