import { randomUUID } from 'node:crypto'
import type { PermittedField } from '../../../shared/permissions/fields.ts'
import type { Client } from '../running/client.ts'
import { arrive, type Viewer } from './permission-viewers.ts'
import { matter, promise, remark, type Stage } from '../villages/stage.ts'

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

const FRAMES = /^live/
/** Everything but those reads that are for followers only. */
const BESIDE_THE_EVENING = /^(?!.*\/(room|wall|meetings)(\?|$))/
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
  }
  await facilitator.must('set-moderation', { meetingId: evening.meetingId, moderation: 'straight' })
  await facilitator.must('set-moderation', { meetingId: evening.meetingId, moderation: 'held' })
  await facilitator.must('give-floor', { meetingId: evening.meetingId, speaker: '站着的人', personId: null })
  return {
    secrets: [
      ...(await ofComments(stage, people.author[0])),
      ...(await ofConcerns(stage, people, box)),
      ...(await ofPromises(stage, people.taker[0])),
      ...(await ofRatings(stage, people.raiser[0])),
      ...(await ofPlace(stage)),
    ],
    viewers: Object.values(people).map(([, viewer]) => viewer),
  }
}

const idOf = async (client: Client): Promise<string> => (await client.read('/api/me')).actor.id

async function ofComments(
  { evening: { meetingId }, facilitator, recorder }: Stage,
  author: Client,
): Promise<Secret[]> {
  const masked = { lane: 'masked', name: '蒙面甲', channel: 'phone' }
  const [shown, held] = [
    remark(meetingId, masked),
    remark(meetingId, { ...masked, name: null, text: '压着的一句话' }),
  ]
  const waiting = remark(meetingId, { ...masked, name: null, text: '压着的另一句话' })
  const open = remark(meetingId, { name: '实名甲' })
  for (const one of [shown, held, waiting, open]) await author.must('post-comment', one)
  for (const { commentId } of [shown, open]) await facilitator.must('show-comment', { commentId })
  await recorder.must('file-comment', { commentId: held.commentId, as: 'away', reason: '收起来的缘由' })
  const id = await idOf(author)
  const are = { author: 'author' }
  return [
    { field: 'comment.unshown', text: '压着的另一句话', are },
    { field: 'comment.name', text: '实名甲', when: ['in-the-open'] },
    { field: 'comment.name', text: '蒙面甲', are },
    { field: 'comment.author', node: ({ authorId }) => authorId === id, are },
    { field: 'comment.filing', text: '收起来的缘由', are },
  ]
}

type People = Readonly<Record<'raiser' | 'adder' | 'hand' | 'holder', readonly [Client, Viewer]>>

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
  const adderId = await idOf(people.adder[0])
  const are = { raiser: 'raiser' }
  return [
    {
      field: 'concern.unseen',
      text: '投进箱里的话',
      within: /^live|inbox|matters/,
      are: { box: 'raiser' },
    },
    { field: 'concern.unagreed', text: own.text, within: /alike|unpromised/, are },
    { field: 'concern.raiser-name', node: ({ raisedBy }) => raisedBy === '蒙面乙', are },
    { field: 'concern.raiser', node: ({ raisedById }) => raisedById === raiserId, are },
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
    { field: 'concern.slip', node: ({ type }) => type === 'slip-handed-out' },
    { field: 'concern.voices', text: adderId, within: /^(?!\/api\/me$)/ },
    { field: 'custody.hand', node: ({ type, actorId }) => type === 'matter-offered' && actorId === holderId },
  ]
}

