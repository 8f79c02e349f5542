import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import type { VisitsView } from '../../shared/visits/visit.ts'
import type { NoteVisit } from '../../shared/visits/schema.ts'
import type { Answer, ToldRefusal } from '../sync/ask.ts'
import { read } from '../sync/read.ts'
import type { Outbox } from '../sync/outbox.svelte.ts'
import type { Unsent } from '../sync/outbox-store.ts'

const OURS = ['note-visit', 'change-visit']

/** Notes that whoever looks may read, and those of this device that nobody has yet. */
export class Visits {
  state = $state<'loading' | 'ready' | 'refused' | 'unreachable'>('loading')
  refusal = $state.raw<ToldRefusal | null>(null)
  view = $state.raw<VisitsView | null>(null)
  isFetching = $state(false)
  readonly placeId: PlaceId
  readonly #outbox: Outbox

  constructor(placeId: PlaceId, outbox: Outbox) {
    this.placeId = placeId
    this.#outbox = outbox
    outbox.onReceipt = ({ name }) => {
      if (OURS.includes(name)) void this.read()
    }
  }

  get unsent(): readonly (Unsent & { readonly body: NoteVisit })[] {
    const ours = this.#outbox.unsent.filter(
      ({ name, body }) => OURS.includes(name) && body['placeId'] === this.placeId,
    )
    return ours as unknown as readonly (Unsent & { readonly body: NoteVisit })[]
  }

  /** The first page anew; what was turned to before is turned to again. */
  async read(): Promise<boolean> {
    const answer = await this.#ask()
    if (answer.kind === 'told') this.view = answer.value
    return answer.kind === 'told'
  }

  async more(): Promise<void> {
    const { view } = this
    if (!view?.next || this.isFetching) return
    const answer = await this.#ask(view.next)
    if (answer.kind !== 'told') return
    const { visits, concerns } = answer.value
    this.view = {
      ...answer.value,
      visits: [...view.visits, ...visits],
      concerns: [...view.concerns, ...concerns],
    }
  }

  hear(events: readonly RecordedEvent<AnyEvent>[]): void {
    const asOf = this.view?.asOf ?? 0
    if (events.some(({ type, seq }) => type.startsWith('visit-') && seq > asOf)) void this.read()
  }

  put(name: 'note-visit' | 'change-visit', command: NoteVisit): Promise<void> {
    return this.#outbox.add(name, { ...command })
  }

  discard(commandId: string): Promise<void> {
    return this.#outbox.discard(commandId)
  }

  async #ask(before?: string): Promise<Answer<VisitsView>> {
    this.isFetching = true
    const answer = await read('/api/places/:placeId/visits', { placeId: this.placeId, before })
    this.isFetching = false
    if (answer.kind === 'told') this.state = 'ready'
    else if (!this.view) this.state = answer.kind
    this.refusal = answer.kind === 'refused' ? answer.refusal : null
    return answer
  }
}
