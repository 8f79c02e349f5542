import { randomUUID } from 'node:crypto'
import { projections } from '../../../server/app/features.ts'
import { eventsAfter, headOf } from '../../../server/journal/read.ts'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import { MATRIX } from '../cases/matrix.ts'
import { liveUntil } from '../villages/weeks.ts'
import { remark, matter, type Stage } from '../villages/stage.ts'
import { plantSecrets, type Secret } from './permission-secrets.ts'
import { everyViewer, type Viewer } from './permission-viewers.ts'

export interface Lived {
  readonly viewers: readonly Viewer[]
  readonly secrets: readonly Secret[]
  /** At least one of every type that there is. */
  readonly events: readonly RecordedEvent[]
}

/** Says and does everything that may be said and done, and lets weeks pass. */
export async function liveThroughAll(stage: Stage): Promise<Lived> {
  const all = (await everyViewer(stage)).viewers.filter(({ kind }) => kind !== 'instance')
  const box = all.find(({ name }) => name === 'box')!
  const { secrets, viewers } = await plantSecrets(stage, box)
  const linked = await followed(stage)
  await boxedAndRecorded(stage, box)
  for (const { name, by, body } of MATRIX) await stage[by].command(name, body(stage))
  await liveUntil(stage.village, '2027-01-04')
  return { viewers: [...all, ...viewers, linked], secrets, events: await recordedOf(stage) }
}

/** A phone with words of its own that follows another one by its code. */
async function followed({ evening, village, phone, recorder }: Stage): Promise<Viewer> {
  const other = await evening.phone(null)
  const comment = remark(evening.meetingId, { name: null })
  await other.must('post-comment', comment)
  await recorder.must('raise-concern', matter(evening.meetingId, { commentId: comment.commentId }))
  const { body } = await phone.post(`/api/places/${village.placeId}/claim-code`, {})
  await other.post(`/api/places/${village.placeId}/claims`, { code: body.code })
  return { name: 'linked phone', kind: 'guest', cookie: other.cookie, roles: {}, joined: evening.meetingId }
}

async function boxedAndRecorded({ village, recorder }: Stage, { cookie }: Viewer): Promise<void> {
  const phone = Object.assign(village.stranger(), { cookie, placeId: village.placeId })
  const form = { channel: 'form', lane: 'masked', raisedBy: '投信的人', isAgreed: false }
  const boxed = { ...matter('', form), meetingId: null }
  await phone.must('raise-concern', boxed)
  await recorder.must('agree-wording', { concernId: boxed.concernId })
}

async function recordedOf({ village, evening, movable, otherTownship }: Stage): Promise<RecordedEvent[]> {
  const { reader } = village.context.database
  const events: RecordedEvent[] = []
  for (const placeId of [village.placeId, village.townshipId, movable, otherTownship])
    for (let upTo = 0, head = await headOf(reader, placeId); upTo < head; upTo = events.at(-1)!.seq)
      events.push(...(await eventsAfter(reader, placeId, upTo)))
  const seen = new Set(events.map(({ type }) => type))
  const missing = Object.keys(projections).filter((type) => !seen.has(type))
  return [...events, ...missing.map((type) => madeUp(type, village.placeId, evening.meetingId))]
}

const ABOUT: Readonly<Record<string, object>> = {
  'concern-escalated': { concernId: randomUUID(), toPlaceId: null, isForNextAgenda: true },
  'commitment-joined': { commitmentId: randomUUID(), concernId: randomUUID() },
  'late-edits-boxed': { boxed: 1 },
  'login-set': { personId: randomUUID() },
  'person-erased': { personId: randomUUID() },
  'login-reset-asked': { personId: randomUUID() },
  'login-reset-confirmed': { personId: randomUUID() },
  'login-reset-stopped': { personId: randomUUID() },
  'place-moved': { fromParentId: randomUUID(), toParentId: randomUUID() },
  'matter-passed': { concernId: randomUUID(), holderId: randomUUID(), offer: null },
}

/** What few stories come to; a new type is either lived through or named here. */
function madeUp(type: string, placeId: string, meetingId: string): RecordedEvent {
  const about = ABOUT[type]
  if (!about) throw new Error(`expected an event of every type, found none of ${type}`)
  const at = { placeId, seq: 1, recordedAt: '2026-11-22T12:00:00.000Z', actorId: randomUUID() }
  return { type, data: { meetingId, ...about }, words: {}, ...at }
}
