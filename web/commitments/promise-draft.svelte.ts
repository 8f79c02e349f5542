import { isWorkingDay, type Calendar } from '../../shared/calendar/calendar.ts'
import {
  dayChoices,
  dueAfter,
  THREE_WORKING_DAYS,
  type ChosenDay,
  type DayLimit,
} from '../../shared/calendar/counting.ts'
import type { CatalogueEntry } from '../../shared/catalogue/catalogue.ts'
import { daysBetween, yearOf, type Day } from '../../shared/kernel/day.ts'
import type { CommitmentId, ConcernId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import { firstGraphemes } from '../../shared/kernel/text/text.ts'
import {
  MAX_CO_OWNERS,
  MAX_MEASURE_LENGTH,
  MAX_VERBATIM_LENGTH,
  type Commitment,
  type Origin,
} from '../../shared/commitments/commitment.ts'
import type { AmendCommitment, RecordCommitment } from '../../shared/commitments/schema.ts'
import type { NameChoice } from '../people/names.ts'
import { Who } from '../people/who.svelte.ts'
import { dayNamed, dayTyped } from '../../shared/calendar/day-words.ts'

export type PromisePart = 'who' | 'how' | 'byWhen' | 'together'

class CoOwnerDraft {
  readonly key: string
  readonly who: Who
  part = $state('')
  dayText = $state('')

  constructor(key: string, who: Who) {
    this.key = key
    this.who = who
  }
}

export interface Surroundings {
  readonly today: Day
  /** The place's own, as it is now. */
  readonly calendar: () => Calendar
  readonly choices: () => readonly NameChoice[]
  /** The kinds of matter in the place's catalogue. */
  readonly entries: () => readonly CatalogueEntry[]
  readonly newId: () => string
  /** A day as this screen writes it, so that it can be read back. */
  readonly dayInWords: (day: Day) => string
}

/** A promise being written down: who, how, by which day, and who helps. */
export class PromiseDraft {
  readonly id: CommitmentId
  /** The promise that is being corrected, or null for a new one. */
  readonly amends: CommitmentId | null
  concernId = $state<ConcernId | null>(null)
  readonly owner: Who
  readonly today: Day
  measure = $state('')
  dayText = $state('')
  origin = $state<Origin>('promise')
  #entryId = $state<string | null>(null)
  /** How the day was found; it counts only while that day stands. */
  private found: {
    readonly day: Day
    readonly limit: DayLimit | null
    readonly isOnTheSpot: boolean
  } | null = null
  /** The spoken sentence; until it is typed or marked, what is written under "how" stands for it. */
  verbatim = $state('')
  coOwners = $state.raw<readonly CoOwnerDraft[]>([])
  private around: Surroundings

  constructor(around: Surroundings, concernId: ConcernId | null = null, amends: CommitmentId | null = null) {
    this.around = around
    this.id = amends ?? around.newId()
    this.amends = amends
    this.concernId = concernId
    this.today = around.today
    this.owner = new Who(around.choices)
  }

  /** Takes from a marked line what can be read out of it: who speaks, and the day that is named. */
  static fromLine(
    around: Surroundings,
    speaker: string | null,
    sentence: string,
    concernId: ConcernId | null,
  ): PromiseDraft {
    const draft = new PromiseDraft(around, concernId)
    draft.owner.text = speaker ?? ''
    draft.verbatim = firstGraphemes(sentence.trim(), MAX_VERBATIM_LENGTH)
    draft.measure = firstGraphemes(sentence.trim(), MAX_MEASURE_LENGTH)
    draft.setDay(dayNamed(sentence, around.today, around.calendar()))
    return draft
  }

  static amending(around: Surroundings, commitment: Commitment): PromiseDraft {
    const draft = new PromiseDraft(around, commitment.concernId, commitment.id)
    draft.owner.text = commitment.owner
    draft.measure = commitment.measure
    draft.verbatim = commitment.verbatim
    draft.setDay(commitment.dueOn)
    for (const { name, part, dueOn } of commitment.coOwners) {
      draft.addCoOwner()
      const added = draft.coOwners[draft.coOwners.length - 1]!
      added.who.text = name
      added.part = part
      added.dayText = dueOn === null ? '' : around.dayInWords(dueOn)
    }
    return draft
  }

  /** All that was written, for a form that is opened again. */
  get typed() {
    const { measure, dayText, origin, verbatim, concernId } = this
    const coOwners = this.coOwners.map(({ who, part, dayText: day }) => ({ name: who.text, part, day }))
    return { owner: this.owner.text, measure, dayText, origin, verbatim, concernId, coOwners }
  }
  set typed({ owner, coOwners, ...fields }) {
    this.owner.text = owner
    Object.assign(this, fields)
    this.coOwners = []
    for (const { name, part, day } of coOwners) {
      this.addCoOwner()
      const added = this.coOwners[this.coOwners.length - 1]!
      added.who.text = name
      added.part = part
      added.dayText = day
    }
  }

  get dueOn(): Day | null {
    return dayTyped(this.dayText, this.today, this.calendar)
  }

  get calendar(): Calendar {
    return this.around.calendar()
  }

  get isDayOff(): boolean {
    return this.dueOn !== null && !isWorkingDay(this.calendar, this.dueOn)
  }

  /** The days off of that year are not announced: it may turn out to be one. */
  get isUnannounced(): boolean {
    return this.dueOn !== null && !this.calendar.announced.has(yearOf(this.dueOn))
  }

  setDay(day: Day | null): void {
    this.dayText = day === null ? '' : this.around.dayInWords(day)
  }

  get choices(): readonly ChosenDay[] {
    return dayChoices(this.calendar, this.today)
  }

  /** "On the spot" is today, and stays in the words in which it was promised. */
  choose(chosen: ChosenDay, inWords: string): void {
    const { key, day } = chosen
    const limit = key === 'threeWorkingDays' ? THREE_WORKING_DAYS : null
    this.found = { day, limit, isOnTheSpot: key === 'onTheSpot' }
    if (key === 'onTheSpot') this.dayText = inWords
    else this.setDay(day)
  }

  get entries(): readonly CatalogueEntry[] {
    return this.around.entries()
  }

  get entry(): CatalogueEntry | null {
    return this.entries.find(({ id }) => id === this.#entryId) ?? null
  }

  /** The kind's own limit gives the day; one that was typed is not overwritten by a kind without any. */
  chooseEntry(entryId: string): void {
    this.#entryId = entryId || null
    const limit = this.entry?.limit
    if (!limit) return
    const day = dueAfter(this.calendar, this.today, limit).dueOn
    this.found = { day, limit, isOnTheSpot: false }
    this.setDay(day)
  }

  get daysLeft(): number {
    return this.dueOn === null ? 0 : daysBetween(this.today, this.dueOn)
  }

  get isPast(): boolean {
    return this.dueOn !== null && this.dueOn < this.today
  }

  get missing(): readonly PromisePart[] {
    const parts: PromisePart[] = []
    if (this.owner.isBlank || this.owner.meant.several.length) parts.push('who')
    if (!this.measure.trim()) parts.push('how')
    if (this.dueOn === null || this.isPast) parts.push('byWhen')
    if (this.coOwners.some((one) => !isBlank(one) && !isWhole(one, this.today))) parts.push('together')
    return parts
  }

  get mayAddCoOwner(): boolean {
    return this.coOwners.length < MAX_CO_OWNERS
  }

  addCoOwner(): void {
    const { newId, choices } = this.around
    if (this.mayAddCoOwner) this.coOwners = [...this.coOwners, new CoOwnerDraft(newId(), new Who(choices))]
  }

  dropCoOwner(key: string): void {
    this.coOwners = this.coOwners.filter((one) => one.key !== key)
  }

  record(placeId: PlaceId, meetingId: MeetingId | null): RecordCommitment {
    return {
      placeId,
      commitmentId: this.id,
      meetingId,
      concernId: this.concernId,
      origin: this.origin,
      entryId: this.entry?.id ?? null,
      verbatim: this.verbatim.trim() || this.measure.trim(),
      ...this.wording(),
    }
  }

  amend(placeId: PlaceId): AmendCommitment {
    return { placeId, commitmentId: this.id, ...this.wording() }
  }

  private wording() {
    const { name, personId } = this.owner.meant
    const found = this.found?.day === this.dueOn ? this.found : null
    return {
      ownerId: personId,
      owner: name,
      measure: this.measure.trim(),
      dueOn: this.dueOn ?? this.today,
      limit: found?.limit ?? null,
      isOnTheSpot: found?.isOnTheSpot ?? false,
      coOwners: this.coOwners
        .filter((one) => !isBlank(one))
        .map(({ who, part, dayText }) => ({
          personId: who.meant.personId,
          name: who.meant.name,
          part: part.trim(),
          dueOn: dayTyped(dayText, this.today, this.calendar),
        })),
    }
  }
}

const isBlank = ({ who, part, dayText }: CoOwnerDraft): boolean =>
  who.isBlank && !part.trim() && !dayText.trim()

function isWhole({ who, part, dayText }: CoOwnerDraft, today: Day): boolean {
  const day = dayText.trim() ? dayTyped(dayText, today) : today
  return !who.isBlank && who.meant.several.length === 0 && part.trim() !== '' && day !== null && day >= today
}
