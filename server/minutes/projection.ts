import type { MinutesEvent } from '../../shared/minutes/minutes.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { factsOf } from './publishing/facts.ts'
import { fairCopy } from './publishing/publishing.ts'

export const projectMinutes: Projections<MinutesEvent> = {
  'minutes-signed': async (work, { placeId, recordedAt, data, words }) => {
    const { meetingId, as, personId, minutesSeq } = data
    await work
      .insertInto('signatures')
      .values({ meetingId, placeId, as, personId, name: words.name, signedAt: recordedAt, minutesSeq })
      .execute()
    await freeze(work, meetingId, 1)
  },
  'signature-taken-back': async (work, { data: { meetingId, as } }) => {
    await work.deleteFrom('signatures').where('meetingId', '=', meetingId).where('as', '=', as).execute()
    await freeze(work, meetingId, 0)
  },
  'minutes-published': publish,
  'late-edit-read': (work, { recordedAt, data }) =>
    work.updateTable('lateEdits').set({ readAt: recordedAt }).where('id', '=', data.lateEditId).execute(),
  // The box was filled in the transaction before.
  'late-edits-boxed': async () => {},
  'minutes-point-named': (work, { placeId, recordedAt, data, words: { name, by } }) =>
    work
      .insertInto('minutesPoints')
      .values({
        meetingId: data.meetingId,
        placeId,
        seq: data.minutesSeq,
        kind: 'named',
        name,
        by,
        at: recordedAt,
      })
      .onConflict((conflict) =>
        conflict.columns(['meetingId', 'seq']).doUpdateSet({ kind: 'named', name, by, at: recordedAt }),
      )
      .execute(),
}

const freeze = (work: Work, meetingId: string, isFrozen: 0 | 1) =>
  work.updateTable('meetings').set({ isFrozen }).where('id', '=', meetingId).execute()

async function publish(
  work: Work,
  { placeId, recordedAt, data }: RecordedEvent<Extract<MinutesEvent, { type: 'minutes-published' }>>,
): Promise<void> {
  const { meetingId, minutesSeq, digest, version = 1 } = data
  const { rendered, digest: drawn } = await fairCopy(work, meetingId)
  if (drawn !== digest) throw new Error(`expected the text that was signed, ${digest}, found ${drawn}`)
  if (version > 1) await keepEarlier(work, meetingId, version - 1)
  const facts = JSON.stringify(await factsOf(work, placeId, meetingId))
  await work
    .insertInto('publishedMinutes')
    .values({ meetingId, placeId, minutesSeq, rendered, digest, publishedAt: recordedAt, facts })
    .execute()
}

async function keepEarlier(work: Work, meetingId: string, version: number): Promise<void> {
  const before = await work
    .selectFrom('publishedMinutes')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  await work
    .insertInto('earlierMinutes')
    .values({ ...before, version })
    .execute()
  await work.deleteFrom('publishedMinutes').where('meetingId', '=', meetingId).execute()
}
