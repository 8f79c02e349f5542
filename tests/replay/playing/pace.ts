import { setTimeout as pause } from 'node:timers/promises'
import type { PlannedSpeech } from '../transcript/plan.ts'

const READING_MS_PER_LETTER = 220
const SHORTEST_MS = 1_500

/** Waits until it is time for a speech; without a speed nobody waits. */
export interface Pace {
  before(speech: PlannedSpeech): Promise<void>
}

export function paceAt(speed: number | null, speeches: readonly PlannedSpeech[]): Pace {
  if (speed === null) return { before: async () => {} }
  const begins = beginsOf(speeches)
  const startedAt = performance.now()
  return {
    async before(speech) {
      const due = startedAt + begins[speech.index]! / speed
      await pause(Math.max(0, due - performance.now()))
    },
  }
}

/** Milliseconds from the first speech: as the transcript says, else as long as the words before take to say. */
function beginsOf(speeches: readonly PlannedSpeech[]): number[] {
  const first = speeches.find(({ at }) => at !== null)?.at
  let clock = 0
  return speeches.map(({ at, text }) => {
    if (at && first) clock = Math.max(clock, Date.parse(at) - Date.parse(first))
    const begin = clock
    if (!at) clock += Math.max(SHORTEST_MS, text.length * READING_MS_PER_LETTER)
    return begin
  })
}
