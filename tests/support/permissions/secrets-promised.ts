import { randomUUID } from 'node:crypto'
import type { Client } from '../running/client.ts'
import { matter, promise, remark, type Stage } from '../villages/stage.ts'
import type { Secret } from './permission-secrets.ts'
import type { Viewer } from './permission-viewers.ts'

const idOf = async (client: Client): Promise<string> => (await client.read('/api/me')).actor.id

export async function ofPromises(stage: Stage, taker: Client): Promise<Secret[]> {
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
    {
      field: 'commitment.hand',
      node: ({ type, actorId }) => type === 'commitment-confirmed' && actorId !== '',
    },
    { field: 'commitment.decider', node: ({ byName }) => byName === '赵明' },
    {
      field: 'commitment.roster-name',
      node: ({ type, words }) => type === 'owner-linked' && words.name === '周志强',
    },
  ]
}

export async function ofRatings(stage: Stage, raiser: Client, doer: Viewer): Promise<Secret[]> {
  const { evening, facilitator, recorder, village } = stage
  const { meetingId } = evening
  const comment = remark(meetingId, { lane: 'masked', name: null })
  await raiser.must('post-comment', comment)
  const own = matter(meetingId, {
    commentId: comment.commentId,
    text: '公厕的灯',
    raisedBy: null,
    lane: 'masked',
  })
  await recorder.must('raise-concern', own)
  const doing = { ownerId: doer.id!, owner: '来人' }
  const done = promise(village, { meetingId, concernId: own.concernId, ...doing })
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
  const are = { raiser: 'rater', [doer.name]: 'subject' }
  return [
    {
      field: 'commitment.judge',
      node: ({ type, actorId }) => type === 'commitment-reopened' && actorId === id,
      are: { [doer.name]: 'subject' },
    },
    { field: 'rating.rater', node: ({ type, actorId }) => type === 'outcome-rated' && actorId === id, are },
    { field: 'rating.word', text: '私下说的一句评语', are },
    {
      field: 'rating.time',
      node: (one) => one['id'] === judged.ratingId && !String(one['ratedAt']).includes(':00:00.'),
      are: { raiser: 'rater' },
    },
    { field: 'rating.witness', text: '在场的证人' },
  ]
}
