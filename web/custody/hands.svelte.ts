import { isWaiting, type Concern } from '../../shared/concerns/concern.ts'
import { HANDING_TYPES, tossedBetween, type Custody, type LadderView } from '../../shared/custody/custody.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { ConcernId, PlaceId } from '../../shared/kernel/id.ts'
import { placeTitle } from '../../shared/places/levels.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import { read } from '../sync/read.ts'
import { reloadOften } from '../sync/live/reload-often.ts'
import type { Live } from '../sync/live/live.svelte.ts'

const HEARD: readonly string[] = HANDING_TYPES

export interface Handed {
  readonly custody: Custody
  readonly concern: Concern | null
}

/** What was handed to a place, and what it handed on. */
export class Hands extends LiveQuery<LadderView> {
  readonly placeId: PlaceId

  /** Where somebody else hears its place, no line is needed. */
  constructor(placeId: PlaceId, live?: Live) {
    super({
      read: () => read('/api/places/:placeId/ladder', { placeId }),
      live,
      fold: (view) => view,
      isNews: ({ type }) => HEARD.includes(type),
    })
    this.placeId = placeId
  }

  /** Reads, and goes on reading: what happens to matters of other places is not heard here. */
  follow(ledger: { readonly listeners: Set<(event: RecordedEvent) => void> }): () => void {
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

  nameOf(placeId: PlaceId): string {
    const place = this.view?.places.find(({ id }) => id === placeId)
    return place ? placeTitle(place) : ''
  }

  /** Waiting for our answer, the most pressing first. */
  get offers(): readonly Handed[] {
    return this.with(this.view ? this.offersIn(this.view) : []).sort((a, b) =>
      a.custody.offer!.answerBy.localeCompare(b.custody.offer!.answerBy),
    )
  }

  private offersIn({ held, custodies, ours = [this.placeId] }: LadderView): readonly Custody[] {
    return [...held, ...custodies].filter(({ offer }) => offer && ours.includes(offer.toPlaceId))
  }

  /** Raised elsewhere or in a grid of ours, and in our hands. */
  get held(): readonly Handed[] {
    const inGrids = (this.view?.custodies ?? []).filter(({ holderId }) => holderId !== this.placeId)
    return this.with([...(this.view?.held ?? []), ...inGrids]).filter(({ custody }) =>
      this.isOurs(custody.holderId),
    )
  }

  /** In our hands, and without an outcome. */
  get heldWaiting(): readonly Handed[] {
    return this.held.filter(
      ({ custody, concern }) => !custody.offer && concern !== null && isWaiting(concern),
    )
  }

  /** With whom it is now, where that is not the reader's own: who has it, or is asked to take it until a day. */
  whereIs(concernId: ConcernId): { readonly name: string; readonly until: Day | null } | null {
    const custody = this.given.find(({ id }) => id === concernId)
    if (!custody || this.isOurs(custody.offer?.toPlaceId ?? custody.holderId)) return null
    const { offer, holderId } = custody
    return { name: this.nameOf(offer?.toPlaceId ?? holderId), until: offer?.answerBy ?? null }
  }

  private isOurs(placeId: PlaceId): boolean {
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
    return (this.view?.tossed ?? []).map((one) => ({ ...one, concern: this.concernAt(one.concernId) }))
  }

  isTossed(concernId: ConcernId): boolean {
    const steps = this.view?.steps.filter((step) => step.concernId === concernId) ?? []
    return tossedBetween(steps).length > 0
  }

  private with(custodies: readonly Custody[]): Handed[] {
    return custodies.map((custody) => ({ custody, concern: this.concernAt(custody.id) }))
  }

  private concernAt(id: ConcernId): Concern | null {
    return this.view?.concerns.find((one) => one.id === id) ?? null
  }
}
