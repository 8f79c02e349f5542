import type { CommandFields, CommandName } from '../../../shared/api.ts'
import { doesPartOf, type Commitment, type CommitmentEvent } from '../../../shared/commitments/commitment.ts'
import { evolveCommitments } from '../../../shared/commitments/evolve.ts'
import type { Concern, ConcernEvent } from '../../../shared/concerns/concern.ts'
import { evolveConcerns } from '../../../shared/concerns/evolve.ts'
import type { CustodyEvent } from '../../../shared/custody/custody.ts'
import { evolveCustodies, evolveCustodySteps } from '../../../shared/custody/evolve.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Actor, RecordedEvent } from '../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { isAbout, type MatterEvent, type MatterView } from '../../../shared/ledger/matter/matter.ts'
import { TIME_ZONE_DEFAULT } from '../../../shared/places/place.ts'
import type { AnyEvent } from '../../../shared/protocol/down.ts'
import type { Receipt } from '../../../shared/protocol/room.ts'
import type { Answer } from '../../sync/ask.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import { read } from '../../sync/read.ts'
import { clock } from '../../sync/clock.svelte.ts'
import { sendAt } from '../../sync/send.ts'
import { dayAt } from '../../sync/time.ts'
import type { ActId, ActState } from './acts/act.ts'
import type { ActContext } from './acts/act-runner.svelte.ts'
import type { Hands } from '../../custody/hands.svelte.ts'
import type { Ledger } from '../ledger.svelte.ts'

interface Where {
  readonly id: string
  readonly placeId: PlaceId
  readonly person: Actor
  /** The ledger in which it stands, where it does. */
  readonly ledger: Ledger | null
  /** Who holds the matters of the place, where that was read for all of them. */
  readonly hands?: Hands
}

/** One matter that somebody looks at: as the ledger has it, and once that is read, with its whole story. */
export class Subject implements ActContext {
  readonly story: LiveQuery<MatterView>
  readonly id: string
  readonly placeId: PlaceId
  /** What the address asks to be done, once it is offered. */
  wanted: ActId | null = null
  #person: Actor
  #ledger: Ledger | null
  #hands: Hands | undefined

  constructor({ id, placeId, person, ledger, hands }: Where) {
    this.id = id
    this.placeId = placeId
    this.#person = person
    this.#ledger = ledger
    this.#hands = hands
    this.story = new LiveQuery({
      read: () => read('/api/places/:placeId/matters/:matterId', { placeId, matterId: id }),
      fold: (view, event) => goneOn(view, event, id),
      isNews: () => false,
    })
    ledger?.listeners.add((event) => this.story.hear({ events: [event as RecordedEvent<AnyEvent>], upTo: 0 }))
  }

  get view(): MatterView | null {
    return this.story.view
  }

