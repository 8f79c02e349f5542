import type { Moderation } from './meeting.ts'

export type Mood = 'night' | 'day'

/** What of a format a small screen needs at once; its texts are in `formats.ts`. */
export interface Frame {
  readonly key: string
  readonly mood: Mood
  readonly moderation: Moderation
  /** Planned speaking time; the clock is gentle where nothing is enforced. */
  readonly turnMs: number
}

const FRAMES: readonly Frame[] = [
  { key: 'pavilion-talk', mood: 'night', moderation: 'held', turnMs: 3 * 60_000 },
  { key: 'stool-council', mood: 'day', moderation: 'held', turnMs: 2 * 60_000 },
]

export const frameOf = (key: string): Frame => FRAMES.find((frame) => frame.key === key) ?? FRAMES[0]!
