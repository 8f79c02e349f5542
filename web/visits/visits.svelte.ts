import type { PlaceId } from '../../shared/kernel/id.ts'
import type { VisitsView } from '../../shared/visits/visit.ts'
import type { NoteVisit } from '../../shared/visits/schema.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import { read } from '../sync/read.ts'
import type { Live } from '../sync/live/live.svelte.ts'
import { liveAt } from '../sync/live/shared-live.ts'
import type { Outbox } from '../sync/outbox.svelte.ts'
import type { Unsent } from '../sync/outbox-store.ts'

const OURS = ['note-visit', 'change-visit']

/** Notes that whoever looks may read, and those of this device that nobody has yet. */
export class Visits extends LiveQuery<VisitsView> {
  declare readonly live: Live
  isTurning = $state(false)
  readonly placeId: PlaceId
  readonly #outbox: Outbox

  constructor(placeId: PlaceId, outbox: Outbox) {
    super({
      read: () => read('/api/places/:placeId/visits', { placeId }),
      live: liveAt(placeId),
      isNews: ({ type }) => type.startsWith('visit-'),
    })
    this.placeId = placeId
    this.#outbox = outbox
    outbox.onReceipt = ({ name }) => {
      if (OURS.includes(name)) void this.reload()
    }
  }

  get unsent(): readonly (Unsent & { readonly body: NoteVisit })[] {
    const ours = this.#outbox.unsent.filter(
      ({ name, body }) => OURS.includes(name) && body['placeId'] === this.placeId,
    )
    return ours as unknown as readonly (Unsent & { readonly body: NoteVisit })[]
  }

  /** Adds the next page; the first page read anew takes it away again. */
  async more(): Promise<void> {
    const { view, placeId } = this
    if (!view?.next || this.isTurning) return
    this.isTurning = true
    const answer = await read('/api/places/:placeId/visits', { placeId, before: view.next })
    this.isTurning = false
    // What was read anew meanwhile begins somewhere else.
    if (answer.kind !== 'told' || this.view !== view) return
    const { visits, concerns } = answer.value
    this.view = {
      ...answer.value,
      visits: [...view.visits, ...visits],
      concerns: [...view.concerns, ...concerns],
    }
  }

  put(name: 'note-visit' | 'change-visit', command: NoteVisit): Promise<void> {
    return this.#outbox.add(name, { ...command })
  }

  discard(commandId: string): Promise<void> {
    return this.#outbox.discard(commandId)
  }
}