  get actor(): Actor {
    const roles = this.#ledger ? this.#person.roles : (this.view?.roles ?? [])
    return { ...this.#person, placeId: this.placeId, roles }
  }

  get timeZone(): string {
    return this.state.place?.timeZone ?? TIME_ZONE_DEFAULT
  }

  /** The day it is where the matter was raised. */
  get today(): Day {
    return this.#ledger?.today ?? dayAt(clock.now, this.timeZone)
  }

  get commitments(): readonly Commitment[] {
    const read = this.view?.commitments ?? []
    const known = this.#ledger?.commitments
    if (!known) return read
    const concernId = this.concern?.id
    return known.filter((one) => one.id === this.id || (!!concernId && one.concernId === concernId))
  }

  /** The promise it is about: the one that was named, else the one that is still running. */
  get commitment(): Commitment | null {
    const kept = this.commitments.filter(({ state }) => state !== 'dropped')
    return (
      kept.find(({ id }) => id === this.id) ??
      kept.find(({ state }) => state !== 'settled') ??
      kept.at(-1) ??
      null
    )
  }

  /** Who asked for a later day; unknown until the story is read. */
  get asker(): { readonly who: string; readonly by: string; readonly isOnBehalf: boolean } | null {
    const { commitment } = this
    const asked = this.view?.events.findLast(
      (one) => one.type === 'extension-asked' && one.data.commitmentId === commitment?.id,
    )
    if (!commitment || asked?.type !== 'extension-asked') return null
    const { data, words } = asked
    return { who: commitment.owner, by: words.byName ?? '', isOnBehalf: data.isOnBehalf ?? false }
  }

  /** Somebody above promised it, and the reader does no part of it: theirs to report before anybody else. */
  get isOwnedAbove(): boolean {
    const { commitment, view } = this
    return !!commitment && !!view?.ownedAbove.includes(commitment.id) && !doesPartOf(this.actor, commitment)
  }

  get concern(): Concern | null {
    const known = this.#ledger?.concerns
    if (!known) return this.view?.concern ?? null
    const named = this.#ledger?.commitments.find(({ id }) => id === this.id)?.concernId ?? this.id
    return known.find(({ id }) => id === named) ?? this.view?.concern ?? null
  }

  /** Somebody else who has it, or is asked to take it until a day. */
  get elsewhere(): { readonly name: string; readonly until: Day | null } | null {
    const { concern } = this
    return (concern && this.#hands?.whereIs(concern.id)) ?? null
  }

  get state(): ActState {
    const { commitment, concern, view } = this
    const newerDay =
      this.#ledger?.newerDays.find(({ commitmentId }) => commitmentId === commitment?.id)?.days.now.dueOn ??
      null
    return {
      placeId: this.placeId,
      place: this.#ledger?.place ?? view?.place ?? null,
      commitment,
      concern,
      meeting: view?.meetings.find(({ id }) => id === commitment?.meetingId) ?? null,
      others: this.commitments.filter(({ id, state }) => id !== commitment?.id && state !== 'dropped'),
      hands: view && { custody: view.custody, steps: view.steps, ladder: view.ladder, actsFor: view.actsFor },
      newerDay: newerDay === commitment?.dueOn ? null : newerDay,
      orderFrom: view?.orderFrom.find(({ commitmentId }) => commitmentId === commitment?.id)?.on ?? null,
    }
  }

  /** Reads its story until it is told; what was read before stays in sight meanwhile. Gives what ends it. */
  look(): () => void {
    void (this.view ? this.story.reload() : this.story.open())
    return () => this.story.close()
  }

  async send<Name extends CommandName>(
    name: Name,
    body: CommandFields<Name>,
    commandId?: string,
  ): Promise<Answer<Receipt>> {
    if (this.#ledger) return this.#sendHere(this.#ledger, name, body, commandId)
    const answer = await sendAt(this.placeId)(name, body, commandId)
    if (answer.kind === 'told') await this.story.reload()
    return answer
  }

  async #sendHere<Name extends CommandName>(
    ledger: Ledger,
    name: Name,
    body: CommandFields<Name>,
    commandId?: string,
  ): Promise<Answer<Receipt>> {
    const answer = await ledger.send(name, body, commandId)
    // Without a line nobody tells what became of it.
    if (answer.kind === 'told' && ledger.live.state !== 'live' && this.view) await this.story.reload()
    return answer
  }
}

/** The story after an event that its place told. */
function goneOn(view: MatterView, event: RecordedEvent, id: string): MatterView {
  const ids = [id, ...(view.concern ? [view.concern.id] : []), ...view.commitments.map((one) => one.id)]
  if (!isAbout(event, new Set(ids)) || view.events.some(({ seq }) => seq === event.seq)) return view
  const step = event as RecordedEvent<CustodyEvent>
  return {
    ...view,
    asOf: event.seq,
    events: [...view.events, event as RecordedEvent<MatterEvent>],
    concern:
      evolveConcerns(view.concern ? [view.concern] : [], event as RecordedEvent<ConcernEvent>)[0] ?? null,
    commitments: evolveCommitments(view.commitments, event as RecordedEvent<CommitmentEvent>),
    custody: evolveCustodies(view.custody ? [view.custody] : [], step)[0] ?? null,
    steps: evolveCustodySteps(view.steps, step),
  }
}
