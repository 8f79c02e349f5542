import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { eventsAfter, headOf } from '../journal/read.ts'
import { inWordsNow, type ReplacedWords } from '../journal/replaced.ts'
import type { Database, Reader } from '../storage/database.ts'

/** Erasing words records no event: what was read before it is told no longer than this. */
const MAX_AGE_MS = 1_000
const MAX_BATCHES = 8

export interface PastContext {
  readonly database: Database
  /** Seqs of events read again whose words no longer stand. */
  readonly takenBack: (reader: Reader, events: readonly RecordedEvent[]) => Promise<ReadonlySet<number>>
  /** The words that stand now in place of those that events read again told. */
  readonly wordsNow: (reader: Reader, events: readonly RecordedEvent[]) => Promise<ReplacedWords>
  readonly now: () => Date
}

/** What the hall is told of past events: those whose words were taken back, and all in the words that stand now. */
export interface Retelling {
  readonly gone: ReadonlySet<number>
  readonly standing: readonly RecordedEvent[]
}

/** Events after one seq, and what was made of them for everybody who missed the same. */
export class PastBatch {
  readonly events: readonly RecordedEvent[]
  readonly #retell: () => Promise<Retelling>
  #retelling: Promise<Retelling> | null = null
  readonly #frames = new Map<string, Buffer>()

  constructor(events: readonly RecordedEvent[], retell: () => Promise<Retelling>) {
    this.events = events
    this.#retell = retell
  }

  retelling(): Promise<Retelling> {
    return (this.#retelling ??= this.#retell().catch((problem: unknown) => {
      this.#retelling = null
      throw problem
    }))
  }

  /** The one frame of all viewers of a kind. */
  frameOf(kind: string, encode: () => Buffer): Buffer {
    const frame = this.#frames.get(kind) ?? encode()
    this.#frames.set(kind, frame)
    return frame
  }
}

interface Kept {
  readonly head: number
  readonly readAt: Date
  readonly batch: Promise<PastBatch>
}

/** Past events of one place, read once for all who ask while nothing new is recorded: hundreds of phones join within seconds. */
export class PastEvents {
  readonly #context: PastContext
  readonly #placeId: PlaceId
  readonly #kept = new Map<number, Kept>()

  constructor(context: PastContext, placeId: PlaceId) {
    this.#context = context
    this.#placeId = placeId
  }

  /** At most one page; null where nothing was recorded after `seq`. */
  async after(seq: number): Promise<PastBatch | null> {
    const { database, now } = this.#context
    const head = await headOf(database.reader, this.#placeId)
    if (head <= seq) return null
    const kept = this.#kept.get(seq)
    if (kept?.head === head && this.#isYoung(kept)) return kept.batch
    const batch = this.#read(seq)
    if (this.#kept.size >= MAX_BATCHES) this.#kept.clear()
    this.#kept.set(seq, { head, readAt: now(), batch })
    batch.catch(() => this.#kept.delete(seq))
    return batch
  }

  /** Gives the memory back that nobody may use any more. */
  forgetOld(): void {
    for (const [seq, kept] of this.#kept) if (!this.#isYoung(kept)) this.#kept.delete(seq)
  }

  #isYoung({ readAt }: Kept): boolean {
    return Math.abs(this.#context.now().getTime() - readAt.getTime()) < MAX_AGE_MS
  }

  async #read(seq: number): Promise<PastBatch> {
    const { database, takenBack, wordsNow } = this.#context
    const { reader } = database
    const events = await eventsAfter(reader, this.#placeId, seq)
    return new PastBatch(events, async () => ({
      gone: await takenBack(reader, events),
      standing: retold(events, await wordsNow(reader, events)),
    }))
  }
}

export const retold = (
  events: readonly RecordedEvent[],
  replaced: ReplacedWords,
): readonly RecordedEvent[] =>
  replaced.size === 0 ? events : events.map((event) => inWordsNow(event, replaced))
