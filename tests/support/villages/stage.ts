import { randomUUID } from 'node:crypto'
import type { CommandFields } from '../../../shared/api.ts'
import type { Client } from '../running/client.ts'
import { lateEdit } from '../peers/late-edit.ts'
import { setRobot } from '../peers/robot-wish.ts'
import { twoVisits } from './visits.ts'
import { uploadPhoto } from '../files/photo.ts'
import { aLine, planned, signedEvening } from './stage-evening.ts'
import { invitations, twoTownships } from './stage-places.ts'
import { NOWHERE, openEvening, openVillage, type Evening, type Opening, type Village } from './village.ts'

/** An evening in full swing, with one thing in every state that a command may meet. */
export interface Stage {
  readonly village: Village
  readonly evening: Evening
  readonly facilitator: Client
  readonly recorder: Client
  readonly cadre: Client
  readonly township: Client
  readonly supervision: Client
  readonly phone: Client
  readonly other: Client
  readonly held: string
  readonly shown: string
  readonly own: string
  readonly raised: readonly string[]
  readonly answered: string
  readonly spoken: readonly string[]
  readonly readBack: string
  readonly open: readonly string[]
  readonly plainlyOwned: string
  readonly red: string
  readonly done: string
  readonly toBeCounted: string
  readonly plannedMeeting: string
  readonly plannedItems: readonly string[]
  readonly closedMeeting: string
  readonly signedMeeting: string
  readonly lateEdit: string
  /** How far the minutes of the evening have been written. */
  readonly minutesSeq: number
  readonly post: string
  /** A village that the mayor may move to another township, which is theirs too. */
  readonly movable: string
  readonly otherTownship: string
  readonly grid: string
  /** One for whoever moves away, one for a cadre who can log in. */
  readonly invitations: readonly [string, string]
  readonly entry: string
  readonly partner: string
  readonly unagreed: string
  readonly ratedConcern: string
  /** Answered, and nobody has judged it. */
  readonly up: string
  readonly ratedPromise: string
  readonly counted: string
  readonly ownConcern: string
  /** Stands for somebody without a phone. */
  readonly paperKey: string
  readonly ownAnswered: string
  /** Said by the phone of a matter of its own. */
  readonly ownRating: string
  readonly offered: string
  readonly returnable: string
  readonly mistaken: string
  readonly accepted: string
  readonly summoned: string
  readonly mover: string
  readonly robot: string
  readonly visit: string
  readonly goneVisit: string
  readonly photo: string
}

export const promise = (
  village: Village,
  over: object = {},
): Omit<CommandFields<'record-commitment'>, 'meetingId'> => ({
  commitmentId: randomUUID(),
  concernId: null,
  origin: 'promise',
  entryId: null,
  limit: null,
  isOnTheSpot: false,
  verbatim: '我去找供电所，坏的三盏都换掉，十号以前。',
  ownerId: village.people['王建国']!,
  owner: '王建国',
  measure: '联系供电所，更换 3 盏路灯',
  dueOn: '2026-12-10',
  coOwners: [],
  ...over,
})

export const remark = (meetingId: string, over: object = {}): CommandFields<'post-comment'> => ({
  commentId: randomUUID(),
  meetingId,
  text: '路灯从开春就不亮。',
  lane: 'open',
  channel: 'phone',
  name: '李婶',
  ...over,
})

export const matter = (meetingId: string, over: object = {}): CommandFields<'raise-concern'> => ({
  concernId: randomUUID(),
  meetingId,
  commentId: null,
  agendaItemId: null,
  text: '路灯从开春就不亮',
  raisedBy: '李婶',
  lane: 'open',
  isAgreed: true,
  channel: 'meeting',
  gridId: null,
  ...over,
})

async function comments(phone: Client, facilitator: Client, meetingId: string) {
  const ids = { held: randomUUID(), shown: randomUUID(), own: randomUUID() }
  for (const commentId of Object.values(ids))
    await phone.must('post-comment', remark(meetingId, { commentId }))
  await facilitator.must('show-comment', { commentId: ids.shown })
  return ids
}

