import type { RecordedEvent } from '../../shared/kernel/event.ts'

/** What tells words, and what takes them back, by the id that both name. */
const UNDOING = [
  {
    id: 'commentId',
    tells: ['comment-posted', 'comment-shown'],
    takesBack: ['comment-held', 'comment-withdrawn'],
  },
  {
    id: 'concernId',
    tells: ['concern-raised', 'concern-recorded', 'concern-reworded'],
    takesBack: ['concern-withdrawn'],
  },
  {
    id: 'commitmentId',
    tells: ['commitment-read-back'],
    takesBack: ['commitment-amended', 'commitment-dropped', 'commitment-put-off'],
  },
] as const

/** Seqs of the events of one batch whose words were taken back before the batch went out, and not told again in it. */
export function undoneWithin(events: readonly RecordedEvent[]): ReadonlySet<number> {
  const undone = new Set<number>()
  // The last word about each decides for all before it.
  const isGone = new Map<string, boolean>()
  for (const { type, seq, data } of events.toReversed())
    for (const { id, tells, takesBack } of UNDOING) {
      const subject = (data as Partial<Record<string, string>>)[id]
      const isTelling = (tells as readonly string[]).includes(type)
      const isTaking = (takesBack as readonly string[]).includes(type)
      if (subject === undefined || (!isTelling && !isTaking)) continue
      if (!isGone.has(subject)) isGone.set(subject, isTaking)
      if (isTelling && isGone.get(subject)) undone.add(seq)
    }
  return undone
}
