import * as Y from 'yjs'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import type { AppContext } from '../../app/feature.ts'
import { writeSnapshot } from '../document/updates.ts'

/** After how many updates a new snapshot spares the next load their replay. */
const SNAPSHOT_EVERY = 300

interface Text {
  readonly context: Pick<AppContext, 'database'>
  readonly placeId: PlaceId
  readonly meetingId: MeetingId
  readonly failed: (problem: unknown) => void
}

/** Writes snapshots now and then, behind everything else. */
export class Snapshots {
  readonly #text: Text
  readonly #doc: Y.Doc
  #seq: number

  constructor(text: Text, doc: Y.Doc, seq: number) {
    this.#text = text
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
      const { context, placeId, meetingId, failed } = this.#text
      const bytes = Y.encodeStateAsUpdate(this.#doc)
      context.database.write((work) => writeSnapshot(work, placeId, meetingId, at, bytes)).catch(failed)
    })
  }
}