async function concerns(recorder: Client, meetingId: string) {
  const raised = Array.from({ length: 5 }, () => randomUUID())
  const answered = randomUUID()
  for (const concernId of [...raised, answered])
    await recorder.must('raise-concern', matter(meetingId, { concernId }))
  const [unagreed, ratedConcern, up] = [randomUUID(), randomUUID(), randomUUID()]
  await recorder.must('raise-concern', matter(meetingId, { concernId: unagreed, isAgreed: false }))
  for (const concernId of [ratedConcern, up])
    await recorder.must('raise-concern', matter(meetingId, { concernId }))
  for (const concernId of [answered, ratedConcern, up])
    await recorder.must('answer-concern', { concernId, answer: '账目明天就贴出来。' })
  return { raised, answered, unagreed, ratedConcern, up }
}

async function promises(village: Village, recorder: Client, facilitator: Client, meetingId: string) {
  const spoken = [randomUUID(), randomUUID(), randomUUID()]
  const [readBack, done, toBeCounted, red] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const open = [randomUUID(), randomUUID()]
  for (const commitmentId of [...spoken, readBack, ...open, done, toBeCounted])
    await recorder.must('record-commitment', promise(village, { meetingId, commitmentId }))
  for (const commitmentId of [readBack, ...open, done, toBeCounted])
    await facilitator.must('read-back-commitment', { commitmentId })
  for (const commitmentId of [...open, done, toBeCounted])
    await facilitator.must('confirm-commitment', { commitmentId })
  const named = promise(village, { meetingId, ownerId: null })
  await recorder.must('record-commitment', named)
  for (const name of ['read-back-commitment', 'confirm-commitment'])
    await facilitator.must(name, { commitmentId: named.commitmentId })
  const photo = await uploadPhoto(recorder, done)
  for (const commitmentId of [done, toBeCounted])
    await recorder.must('report-done', { commitmentId, report: '三盏都换好了。' })
  await recorder.must('add-evidence', { commitmentId: done, evidence: '照片', photoIds: [photo] })
  const evening = village.clock.now().toISOString()
  // Promised earlier for a day that is long gone by now.
  village.clock.set('2026-11-12T11:00:00.000Z')
  const early = { meetingId, commitmentId: red, dueOn: '2026-11-13' }
  await recorder.must('record-commitment', promise(village, early))
  await facilitator.must('read-back-commitment', { commitmentId: red })
  await facilitator.must('confirm-commitment', { commitmentId: red })
  village.clock.set(evening)
  return { spoken, plainlyOwned: named.commitmentId, readBack, open, red, done, toBeCounted, photo }
}

/** A matter and a promise that were judged good, and one whose day a calendar that came later would move. */
async function judged(
  village: Village,
  recorder: Client,
  facilitator: Client,
  phone: Client,
  meetingId: string,
  ratedConcern: string,
) {
  const [ratedPromise, counted] = [randomUUID(), randomUUID()]
  const limit = { unit: 'working', count: 3 }
  await recorder.must('record-commitment', promise(village, { meetingId, commitmentId: ratedPromise }))
  const threeDays = { meetingId, commitmentId: counted, limit, dueOn: '2026-11-25' }
  await recorder.must('record-commitment', promise(village, threeDays))
  for (const commitmentId of [ratedPromise, counted]) {
    await facilitator.must('read-back-commitment', { commitmentId })
    await facilitator.must('confirm-commitment', { commitmentId })
  }
  await recorder.must('report-done', { commitmentId: ratedPromise, report: '好了。' })
  const good = { done: 'done', satisfied: 'satisfied', word: null, witness: '孙大伯' }
  for (const subject of [
    { concernId: ratedConcern, commitmentId: null },
    { concernId: null, commitmentId: ratedPromise },
  ])
    await facilitator.must('note-rating', { ratingId: randomUUID(), ...subject, ...good })
  await facilitator.must('mark-days', { days: [{ day: '2026-11-24', kind: 'rest' }], source: '赶集' })
  const own = { ownConcern: randomUUID(), ownAnswered: randomUUID(), ownRating: randomUUID() }
  const ownRated = randomUUID()
  for (const concernId of [own.ownConcern, own.ownAnswered, ownRated]) {
    const commentId = randomUUID()
    await phone.must('post-comment', remark(meetingId, { commentId }))
    await recorder.must('raise-concern', matter(meetingId, { concernId, commentId }))
  }
  for (const concernId of [own.ownAnswered, ownRated])
    await recorder.must('answer-concern', { concernId, answer: '明天就办。' })
  const said = { done: 'done', satisfied: 'satisfied', word: null }
  await phone.must('rate-outcome', {
    ratingId: own.ownRating,
    concernId: ownRated,
    commitmentId: null,
    ...said,
  })
  return { ratedPromise, counted, ...own }
}

