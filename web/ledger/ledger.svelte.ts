import type { CommandFields, CommandName } from '../../shared/api.ts'
import type { Commitment, CommitmentEvent, DueChange } from '../../shared/commitments/commitment.ts'
import { evolveCommitments, evolveDueChanges } from '../../shared/commitments/evolve.ts'
import type { Concern, ConcernEvent } from '../../shared/concerns/concern.ts'
import { evolveConcerns } from '../../shared/concerns/evolve.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Meeting } from '../../shared/meetings/meeting.ts'
import { TIME_ZONE_DEFAULT, type Place } from '../../shared/places/place.ts'
import type { AnyEvent, EventsFrame } from '../../shared/protocol/down.ts'
import type { LedgerView } from '../../shared/ledger/ledger.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { ask, type Answer } from '../sync/ask.ts'
import { clock } from '../sync/clock.svelte.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import type { Live } from '../sync/live/live.svelte.ts'
import { sendAt } from '../sync/send.ts'
import { liveAt } from '../sync/live/shared-live.ts'
import { dayAt, timeAt } from '../sync/time.ts'
import { preloaded } from '../sync/live/preloaded.ts'

const pathAt = (placeId: PlaceId) => `/api/places/${placeId}/ledger` as const

async function readWhole(placeId: PlaceId): Promise<Answer<LedgerView>> {
  const answer = await ask('GET', pathAt(placeId))
  // Without a question it is not answered by pages.
  return answer as Answer<LedgerView>
}

/** The promises of a place: read once, then kept up by what is heard. */
export class Ledger extends LiveQuery<LedgerView> {
  readonly place = $derived<Place | null>(this.view?.place ?? null)
  readonly commitments = $derived<readonly Commitment[]>(this.view?.commitments ?? [])
  readonly dueChanges = $derived<readonly DueChange[]>(this.view?.dueChanges ?? [])
  readonly concerns = $derived<readonly Concern[]>(this.view?.concerns ?? [])
  readonly meetings = $derived<readonly Meeting[]>(this.view?.meetings ?? [])
  readonly newerDays = $derived<LedgerView['newerDays']>(this.view?.newerDays ?? [])
  /** Told of every event that is heard. */
  readonly listeners = new Set<(event: RecordedEvent) => void>()
  declare readonly live: Live
  readonly placeId: PlaceId

  constructor(placeId: PlaceId) {
    const asked = new Set<string>()
    super({
      read: () => readWhole(placeId),
      live: liveAt(placeId),
      fold,
      isNews: (_event, view) => meetsStrangers(view, asked),
    })
    this.placeId = placeId
    const told = preloaded<LedgerView>(pathAt(placeId))
    if (told) [this.view, this.asOf] = [told, told.asOf]
  }

  /** The day it is at the place now, also after midnight. */
  get today(): Day {
    return dayAt(clock.now, this.#timeZone)
  }

  /** 19:41: the picture is as it was then. */
  get heardAt(): string {
    return timeAt(this.live.heardAtMs, this.#timeZone)
  }

  get #timeZone(): string {
    return this.place?.timeZone ?? TIME_ZONE_DEFAULT
  }

  override hear(frame: Pick<EventsFrame, 'events' | 'upTo'>): void {
    super.hear(frame)
    for (const event of frame.events) for (const tell of this.listeners) tell(event)
  }

  /** Where nobody tells us what became of it, the ledger is read anew. */
  async send<Name extends CommandName>(
    name: Name,
    body: CommandFields<Name>,
    commandId?: string,
  ): Promise<Answer<Receipt>> {
    const answer = await sendAt(this.placeId)(name, body, commandId)
    if (answer.kind === 'told' && this.live.state !== 'live') await this.reload()
    return answer
  }
}

// Every fold ignores the events of the others.
const fold = (view: LedgerView, event: RecordedEvent<AnyEvent>): LedgerView => ({
  ...view,
  concerns: evolveConcerns(view.concerns, event as RecordedEvent<ConcernEvent>),
  dueChanges: evolveDueChanges(view.dueChanges, event as RecordedEvent<CommitmentEvent>),
  commitments: evolveCommitments(view.commitments, event as RecordedEvent<CommitmentEvent>),
})

/** True where a promise names a concern or an evening that was never read; each is asked for once. */
function meetsStrangers(view: LedgerView, asked: Set<string>): boolean {
  const named = view.commitments.flatMap(({ concernId, meetingId }) => [concernId, meetingId])
  const known = new Set([...view.concerns, ...view.meetings].map(({ id }) => id))
  const strangers = named.filter((id) => id !== null && !known.has(id) && !asked.has(id))
  for (const id of strangers) if (id !== null) asked.add(id)
  return strangers.length > 0
}