async function ofPromises(stage: Stage, taker: Client): Promise<Secret[]> {
  const { evening, facilitator, recorder, village, township, cadre } = stage
  const { meetingId } = evening
  const unheard = promise(village, { meetingId, measure: '还没念过的办法' })
  await recorder.must('record-commitment', unheard)
  const taken = {
    meetingId,
    commitmentId: randomUUID(),
    concernId: null,
    measure: '我来擦站牌',
    dueOn: '2026-11-30',
  }
  await taker.must('take-on', taken)
  const asked = promise(village, { meetingId })
  const named = promise(village, { meetingId, ownerId: null, owner: '电工师傅' })
  for (const one of [asked, named]) await recorder.must('record-commitment', one)
  for (const { commitmentId } of [taken, asked, named])
    for (const name of ['read-back-commitment', 'confirm-commitment'])
      await facilitator.must(name, { commitmentId })
  const { commitmentId } = asked
  await township
    .must('order-commitment', { commitmentId: stage.red, order: '这个月办完。' })
    .catch(() => undefined)
  await cadre.must('ask-extension', { commitmentId, dueOn: '2026-12-18', reason: '第一回的缘由' })
  await township.must('move-due-date', { commitmentId, dueOn: '2026-12-20', reason: '灯头没到。' })
  await cadre.must('ask-extension', { commitmentId, dueOn: '2026-12-28', reason: '只对上面说的缘由' })
  const personId = village.people['周志强']
  await facilitator.must('link-owner', { commitmentId: named.commitmentId, coOwner: null, personId })
  const unread = { ...taken, commitmentId: randomUUID(), measure: '还没念过的我来' }
  await taker.must('take-on', unread)
  const later = { commitmentId: taken.commitmentId, dueOn: '2026-12-05', reason: '揽事人的缘由' }
  await taker.must('ask-extension', later)
  const id = await idOf(taker)
  const are = { taker: 'owner' }
  return [
    { field: 'commitment.unheard', text: '还没念过的办法' },
    {
      field: 'commitment.taker',
      node: ({ takenById, state }) => takenById === id && state !== undefined,
      are,
    },
    { field: 'commitment.asked', text: '只对上面说的缘由' },
    { field: 'commitment.asked', text: '揽事人的缘由', are },
    { field: 'commitment.unheard', text: '还没念过的我来', are },
    { field: 'commitment.decider', node: ({ byName }) => byName === '赵明' },
    {
      field: 'commitment.roster-name',
      node: ({ type, words }) => type === 'owner-linked' && words.name === '周志强',
    },
  ]
}

async function ofRatings(stage: Stage, raiser: Client): Promise<Secret[]> {
  const { evening, facilitator, recorder, village } = stage
  const { meetingId } = evening
  const comment = remark(meetingId, { name: null })
  await raiser.must('post-comment', comment)
  const own = matter(meetingId, {
    commentId: comment.commentId,
    text: '公厕的灯',
    raisedBy: null,
    lane: 'masked',
  })
  await recorder.must('raise-concern', own)
  const done = promise(village, { meetingId, concernId: own.concernId })
  await recorder.must('record-commitment', done)
  for (const name of ['read-back-commitment', 'confirm-commitment'])
    await facilitator.must(name, { commitmentId: done.commitmentId })
  await recorder.must('report-done', { commitmentId: done.commitmentId, report: '换了。' })
  const judged = { ratingId: randomUUID(), concernId: null, commitmentId: done.commitmentId }
  await raiser.must('rate-outcome', { ...judged, done: 'not', satisfied: 'not', word: '私下说的一句评语' })
  await facilitator.must('note-rating', {
    ...{ ratingId: randomUUID(), concernId: stage.up, commitmentId: null, word: null },
    ...{ done: 'done', satisfied: 'satisfied', witness: '在场的证人' },
  })
  const id = await idOf(raiser)
  const are = { raiser: 'rater' }
  return [
    {
      field: 'commitment.judge',
      node: ({ type, actorId }) => type === 'commitment-reopened' && actorId === id,
    },
    { field: 'rating.rater', node: ({ type, actorId }) => type === 'outcome-rated' && actorId === id, are },
    { field: 'rating.word', text: '私下说的一句评语', are },
    { field: 'rating.witness', text: '在场的证人' },
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
    { field: 'meeting.moderation', node: ({ type }) => type === 'moderation-set', within: FRAMES },
    { field: 'meeting.steps', node: ({ steps, comments }) => comments !== undefined && steps?.length > 0 },
    { field: 'minutes.workings', text: '记下的一稿', within: FRAMES },
    { field: 'roster.person', text: '名册新人', within: FRAMES },
    { field: 'robot.group', node: ({ type }) => type === 'robot-set', within: STORY },
    { field: 'robot.key', text: 'SEC0123456789' },
    { field: 'visit.note', text: '上门见的人', within: FRAMES, are: { owner: 'noter' } },
  ]
}
