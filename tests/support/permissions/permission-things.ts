import { randomUUID } from 'node:crypto'
import type { Client } from '../running/client.ts'
import { GOVERNING, type Viewer, type Where } from './permission-viewers.ts'
import { matter, promise, remark, type Stage } from '../villages/stage.ts'

/** What the cases need besides what stands on the stage. */
export interface Things {
  /** A cadre's own promise that belongs to no evening, not nodded to. */
  readonly between: string
  /** In the opinion box, read by nobody. */
  readonly boxed: string
  /** Taken in by the cadre, about somebody of the facilitator's name, who is not to be known. */
  readonly called: string
  /** Raised by the phone; its wording is not agreed. */
  readonly ownUnagreed: string
  /** Answered by the mayor. */
  readonly byMayor: string
  /** Taken on by the phone, which has no post. */
  readonly takenOn: string
  /** At the place on top: its owner runs and supervises it, and the calendar gives a later day. */
  readonly onTop: string
}

export async function moreThings(stage: Stage, box: Client, top: { facilitator: Client; ownerId: string }) {
  const { cadre, phone, recorder, township, village, evening } = stage
  const things = {
    ...{ between: randomUUID(), boxed: randomUUID(), called: randomUUID(), ownUnagreed: randomUUID() },
    ...{ byMayor: randomUUID(), takenOn: randomUUID(), onTop: randomUUID() },
  }
  const { meetingId } = evening
  await cadre.must('record-commitment', promise(village, { meetingId: null, commitmentId: things.between }))
  const form = { concernId: things.boxed, isAgreed: false, channel: 'form', lane: 'masked', raisedBy: null }
  await box.must('raise-concern', { ...matter(meetingId, form), meetingId: null })
  const call = { concernId: things.called, channel: 'call', lane: 'masked', text: '陈静答应过的没办' }
  await cadre.must('raise-concern', { ...matter(meetingId, call), meetingId: null })
  const commentId = randomUUID()
  await phone.must('post-comment', remark(meetingId, { commentId }))
  const unagreed = { concernId: things.ownUnagreed, commentId, isAgreed: false }
  await recorder.must('raise-concern', matter(meetingId, unagreed))
  await recorder.must('raise-concern', matter(meetingId, { concernId: things.byMayor }))
  await township.must('answer-concern', { concernId: things.byMayor, answer: '镇里明天就办。' })
  const own = { meetingId, commitmentId: things.takenOn, concernId: null }
  await phone.must('take-on', { ...own, measure: '我来扫门前这一段', dueOn: '2026-11-30' })
  for (const name of ['read-back-commitment', 'confirm-commitment'])
    await stage.facilitator.must(name, { commitmentId: things.takenOn })
  const { facilitator, ownerId } = top
  const limit = { unit: 'working', count: 3 }
  await facilitator.must('record-commitment', {
    ...promise(village, { meetingId: null, commitmentId: things.onTop, ownerId, limit }),
    dueOn: '2026-11-25',
  })
  for (const name of ['read-back-commitment', 'confirm-commitment'])
    await facilitator.must(name, { commitmentId: things.onTop })
  await facilitator.must('mark-days', { days: [{ day: '2026-11-24', kind: 'rest' }], source: '赶集' })
  await stage.facilitator.must('sign-minutes', {
    ...{ meetingId: stage.closedMeeting, as: 'facilitator', minutesSeq: 0 },
  })
  return things
}

type Body = Readonly<Record<string, unknown>>

/** The bodies besides those of the matrix: the same command about things in another state. */
export function bodiesFor(name: string, body: Body, stage: Stage, things: Things): Body[] {
  const others: Readonly<Record<string, readonly string[]>> = {
    commitmentId: [
      ...[stage.spoken[1]!, stage.readBack, stage.open[1]!, stage.done, stage.red, stage.ratedPromise],
      ...[stage.plainlyOwned, things.between, things.takenOn],
    ],
    concernId: [
      ...[stage.raised[4]!, stage.unagreed, stage.answered, stage.ownConcern, stage.ownAnswered],
      ...[
        stage.offered,
        stage.accepted,
        stage.ratedConcern,
        things.boxed,
        things.ownUnagreed,
        things.byMayor,
      ],
    ],
    meetingId: [stage.evening.meetingId, stage.plannedMeeting, stage.closedMeeting, stage.signedMeeting],
    commentId: [stage.held, stage.shown, stage.own],
    invitationId: [...stage.invitations],
    as: ['facilitator', 'recorder'],
  }
  const makes = ['raise-concern', 'record-commitment', 'take-on', 'post-comment', 'plan-meeting']
  const varied = ['commitmentId', 'concernId', 'commentId', 'meetingId', 'invitationId', 'as']
    .filter((field) => typeof body[field] === 'string' && !(makes.includes(name) && field !== 'meetingId'))
    .slice(0, name.includes('sign') ? 2 : 1)
  const more = varied.flatMap((field) => others[field]!.map((id) => ({ ...body, [field]: id })))
  return [
    body,
    ...more.filter((one) => varied.some((field) => one[field] !== body[field])),
    ...special(name, body, things),
  ]
}

/** What a field says decides who may. */
function special(name: string, body: Body, things: Things): Body[] {
  if (name === 'hand-out-slip') return [{ ...body, concernId: things.called }]
  if (name === 'post-comment') return [{ ...body, channel: 'staff', name: '赵大娘' }]
  if (name === 'raise-concern') {
    const between = { ...body, meetingId: null, commentId: null, agendaItemId: null }
    const form = { ...between, channel: 'form', isAgreed: false, lane: 'masked', raisedBy: null }
    return [form, { ...between, channel: 'call' }]
  }
  if (name === 'record-commitment') return [{ ...body, meetingId: null, concernId: null }]
  return []
}

