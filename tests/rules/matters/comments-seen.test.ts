import { describe, expect, test } from 'vitest'
import type { Comment, CommentEvent } from '../../../shared/comments/comment.ts'
import { evolveComments } from '../../../shared/comments/evolve.ts'
import { commentFor, presentComment } from '../../../shared/comments/present.ts'
import type { RecordedEvent, Viewer } from '../../../shared/kernel/event.ts'
import * as given from '../../support/villages/given.ts'

const { comment, looking, recorded } = given

const desk = looking(given.facilitator)
const cadre = looking(given.owner)
const wall = looking(given.stranger, given.MEETING)
const author = looking(given.villager, given.MEETING)
const neighbour = looking(given.otherVillager, given.MEETING)
const elsewhere = looking(given.guestElsewhere, given.OTHER_MEETING)

const facts = (lane: Comment['lane']) => ({
  commentId: given.COMMENT,
  meetingId: given.MEETING,
  agendaItemId: null,
  lane,
  channel: 'phone' as const,
  authorId: given.villager.id,
  postedAt: given.TONIGHT.at,
})
const words = { text: '灯不亮', name: '李婶', enteredBy: null }

const story = (lane: Comment['lane'], ...steps: CommentEvent['type'][]): RecordedEvent<CommentEvent>[] => {
  let from: 'held' | 'shown' = 'held'
  return steps.map((type, at) => {
    const data = { ...facts(lane), state: 'held' as const, from }
    if (type === 'comment-shown') from = 'shown'
    if (type === 'comment-held') from = 'held'
    const by = type === 'comment-posted' || type === 'comment-withdrawn' ? given.villager : given.facilitator
    const said = type === 'comment-withdrawn' ? {} : words
    return recorded({ type, data, words: said } as CommentEvent, at + 1, by)
  })
}

const seenBy = (viewer: Viewer, events: readonly RecordedEvent<CommentEvent>[]): readonly Comment[] =>
  events
    .map((event) => presentComment(event, viewer))
    .filter((event) => event !== null)
    .reduce(evolveComments, [] as readonly Comment[])

describe('who sees a comment', () => {
  test('held, it is seen by staff and by its author alone', () => {
    const held = story('open', 'comment-posted')
    expect(seenBy(desk, held)).toMatchObject([{ state: 'held', authorId: given.villager.id }])
    expect(seenBy(author, held)).toMatchObject([{ state: 'held', text: '灯不亮' }])
    for (const viewer of [wall, neighbour, elsewhere]) expect(seenBy(viewer, held)).toEqual([])
  })

  test('shown, everybody of that evening reads it, by name where the name is open', () => {
    const shown = story('open', 'comment-posted', 'comment-shown')
    expect(seenBy(wall, shown)).toMatchObject([{ state: 'shown', text: '灯不亮', name: '李婶', shownSeq: 2 }])
    expect(seenBy(elsewhere, shown)).toEqual([])
  })

  test('masked, the public reads no name, staff and the author do', () => {
    const shown = story('masked', 'comment-posted', 'comment-shown')
    expect(seenBy(wall, shown)).toMatchObject([{ name: null, enteredBy: null, lane: 'masked' }])
    expect(seenBy(desk, shown)).toMatchObject([{ name: '李婶' }])
    expect(seenBy(author, shown)).toMatchObject([{ name: '李婶', authorId: given.villager.id }])
  })

  test('no frame to the public says whose phone it was', () => {
    const all = [
      ...story(
        'masked',
        'comment-posted',
        'comment-shown',
        'comment-held',
        'comment-shown',
        'comment-withdrawn',
      ),
      recorded(
        { type: 'comment-posted', data: { ...facts('masked'), state: 'shown' }, words },
        9,
        given.villager,
      ),
    ] as RecordedEvent<CommentEvent>[]
    const told = JSON.stringify(all.map((event) => presentComment(event, wall)))
    expect(told).not.toContain(given.villager.id)
    expect(told).not.toContain('李婶')
  })

  test('taken off the wall, it leaves the public with its words', () => {
    const held = story('open', 'comment-posted', 'comment-shown', 'comment-held')
    expect(seenBy(wall, held)).toEqual([])
    expect(JSON.stringify(presentComment(held[2]!, wall))).not.toContain('灯不亮')
    expect(seenBy(desk, held)).toMatchObject([{ state: 'held', shownSeq: 2 }])
    expect(seenBy(author, held)).toMatchObject([{ text: '灯不亮' }])
    expect(seenBy(cadre, held)).toEqual([])
    expect(JSON.stringify(presentComment(held[2]!, cadre))).not.toContain('灯不亮')
  })

  test('withdrawn before it was shown, the public never hears of it', () => {
    const events = story('open', 'comment-posted', 'comment-withdrawn')
    expect(presentComment(events[1]!, wall)).toBeNull()
    expect(seenBy(author, events)).toMatchObject([{ state: 'withdrawn', text: '', name: null }])
  })

  test('withdrawn after it was shown, staff and its author know that something was said, and nobody what', () => {
    const events = story('open', 'comment-posted', 'comment-shown', 'comment-withdrawn')
    expect(seenBy(wall, events)).toEqual([])
    expect(seenBy(desk, events)).toMatchObject([{ state: 'withdrawn', text: '', name: null }])
    for (const viewer of [wall, neighbour]) {
      const told = presentComment(events[2]!, viewer)
      expect(told).toMatchObject({ type: 'comment-held', words: { text: '' } })
      expect(JSON.stringify(told)).not.toContain('withdrawn')
    }
  })

  test.each([desk, cadre, wall, author, neighbour, elsewhere])(
    'a row and its events tell viewer %# the same',
    (viewer) => {
      for (const lane of ['open', 'masked'] as const)
        for (const steps of [
          ['comment-posted'],
          ['comment-posted', 'comment-shown'],
          ['comment-posted', 'comment-shown', 'comment-held'],
          ['comment-posted', 'comment-withdrawn'],
          ['comment-posted', 'comment-shown', 'comment-withdrawn'],
        ] as const) {
          const events = story(lane, ...steps)
          const rows = events.reduce(evolveComments, [] as readonly Comment[])
          const read = rows.map((row) => commentFor(row, viewer)).filter((row) => row !== null)
          expect(seenBy(viewer, events)).toEqual(read)
        }
    },
  )
})

describe('what a screen holds', () => {
  test('hearing everything twice changes nothing', () => {
    const events = story('open', 'comment-posted', 'comment-shown', 'comment-held')
    const once = events.reduce(evolveComments, [] as readonly Comment[])
    expect(events.reduce(evolveComments, once)).toEqual(once)
  })

  test('one event is enough to draw a comment never heard of', () => {
    const [, shown] = story('open', 'comment-posted', 'comment-shown')
    expect(evolveComments([], shown!)).toMatchObject([{ id: given.COMMENT, state: 'shown', text: '灯不亮' }])
  })

  test('other comments stay where they are', () => {
    const others = [comment({ id: given.id(71) }), comment({ id: given.id(72) })]
    const [posted] = story('open', 'comment-posted')
    expect(evolveComments(others, posted!).slice(0, 2)).toEqual(others)
  })
})
