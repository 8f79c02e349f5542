import type { CommandFields } from '../../../shared/api.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import { tossedBetween, type Custody, type LadderView } from '../../../shared/custody/custody.ts'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import type { ConcernId, PlaceId } from '../../../shared/kernel/id.ts'
import type { Refusal } from '../../../shared/kernel/refusal.ts'
import { placeTitle } from '../../../shared/places/levels.ts'
import { readLadder, takeBackAcceptance } from '../../custody/acts.ts'
import type { Receipt } from '../../../shared/protocol/room.ts'
import type { Answer } from '../../sync/ask.ts'
import { LiveQuery } from '../../sync/live-query.svelte.ts'
import { reloadOften } from '../../sync/reload-often.ts'
import { sendAt } from '../../sync/send.ts'
import { newId } from '../../sync/id.ts'
import type { Ledger } from '../ledger.svelte.ts'

const HEARD: readonly string[] = [
  'matter-offered',
  'matter-accepted',
  'matter-returned',
  'matter-passed',
  'offer-taken-back',
  'acceptance-taken-back',
]

/** How one row of several fared. */
export type SendStatus = 'waiting' | 'sending' | 'told' | 'unsent' | Refusal

export interface Handed {
  readonly custody: Custody
  readonly concern: Concern | null
}

type CustodyCommand = 'accept-matter' | 'return-matter' | 'take-back-acceptance'
type MoreOf<Name extends CustodyCommand> = Omit<CommandFields<Name>, 'concernId'>

/** What was handed to a place, and what it handed on. */
export class Hands extends LiveQuery<LadderView> {
  chosen = $state.raw<ReadonlySet<ConcernId>>(new Set())
  statuses = $state.raw<ReadonlyMap<ConcernId, SendStatus>>(new Map())
  isAccepting = $state(false)
  readonly placeId: PlaceId
  /** The same answer sent again is the same command. */
  readonly #ids = new Map<string, string>()

  constructor(placeId: PlaceId) {
    super({
      read: async () => {
        const answer = await readLadder(placeId)
        if (answer.kind === 'told') this.#stillWaiting(answer.value)
        return answer
      },
    })
    this.placeId = placeId
  }

  /** Reads, and goes on reading: what happens to matters of other places is not heard here. */
  follow(ledger: Pick<Ledger, 'listeners'>): () => void {
    void this.open()
    const hear = ({ type }: RecordedEvent): void => {
      if (HEARD.includes(type)) void this.reload()
    }
    const stop = reloadOften(this)
    ledger.listeners.add(hear)
    return () => {
      stop()
      this.close()
      ledger.listeners.delete(hear)
    }
  }

  #stillWaiting(view: LadderView): void {
    const waiting = new Set(this.#offersIn(view).map(({ id }) => id))
    this.chosen = new Set([...this.chosen].filter((id) => waiting.has(id)))
  }

  nameOf(placeId: PlaceId): string {
    const place = this.view?.places.find(({ id }) => id === placeId)
    return place ? placeTitle(place) : ''
  }