interface Asked {
  readonly viewer: Viewer
  readonly where: Where
  readonly name: string
  readonly body: Body
}

/** What a viewer is to the thing, and what is so about it: said here once more, apart from the rules. */
export function factsOf(asked: Asked, stage: Stage, things: Things): { are: string[]; when: string[] } {
  return { are: relationsOf(asked, stage, things), when: circumstancesOf(asked, stage, things) }
}

function relationsOf({ viewer, where, name, body }: Asked, stage: Stage, things: Things): string[] {
  const { name: who, kind } = viewer
  const roles = viewer.roles[where] ?? []
  const at = (place: Where, is: boolean): boolean => where === place && is
  const is = (id: unknown, ...ids: readonly string[]): boolean => ids.includes(id as string)
  const { concernId, commitmentId, meetingId } = body
  const raised = is(concernId, stage.ownConcern, stage.ownAnswered, things.ownUnagreed)
  const isRaiser = at(
    'village',
    (who === 'phone' && raised) || (who === 'box' && is(concernId, things.boxed)),
  )
  // Only a later day is asked of somebody who does no part of it.
  const asks = name !== 'recount-due-date' || is(commitmentId, stage.counted, things.onTop)
  const owned =
    asks && typeof commitmentId === 'string' && !is(commitmentId, stage.plainlyOwned, things.takenOn)
  const isOwner =
    at('village', who === 'owner' && owned) ||
    at('top', who === 'owner on top' && owned) ||
    at('village', who === 'phone' && is(commitmentId, things.takenOn) && asks)
  const answered = [stage.answered, stage.ratedConcern, stage.up, stage.ownAnswered]
  const gave = who === 'recorder' ? answered : who === 'mayor' ? [things.byMayor] : []
  const isConcern = typeof concernId === 'string'
  const holder = is(concernId, stage.accepted) ? 'township' : 'village'
  const offeredTo = name === 'accept-matter' || name === 'return-matter' ? 'township' : holder
  const actsFor = offeredTo === 'township' ? is(who, 'mayor') : is(who, 'facilitator', 'owner', 'cadre')
  return Object.entries({
    anybody: true,
    somebody: kind === 'person' || kind === 'guest',
    instance: kind === 'instance',
    governor: kind === 'instance' || (roles as readonly string[]).includes(GOVERNING[where]),
    'runs-above': runsAbove(viewer, where, name),
    follower: kind === 'guest' ? viewer.joined === meetingId : kind === 'person' && roles.length > 0,
    author: at('village', who === 'phone' && 'commentId' in body),
    subject: at('village', who === 'facilitator' && is(concernId, things.called)),
    raiser: isRaiser,
    voice: isRaiser,
    rater: at('village', who === 'phone' && is(body['ratingId'], stage.ownRating)),
    owner: isOwner,
    settler: isConcern ? at('village', is(concernId, ...gave)) : isOwner,
    holder: at('village', actsFor),
    noter: at('village', who === 'owner' && is(body['visitId'], stage.visit, stage.goneVisit)),
    signer: at(
      'village',
      who === 'facilitator' && body['as'] === 'facilitator' && is(meetingId, stage.closedMeeting),
    ),
    invited: at('village', who === 'owner' && is(body['invitationId'], stage.invitations[1])),
  }).flatMap(([relation, holds]) => (holds ? [relation] : []))
}

/** Who runs what a new place shall stand in, or both what a place stands in and what it shall. */
function runsAbove({ name, roles }: Viewer, where: Where, command: string): boolean {
  if (command === 'move-place') return name === 'mayor' && (where === 'village' || where === 'beside')
  return (roles[where] ?? []).includes('township')
}

function circumstancesOf({ viewer, where, name, body }: Asked, stage: Stage, things: Things): string[] {
  const { meetingId, commitmentId, concernId, channel, as } = body
  const isBetween = meetingId === null || concernId === things.boxed
  const isMasked = concernId === things.boxed || concernId === things.called
  const isLater =
    (where === 'village' && commitmentId === stage.counted) ||
    (where === 'top' && commitmentId === things.onTop)
  const isOwnBetween =
    viewer.name === 'owner' &&
    (name === 'record-commitment'
      ? meetingId === null
      : where === 'village' && commitmentId === things.between)
  const isSigned = meetingId === stage.closedMeeting && as === 'facilitator' && where === 'village'
  const isOwnSigned = isSigned && name === 'take-back-signature'
  return Object.entries({
    'between-evenings':
      channel === 'form' ? false : name === 'raise-concern' ? isBetween : where === 'village' && isBetween,
    'by-box': channel === 'form',
    'own-between-evenings': isOwnBetween,
    'own-words': channel !== 'staff',
    'for-somebody-else': channel === 'staff',
    'on-top': where === 'top' && (name !== 'recount-due-date' || isLater),
    sooner: !isLater,
    later: isLater,
    'as-facilitator': as === 'facilitator' && !isOwnSigned,
    'as-recorder': as === 'recorder',
    'read-by-staff': concernId !== things.boxed,
    'in-the-open':
      where !== 'village' || !isMasked || (viewer.name === 'owner' && concernId === things.called),
  }).flatMap(([circumstance, so]) => (so ? [circumstance] : []))
}
