import * as Y from 'yjs'
import type { MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import type { Parts } from '../feature.ts'
import { StorageFailed } from '../storage/database.ts'
import { boxUpdates } from './box.ts'
import { appendUpdates, writeSnapshot, type Appended, type NewUpdate } from './updates.ts'

export interface RoomParts {
  readonly parts: Parts
  readonly placeId: PlaceId
  readonly meetingId: MeetingId
  readonly failed: (problem: unknown) => void
}

/** After how many updates a new snapshot spares the next load their replay. */
const SNAPSHOT_EVERY = 300

/** Nodes that hold a text hear of it by its own id: the place's bell would wake every feed at every key. */
export const channelOf = (meetingId: MeetingId): string => meetingId

/** Commits updates: into the text, or into the box when both have signed. */
export async function store(
  { parts, placeId, meetingId, failed }: RoomParts,
  updates: readonly NewUpdate[],
): Promise<Appended | 'boxed' | Refusal> {
  const { database, journal, clock, newId } = parts
  const receivedAt = clock.now().toISOString()
  try {
    return await database.write(async (work) => {
      const outcome = await appendUpdates(work, placeId, meetingId, updates, receivedAt)
      if (outcome === 'too-late') {
        await boxUpdates(work, updates, { placeId, meetingId, receivedAt, newId })
        return 'boxed'
      }
      if (!isRefusal(outcome)) await journal.bell.ringOnCommit(work, channelOf(meetingId))
      return outcome
    })
  } catch (problem) {
    failed(problem)
    return refuse(problem instanceof StorageFailed ? 'storage-failed' : 'unexpected')
  }
}

/** Writes snapshots now and then, behind everything else. */
export class Snapshots {
  readonly #room: RoomParts
  readonly #doc: Y.Doc
  #seq: number

  constructor(room: RoomParts, doc: Y.Doc, seq: number) {
    this.#room = room
    this.#doc = doc
    this.#seq = seq
  }

  /** Looks whether one is due; `present` tells the seq, or null when the text is put away. */
  soon(seq: number, present: () => number | null): void {
    if (seq - this.#seq < SNAPSHOT_EVERY) return
    this.#seq = seq
    setImmediate(() => {
      const at = present()
      if (at === null) return
      const { parts, placeId, meetingId, failed } = this.#room
      const bytes = Y.encodeStateAsUpdate(this.#doc)
      parts.database.write((work) => writeSnapshot(work, placeId, meetingId, at, bytes)).catch(failed)
    })
  }
}