  /** Waiting for our answer, the most pressing first. */
  get offers(): readonly Handed[] {
    return this.#with(this.view ? this.#offersIn(this.view) : []).sort((a, b) =>
      a.custody.offer!.answerBy.localeCompare(b.custody.offer!.answerBy),
    )
  }

  #offersIn({ held, custodies, ours = [this.placeId] }: LadderView): readonly Custody[] {
    return [...held, ...custodies].filter(({ offer }) => offer && ours.includes(offer.toPlaceId))
  }

  /** Raised elsewhere or in a grid of ours, and in our hands. */
  get held(): readonly Handed[] {
    const inGrids = (this.view?.custodies ?? []).filter(({ holderId }) => holderId !== this.placeId)
    return this.#with([...(this.view?.held ?? []), ...inGrids]).filter(({ custody }) =>
      this.#isOurs(custody.holderId),
    )
  }

  #isOurs(placeId: PlaceId): boolean {
    return (this.view?.ours ?? [this.placeId]).includes(placeId)
  }

  /** Raised here and handed on: somebody else has it or is asked to take it. */
  get given(): readonly Custody[] {
    return (this.view?.custodies ?? []).filter(
      ({ holderId, offer }) =>
        holderId !== this.placeId || (offer !== null && offer.toPlaceId !== this.placeId),
    )
  }

  /** Sent back too often between the same two, of this place or below it. */
  get tossed(): readonly {
    concernId: ConcernId
    firstPlaceId: PlaceId
    between: readonly PlaceId[]
    concern: Concern | null
  }[] {
    return (this.view?.tossed ?? []).map((one) => ({ ...one, concern: this.#concern(one.concernId) }))
  }

  isTossed(concernId: ConcernId): boolean {
    const steps = this.view?.steps.filter((step) => step.concernId === concernId) ?? []
    return tossedBetween(steps).length > 0
  }

  #with(custodies: readonly Custody[]): Handed[] {
    return custodies.map((custody) => ({ custody, concern: this.#concern(custody.id) }))
  }

  #concern(id: ConcernId): Concern | null {
    return this.view?.concerns.find((one) => one.id === id) ?? null
  }

  choose(id: ConcernId, isChosen: boolean): void {
    const chosen = new Set(this.chosen)
    if (isChosen) chosen.add(id)
    else chosen.delete(id)
    this.chosen = chosen
  }

  chooseAll(isChosen: boolean): void {
    this.chosen = new Set(isChosen ? this.offers.map(({ custody }) => custody.id) : [])
  }

  get doneCount(): number {
    return [...this.statuses.values()].filter((status) => status !== 'waiting' && status !== 'sending').length
  }

  /** Gives those that were accepted. */
  acceptChosen(): Promise<readonly Custody[]> {
    return this.#answerChosen('accept-matter', {})
  }

  /** Gives those that went back. */
  returnChosen(reason: string): Promise<readonly Custody[]> {
    return this.#answerChosen('return-matter', { reason })
  }

  /** One after the other; what is refused or lost does not stop the others. */
  async #answerChosen<Name extends CustodyCommand>(
    command: Name,
    more: MoreOf<Name>,
  ): Promise<readonly Custody[]> {
    if (this.isAccepting) return []
    this.isAccepting = true
    const rows = this.offers.map(({ custody }) => custody).filter(({ id }) => this.chosen.has(id))
    this.statuses = new Map(rows.map(({ id }) => [id, 'waiting']))
    const answered: Custody[] = []
    for (const custody of rows) {
      this.#setStatus(custody.id, 'sending')
      const answer = await this.#answer(custody, command, more)
      this.#setStatus(custody.id, statusOf(answer))
      if (answer.kind === 'told') answered.push(custody)
    }
    this.isAccepting = false
    await this.reload()
    return answered
  }

  async #answer<Name extends CustodyCommand>(
    { id, firstPlaceId }: Custody,
    command: Name,
    more: MoreOf<Name>,
  ): Promise<Answer<Receipt>> {
    const said = JSON.stringify([command, id, more])
    const commandId = this.#ids.get(said) ?? newId()
    this.#ids.set(said, commandId)
    const fields = { concernId: id, ...more } as CommandFields<Name>
    const answer = await sendAt(firstPlaceId)(command, fields, commandId)
    if (answer.kind !== 'unreachable') this.#ids.delete(said)
    return answer
  }

  /** Gives back what was accepted by a slip; true where every one of them went back. */
  async takeBack(custodies: readonly Custody[]): Promise<boolean> {
    let isWhole = true
    for (const { id, firstPlaceId } of custodies) {
      const answer = await takeBackAcceptance({ placeId: firstPlaceId, concernId: id })
      isWhole &&= answer.kind === 'told'
      if (answer.kind !== 'told') this.#setStatus(id, statusOf(answer))
    }
    if (isWhole) this.statuses = new Map()
    await this.reload()
    return isWhole
  }

  #setStatus(id: ConcernId, status: SendStatus): void {
    this.statuses = new Map(this.statuses).set(id, status)
  }
}

const statusOf = (answer: Answer<Receipt>): SendStatus =>
  answer.kind === 'told' ? 'told' : answer.kind === 'refused' ? answer.refusal : 'unsent'
