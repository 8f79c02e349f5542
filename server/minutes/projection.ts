import type { MinutesEvent } from '../../shared/minutes/minutes.ts'
import type { Projections } from '../journal/handler.ts'
import { fairCopy } from './publishing.ts'

export const projectMinutes: Projections<MinutesEvent> = {
  'minutes-signed': (work, { placeId, recordedAt, data, words }) =>
    work
      .insertInto('signatures')
      .values({
        meetingId: data.meetingId,
        placeId,
        as: data.as,
        personId: data.personId,
        name: words.name,
        signedAt: recordedAt,
        minutesSeq: data.minutesSeq,
      })
      .execute(),
  'signature-taken-back': (work, { data }) =>
    work.deleteFrom('signatures').where('meetingId', '=', data.meetingId).where('as', '=', data.as).execute(),
  'minutes-published': async (work, { placeId, recordedAt, data }) => {
    const { meetingId, minutesSeq, digest } = data
    const fair = await fairCopy(work, meetingId)
    if (fair.digest !== digest)
      throw new Error(`expected the text that was signed, ${digest}, found ${fair.digest}`)
    await work
      .insertInto('publishedMinutes')
      .values({ meetingId, placeId, minutesSeq, rendered: fair.rendered, digest, publishedAt: recordedAt })
      .execute()
  },
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
