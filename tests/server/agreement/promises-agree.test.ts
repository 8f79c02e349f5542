import { expect, test } from 'vitest'
import { commentsFor } from '../../../server/comments/queries.ts'
import { commitmentsFor, ledgerFor } from '../../../server/commitments/queries.ts'
import { concernsFor } from '../../../server/concerns/queries.ts'
import type { Comment, CommentEvent } from '../../../shared/comments/comment.ts'
import { evolveComments } from '../../../shared/comments/evolve.ts'
import { presentComment } from '../../../shared/comments/present.ts'
import type { Commitment, CommitmentEvent, DueChange } from '../../../shared/commitments/commitment.ts'
import { evolveCommitments, evolveDueChanges } from '../../../shared/commitments/evolve.ts'
import { presentCommitment } from '../../../shared/commitments/present.ts'
import type { Concern, ConcernEvent } from '../../../shared/concerns/concern.ts'
import { evolveConcerns } from '../../../shared/concerns/evolve.ts'
import { presentConcern } from '../../../shared/concerns/present.ts'
import type { RecordedEvent, Viewer } from '../../../shared/kernel/event.ts'
import * as given from '../../support/villages/given.ts'
import { openRecord, type VillageRecord } from '../../support/records/record.ts'

const { facilitator, id, looking, MEETING, otherVillager, recorder, stranger, township, villager } = given

const byId = (a: { id?: string }, b: { id?: string }) => (String(a.id) < String(b.id) ? -1 : 1)

async function livelyEvening(record: VillageRecord): Promise<void> {
  const { must } = record
  for (const [number, lane] of [
    [301, 'open'],
    [302, 'masked'],
    [303, 'masked'],
    [304, 'open'],
    [305, 'open'],
  ] as const)
    await must(number === 304 ? otherVillager : villager, 'post-comment', {
      commentId: id(number),
      meetingId: MEETING,
      text: `第${number}件事`,
      lane,
      channel: 'phone',
      name: '李婶',
    })
  for (const number of [301, 302, 304]) await must(facilitator, 'show-comment', { commentId: id(number) })
  await must(facilitator, 'hold-comment', { commentId: id(302) })
  await must(facilitator, 'show-comment', { commentId: id(302) })
  await must(facilitator, 'hold-comment', { commentId: id(301) })
  await must(otherVillager, 'withdraw-comment', { commentId: id(304) })
  await must(villager, 'withdraw-comment', { commentId: id(305) })
  for (const [number, commentId] of [
    [401, id(302)],
    [402, null],
    [403, null],
    [404, id(301)],
  ] as const)
    await must(recorder, 'raise-concern', {
      concernId: id(number),
      meetingId: MEETING,
      commentId,
      agendaItemId: null,
      text: `心事${number}`,
      raisedBy: null,
      lane: 'open',
      isAgreed: number !== 403,
      channel: 'meeting',
      gridId: null,
    })
  await must(recorder, 'agree-wording', { concernId: id(403) })
  await must(recorder, 'reword-concern', { concernId: id(402), text: '说得更清楚', isAgreed: true })
  await must(recorder, 'refer-concern', {
    concernId: id(402),
    referredTo: '供电所',
    route: 'department',
    reason: '归他们管',
  })
  await must(recorder, 'take-back-outcome', { concernId: id(402) })
  await must(recorder, 'decline-concern', { concernId: id(402), reason: '不归村里管' })
  await must(recorder, 'answer-concern', { concernId: id(404), answer: '明天就办' })
  await promises(record)
}

