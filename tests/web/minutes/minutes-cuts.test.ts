import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Minutes } from '../../../web/minutes/minutes.svelte.ts'
import { Line } from '../../support/peers/line.ts'

const probe = (doc: Y.Doc): string => doc.getText('probe').toString()

/** What may happen between a key and its acknowledgement. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.constant('type' as const) },
  { weight: 3, arbitrary: fc.constantFrom('take' as const, 'answer' as const) },
  { weight: 2, arbitrary: fc.constantFrom('cut' as const, 'dead' as const, 'come' as const) },
)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** One line on which the server takes messages and answers them as late as the story wants. */
class Story {
  readonly server = new Y.Doc()
  readonly lines: Line[] = []
  readonly minutes: Minutes
  #taken = 0
  #owed = 0

  constructor() {
    this.minutes = new Minutes({ placeId: 'p', meetingId: 'm', mayWrite: true }, () => {
      this.lines.push(new Line())
      this.#taken = this.#owed = 0
      return this.line as unknown as WebSocket
    })
    this.minutes.start()
  }

  get line(): Line {
    return this.lines.at(-1)!
  }

  act(what: 'type' | 'take' | 'answer' | 'cut' | 'dead' | 'come', at: number): void {
    const isOpen = this.line.readyState === Line.OPEN
    if (what === 'type') this.minutes.doc.getText('probe').insert(0, String(at % 10))
    else if (what === 'come') {
      if (this.line.readyState === 0) this.line.greet(this.server)
      else vi.advanceTimersByTime(1_000)
    } else if (!isOpen) return
    else if (what === 'cut') this.line.cut()
    else if (what === 'dead') vi.advanceTimersByTime(5_000)
    else if (what === 'take') this.#take()
    else if (this.#owed > 0) this.line.ack(1, this.#owed)
  }

  /** Puts the next message on the disk; its answer may still be lost. */
  #take(): void {
    const next = this.line.updates[this.#taken]
    if (!next) return
    Y.applyUpdate(this.server, next.bytes)
    this.#owed = ++this.#taken
  }

  settle(): void {
    for (let at = 0; at < 40 && this.minutes.save.kind !== 'saved'; at++) {
      this.act('come', 0)
      while (this.line.updates.length > this.#taken) this.#take()
      if (this.line.readyState === Line.OPEN) this.line.ack(1, this.#owed)
    }
  }
}

test('through a thousand cuts, "saved" is never said of a letter that the disk has not', () => {
  vi.stubGlobal('WebSocket', Line)
  fc.assert(
    fc.property(fc.array(happening, { minLength: 5, maxLength: 60 }), (happenings) => {
      const story = new Story()
      happenings.forEach((what, at) => {
        story.act(what, at)
        if (story.minutes.save.kind === 'saved') expect(probe(story.server)).toBe(probe(story.minutes.doc))
      })
      story.settle()
      expect(story.minutes.save.kind).toBe('saved')
      const typed = happenings.filter((what) => what === 'type').length
      expect(probe(story.server)).toHaveLength(typed)
      story.minutes.stop()
    }),
    { numRuns: 1_000, seed: 20_261_122 },
  )
}, 120_000)
