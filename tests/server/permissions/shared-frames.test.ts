import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { presentAny, subjectsOfAny } from '../../../server/app/features.ts'
import { headOf } from '../../../server/journal/read.ts'
import { isOnesOwn, kindOf, nobodyOf } from '../../../server/realtime/kinds.ts'
import { recusalOf } from '../../../server/people/recusal-queries.ts'
import { actorAt } from '../../../server/people/log-in/sessions.ts'
import { tokenHashOf } from '../../../server/http/session.ts'
import type { Viewer } from '../../../shared/kernel/event.ts'
import type { Client, Listening } from '../../support/running/client.ts'
import { liveThroughAll } from '../../support/permissions/every-event.ts'
import type { Viewer as Asker } from '../../support/permissions/permission-viewers.ts'
import { matter, remark, setTheStage, type Stage } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

/** A phone with words of its own that typed the code of another one in. */
async function linkedTo(phone: Client, evening: Evening, village: Village): Promise<Client> {
  const other = await evening.phone(null)
  await other.must('post-comment', remark(evening.meetingId, { name: null }))
  const comment = remark(evening.meetingId, { name: null })
  await other.must('post-comment', comment)
  const recorder = await village.as('陈晓')
  await recorder.must('raise-concern', matter(evening.meetingId, { commentId: comment.commentId }))
  const { code } = (await phone.post(`/api/places/${village.placeId}/claim-code`, undefined)).body
  expect((await other.post(`/api/places/${village.placeId}/claims`, { code })).status).toBe(200)
  return other
}

const heardUpTo = (listening: Listening, seq: number) =>
  vi.waitFor(() => expect(listening.upTo).toBeGreaterThanOrEqual(seq), { timeout: 5_000 })

test('a phone that follows another one and listens first does not bring its name to the hall', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { meetingId, facilitator } = evening
  const recorder = await village.as('陈晓')
  const phone = await evening.phone('蒙面甲')
  const linked = await linkedTo(phone, evening, village)
  const since = (await facilitator.room(meetingId)).asOf
  const listen = (client: Client, from = since) =>
    client.listen({ since: from, meeting: meetingId, as: 'phone' })
  const first = await listen(linked)
  await heardNothing(first)
  const hall = await listen(await evening.phone('赵姐'))
  await heardNothing(hall)

  const comment = remark(meetingId, { lane: 'masked', name: '蒙面甲', text: '井盖松了' })
  await phone.must('post-comment', comment)
  const { concernId, ...own } = matter(meetingId, { commentId: comment.commentId, lane: 'masked' })
  await recorder.must('raise-concern', { ...own, concernId, raisedBy: '蒙面甲' })
  await recorder.must('answer-concern', { concernId, answer: '明天换。' })
  const judged = { ratingId: randomUUID(), concernId, commitmentId: null, done: 'not', satisfied: 'not' }
  const { seq } = await phone.must('rate-outcome', { ...judged, word: '私下的一句' })
  await heardUpTo(first, seq)
  await heardUpTo(hall, seq)
  const again = await listen(linked)
  await heardUpTo(again, seq)
  const later = await listen(await evening.phone('钱姐'))
  await heardUpTo(later, seq)
  for (const { frames } of [hall, later]) {
    expect(JSON.stringify(frames)).not.toContain('蒙面甲')
    expect(JSON.stringify(frames)).not.toContain('私下的一句')
  }
  for (const { frames } of [first, again]) expect(JSON.stringify(frames)).toContain('私下的一句')
})

/** It is live once it was told how many listen. */
const heardNothing = (listening: Listening) =>
  vi.waitFor(() => expect(listening.frames).not.toEqual([]), { timeout: 5_000 })

async function viewerOf({ village }: Stage, { cookie }: Asker, lookingAt: string | null): Promise<Viewer> {
  const { context, placeId } = village
  const token = cookie?.split('; ').find((one) => one.startsWith('liangting='))
  const hash = token === undefined ? null : tokenHashOf(token.split('=')[1]!)
  const session = hash === null ? null : await context.findSession(hash)
  const actor = await actorAt(context.database.reader, session, placeId)
  return { ...actor, lookingAt, recusal: await recusalOf(context.database.reader, actor) }
}

test('what is made once for all listeners of a kind is what each of them may know, of every event', async () => {
  const stage = await setTheStage()
  const { viewers, events } = await liveThroughAll(stage)
  const wrong = new Set<string>()
  const kinds = new Set<string>()
  for (const asker of viewers)
    for (const lookingAt of [null, stage.evening.meetingId]) {
      const viewer = await viewerOf(stage, asker, lookingAt)
      kinds.add(kindOf(viewer))
      for (const event of events) {
        if (isOnesOwn(viewer, subjectsOfAny(event))) continue
        const [own, shared] = [presentAny(event, viewer), presentAny(event, nobodyOf(viewer))]
        if (JSON.stringify(own) !== JSON.stringify(shared)) wrong.add(`${event.type} to ${asker.name}`)
      }
    }
  expect([...wrong]).toEqual([])
  expect(kinds.size).toBeGreaterThan(10)
})

test('a wall is told the same by whichever browser it hangs, of everything that happens', async () => {
  const stage = await setTheStage()
  const { village, evening, recorder, phone } = stage
  const { meetingId } = evening
  await liveThroughAll(stage)
  const hear = async (client: Client) => {
    const wall = await client.listen({ since: 0, meeting: meetingId, as: 'wall' })
    const head = await headOf(village.context.database.reader, village.placeId)
    await heardUpTo(wall, head)
    return wall.events
  }
  const byRecorder = await hear(recorder)
  expect(byRecorder.length).toBeGreaterThan(50)
  expect(byRecorder).toEqual(await hear(phone))
  const look = (client: Client) => client.read(`/api/places/${village.placeId}/meetings/${meetingId}/wall`)
  expect(await look(recorder)).toEqual(await look(phone))
})
