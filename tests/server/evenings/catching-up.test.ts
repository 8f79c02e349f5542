import { expect, test } from 'vitest'
import {
  mayStillHearAny,
  presentAny,
  subjectsOfAny,
  takenBackAmong,
  wordsNowOf,
} from '../../../server/app/features.ts'
import { Listener } from '../../../server/realtime/listener.ts'
import { PlaceChannels } from '../../../server/realtime/place-channels.ts'
import type { SocketWriter } from '../../../server/sockets/socket-writer.ts'
import { publicViewer } from '../../../shared/kernel/event.ts'
import { remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

/** A screen that keeps what it is sent. */
function screen(village: Village, meetingId: string, since = 0): { listener: Listener; heard: string[] } {
  const heard: string[] = []
  const line = {
    ...{ isLagging: false, isOpen: true },
    send: (frame: Buffer) => heard.push(frame.toString()) > 0,
  } as unknown as SocketWriter
  return { heard, listener: new Listener(line, publicViewer(village.placeId, meetingId), 'wall', since) }
}

/** The channels of a running village, with a count of the times that past events were gone through. */
function channelsOf(village: Village) {
  const { context } = village
  const counted = { reads: 0, fails: false }
  const channels = new PlaceChannels({
    database: context.database,
    bell: context.journal.bell,
    present: presentAny,
    subjectsOf: subjectsOfAny,
    takenBack: async (...asked) => {
      counted.reads++
      if (counted.fails) throw new Error('the database could not be read')
      return takenBackAmong(...asked)
    },
    wordsNow: wordsNowOf,
    mayStillHear: mayStillHearAny,
    now: () => context.clock.now(),
    nowMs: () => 0,
    failed: () => {},
  })
  return { channels, counted }
}

test('three hundred phones that join at once are told the same evening, which is read once', async () => {
  const village = await openVillage()
  const { meetingId, phone } = await openEvening(village)
  await (await phone('李婶')).must('post-comment', remark(meetingId, { text: '桥头那盏最要紧' }))
  const { channels, counted } = channelsOf(village)
  const screens = Array.from({ length: 300 }, () => screen(village, meetingId))
  const leave = await Promise.all(screens.map(({ listener }) => channels.join(village.placeId, listener)))
  expect(counted.reads).toBe(1)
  expect(new Set(screens.map(({ heard }) => heard.join())).size).toBe(1)
  expect(screens.every(({ listener }) => listener.isLive)).toBe(true)
  for (const go of leave) go()
  await channels.close()
})

test('whoever joins after words were withdrawn is not told them, though a neighbour was a moment before', async () => {
  const village = await openVillage()
  const { facilitator, meetingId, phone } = await openEvening(village)
  const author = await phone('李婶')
  const comment = remark(meetingId, { text: '后来收回的话' })
  await author.must('post-comment', comment)
  await facilitator.must('show-comment', { commentId: comment.commentId })
  const { channels } = channelsOf(village)
  const [before, after] = [screen(village, meetingId), screen(village, meetingId)]
  const leaving = [await channels.join(village.placeId, before.listener)]
  await author.must('withdraw-comment', { commentId: comment.commentId })
  leaving.push(await channels.join(village.placeId, after.listener))
  expect(before.heard.join()).toContain('后来收回的话')
  expect(after.heard.join()).not.toContain('后来收回的话')
  for (const go of leaving) go()
  await channels.close()
})

test('one screen that could not be served does not part the others from what is said next', async () => {
  const village = await openVillage()
  const { facilitator, meetingId, phone } = await openEvening(village)
  const { channels, counted } = channelsOf(village)
  const [first, unlucky, later] = [0, 0, 0].map(() => screen(village, meetingId))
  await channels.join(village.placeId, first!.listener)
  const comment = remark(meetingId, { text: '桥头那盏最要紧' })
  await (await phone('李婶')).must('post-comment', comment)
  counted.fails = true
  await expect(channels.join(village.placeId, unlucky!.listener)).rejects.toThrow('could not be read')
  counted.fails = false
  await channels.join(village.placeId, later!.listener)
  await facilitator.must('show-comment', { commentId: comment.commentId })
  for (const { heard } of [first!, later!]) await expect.poll(() => heard.join()).toContain('comment-shown')
  expect(unlucky!.heard.join()).not.toContain('comment-shown')
  await channels.close()
})
