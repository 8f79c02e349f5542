import * as Y from 'yjs'
import { writeSnapshot } from './updates.ts'
import type { RoomParts } from './room.ts'

/** After how many updates a new snapshot spares the next load their replay. */
const SNAPSHOT_EVERY = 300

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