/** Matters on their way: one offered upward, one called for and not come yet. */
async function handedOn(village: Village, recorder: Client, facilitator: Client, meetingId: string) {
  const [offered, returnable, mistaken, accepted, summoned] = Array.from({ length: 5 }, () => randomUUID())
  const toPlaceId = village.townshipId
  for (const concernId of [offered, returnable, mistaken, accepted, summoned])
    await recorder.must('raise-concern', matter(meetingId, { concernId }))
  for (const concernId of [offered, returnable, mistaken, accepted])
    await facilitator.must('offer-matter', { concernId, toPlaceId, reason: '村里没有吊车。' })
  await facilitator.must('summon-unit', {
    concernId: summoned,
    toPlaceId,
    unit: '供电所',
    reason: '要断电。',
  })
  await (await village.as('赵明')).must('accept-matter', { concernId: accepted })
  return {
    ...{ offered: offered!, returnable: returnable!, mistaken: mistaken! },
    ...{ accepted: accepted!, summoned: summoned! },
  }
}

/** Opens a stage for all tests of a `describe`: `beforeAll(() => sharedStage((ready) => (stage = ready)))`. */
export async function sharedStage(ready: (stage: Stage) => void, over?: Opening['over']) {
  const ends: (() => Promise<void>)[] = []
  ready(await setTheStage({ atEnd: (end) => ends.push(end), ...(over && { over }) }))
  return async () => {
    for (const end of ends) await end()
  }
}

export async function setTheStage(opening: Opening = {}): Promise<Stage> {
  const village = await openVillage({ ...NOWHERE, ...opening })
  const evening = await openEvening(village)
  const { facilitator, meetingId } = evening
  const recorder = await village.as('陈晓')
  const phone = await evening.phone('李婶')
  const closed = await planned(facilitator)
  await facilitator.must('open-meeting', { meetingId: closed.plannedMeeting })
  await facilitator.must('close-meeting', { meetingId: closed.plannedMeeting })
  const mover = randomUUID()
  await facilitator.must('add-person', { personId: mover, name: '孙大哥', householdId: null })
  const [post, representing] = [randomUUID(), { role: 'representative', title: '村民代表' }]
  await facilitator.must('give-post', { postId: post, personId: mover, ...representing })
  const invited = await invitations(village, facilitator, mover)
  const entry = randomUUID()
  await facilitator.must('write-catalogue-entry', {
    entryId: entry,
    name: '宅基地审批',
    unit: '镇国土所',
    level: 'township',
    limit: null,
    guidance: '带上户口本到镇里。',
    stance: 'not-ours',
  })
  const matters = await concerns(recorder, meetingId)
  return {
    village,
    evening,
    facilitator,
    recorder,
    cadre: await village.as('王建国'),
    partner: randomUUID(),
    township: await village.as('赵明'),
    supervision: await village.as('周志强'),
    phone,
    other: await evening.phone('赵姐'),
    ...(await comments(phone, facilitator, meetingId)),
    ...matters,
    ...(await judged(village, recorder, facilitator, phone, meetingId, matters.ratedConcern)),
    ...(await handedOn(village, recorder, facilitator, meetingId)),
    ...(await promises(village, recorder, facilitator, meetingId)),
    ...(await planned(facilitator)),
    closedMeeting: closed.plannedMeeting,
    signedMeeting: await signedEvening(facilitator, recorder),
    minutesSeq: await aLine(recorder, meetingId),
    lateEdit: await lateEdit(village, closed.plannedMeeting),
    post,
    ...invited,
    ...(await twoTownships(village)),
    entry,
    mover,
    paperKey: (await village.context.paperKey(village.placeId, { guestId: null, name: '赵大娘' })).guestId,
    robot: await setRobot(facilitator),
    ...(await twoVisits(await village.as('王建国'))),
  }
}