async function promises({ must }: VillageRecord): Promise<void> {
  const wording = (dueOn: string) => ({
    ownerId: null,
    owner: '王书记',
    measure: '换灯',
    dueOn,
    limit: null,
    isOnTheSpot: false,
    coOwners: [{ personId: null, name: '供电公司', part: '出材料', dueOn: '2026-12-01' }],
  })
  for (const number of [501, 502, 503, 504])
    await must(recorder, 'record-commitment', {
      commitmentId: id(number),
      meetingId: MEETING,
      concernId: number === 502 ? id(401) : number === 503 ? id(403) : null,
      verbatim: '我找人修好。',
      origin: 'promise',
      entryId: null,
      ...wording('2026-12-10'),
    })
  for (const number of [501, 502, 503])
    await must(facilitator, 'read-back-commitment', { commitmentId: id(number) })
  await must(recorder, 'amend-commitment', { commitmentId: id(501), ...wording('2026-12-12') })
  await must(recorder, 'drop-commitment', { commitmentId: id(503) })
  await must(facilitator, 'confirm-commitment', { commitmentId: id(502) })
  await must(facilitator, 'read-back-commitment', { commitmentId: id(501) })
  await must(facilitator, 'confirm-commitment', { commitmentId: id(501) })
  for (const dueOn of ['2026-12-18', '2026-12-24'])
    await must(township, 'move-due-date', { commitmentId: id(501), dueOn, reason: `等到${dueOn}` })
  for (const number of [501, 502])
    await must(recorder, 'report-part', {
      ...{ commitmentId: id(number), coOwner: 0, report: '材料到了', remainder: null, remainderOn: null },
    })
  for (const number of [501, 502])
    await must(recorder, 'report-done', { commitmentId: id(number), report: '修好了' })
  await must(recorder, 'take-back-report', { commitmentId: id(501) })
  await must(facilitator, 'note-rating', {
    ...{ ratingId: id(701), concernId: null, commitmentId: id(502), done: 'not', satisfied: 'not' },
    ...{ word: '还是黑', witness: '周伯' },
  })
}

/** What a screen of this viewer holds after hearing the whole story. */
function heard(story: readonly RecordedEvent[], viewer: Viewer) {
  let comments: readonly Comment[] = []
  let concerns: readonly Concern[] = []
  let commitments: readonly Commitment[] = []
  let dueChanges: readonly DueChange[] = []
  for (const { type, ...rest } of story) {
    const event = { type, ...rest } as RecordedEvent<any>
    if (type.startsWith('comment-')) {
      const view = presentComment(event as RecordedEvent<CommentEvent>, viewer)
      if (view) comments = evolveComments(comments, view)
    } else if (type.startsWith('concern-') || type === 'outcome-taken-back') {
      const view = presentConcern(event as RecordedEvent<ConcernEvent>, viewer)
      if (view) concerns = evolveConcerns(concerns, view)
    } else {
      const view = presentCommitment(event as RecordedEvent<CommitmentEvent>, viewer)
      if (view) commitments = evolveCommitments(commitments, view)
      if (view) dueChanges = evolveDueChanges(dueChanges, view)
    }
  }
  return { comments, concerns, commitments, dueChanges }
}

test.each([
  ['staff', looking(recorder)],
  ['a villager', looking(villager, MEETING)],
  ['another villager', looking(otherVillager, MEETING)],
  ['the wall', looking(stranger, MEETING)],
])('what %s hears is what they would read afterwards', async (_, viewer) => {
  const record = await openRecord()
  await livelyEvening(record)
  const story = (await record.story()).filter(({ type }) =>
    /^(com|con|outcome-taken|due|report|part)/.test(type),
  )
  const screen = heard(story, viewer)
  const { reader } = record.context.database
  const read = {
    comments: await commentsFor(reader, given.PLACE, MEETING, viewer),
    concerns: await concernsFor(reader, given.PLACE, { id: MEETING, openedAt: null }, viewer, []),
    commitments: await commitmentsFor(reader, given.PLACE, MEETING, viewer),
  }
  expect(screen.comments.toSorted(byId)).toEqual(read.comments.toSorted(byId))
  expect(screen.concerns.toSorted(byId)).toEqual(read.concerns.toSorted(byId))
  const isKept = ({ state }: Commitment) => viewer.id === recorder.id || state !== 'dropped'
  expect(screen.commitments.filter(isKept).toSorted(byId)).toEqual(read.commitments.toSorted(byId))
  const ledger = await ledgerFor(record.context.database, given.PLACE, looking(recorder), '2026-11-22')
  expect(screen.dueChanges).toEqual(ledger.dueChanges)
  expect(read.concerns.map(({ no }) => no)).toEqual([1, 2, 3, 4])
  expect(read.concerns.map(({ state }) => state)).toEqual(['reopened', 'declined', 'recorded', 'answered'])
})
