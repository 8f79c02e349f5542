import type { Day } from '../../shared/kernel/day.ts'
import type { AgendaItemId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import { firstItems, FORMATS, formatOf, type Format } from '../../shared/meetings/formats.ts'
import { MAX_AGENDA_ITEMS, type Appointment } from '../../shared/meetings/meeting.ts'
import type { PlanMeeting } from '../../shared/meetings/schema.ts'
import type { Language } from '../../shared/words/language.ts'

export interface DraftItem {
  readonly id: AgendaItemId
  readonly title: string
}

/** An evening being planned: filled in from its format, and anything that was changed by hand stays. */
export class PlanDraft {
  format = $state.raw<Format>(FORMATS[0]!)
  title = $state('')
  onDay = $state<Day>('')
  beginsAt = $state('')
  venue = $state('')
  items = $state.raw<readonly DraftItem[]>([])
  #isTitleTyped = false
  #areItemsTyped = false
  #isAnythingPromised = false
  #meetingId: MeetingId
  #language: Language
  #newId: () => string

  constructor(today: Day, language: Language, newId: () => string) {
    this.#newId = newId
    this.#language = language
    this.#meetingId = newId()
    this.onDay = today
    this.pick(FORMATS[0]!.key)
  }

  /** All that was chosen or written. */
  get typed() {
    const { format, title, onDay, beginsAt, venue, items } = this
    const [isTitleTyped, areItemsTyped] = [this.#isTitleTyped, this.#areItemsTyped]
    const isAnythingPromised = this.#isAnythingPromised
    const typed = { isTitleTyped, areItemsTyped, isAnythingPromised }
    return { format: format.key, title, onDay, beginsAt, venue, items, ...typed }
  }
  set typed({ format, title, onDay, items, isTitleTyped, areItemsTyped, isAnythingPromised, ...when }) {
    this.format = formatOf(format)
    this.title = title
    if (onDay >= this.onDay) this.onDay = onDay
    // A browser may keep a draft of an earlier version, which lacks some of this.
    this.beginsAt = when.beginsAt ?? ''
    this.venue = when.venue ?? ''
    this.items = this.#withOneOpening(items)
    this.#isTitleTyped = isTitleTyped
    this.#areItemsTyped = areItemsTyped
    this.#isAnythingPromised = isAnythingPromised ?? false
  }

  /** When and where people met last, unless something else was written. */
  meetAsUsual({ beginsAt, venue }: Pick<Appointment, 'beginsAt' | 'venue'>): void {
    this.beginsAt ||= beginsAt ?? ''
    this.venue ||= venue ?? ''
  }

  pick(key: string): void {
    this.format = formatOf(key)
    if (!this.#isTitleTyped) this.title = this.format.name[this.#language]
    if (!this.#areItemsTyped) {
      const titles = firstItems(this.format, this.#language, this.#isAnythingPromised)
      this.items = titles.map((title) => ({ id: this.#newId(), title }))
    }
  }

  /** An evening looks back first where something was promised; what was typed meanwhile stays. */
  lookBack(isAnythingPromised: boolean): void {
    if (isAnythingPromised === this.#isAnythingPromised) return
    this.#isAnythingPromised = isAnythingPromised
    const [title] = this.format.agenda[this.#language]
    if (!this.#areItemsTyped) this.pick(this.format.key)
    else if (isAnythingPromised)
      this.items = this.#withOneOpening([{ id: this.#newId(), title }, ...this.items])
  }

  /** What was not typed by hand speaks the language of the screen. */
  speak(language: Language): void {
    if (language === this.#language) return
    this.#language = language
    this.pick(this.format.key)
  }

  retitle(title: string): void {
    this.#isTitleTyped = title.trim() !== ''
    this.title = title
  }

  add(title: string): void {
    if (this.items.length < MAX_AGENDA_ITEMS) this.#set([...this.items, { id: this.#newId(), title }])
  }

  rename(id: string, title: string): void {
    this.#set(this.items.map((item) => (item.id === id ? { id, title } : item)))
  }

  drop(id: string): void {
    this.#set(this.items.filter((item) => item.id !== id))
  }

  /** Puts it behind another item, or first with null. */
  move(id: string, afterId: string | null): void {
    const moved = this.items.find((item) => item.id === id)
    if (!moved) return
    const rest = this.items.filter((item) => item.id !== id)
    const at = afterId === null ? 0 : rest.findIndex((item) => item.id === afterId) + 1
    this.#set([...rest.slice(0, at), moved, ...rest.slice(at)])
  }

  command(placeId: PlaceId): PlanMeeting {
    return {
      placeId,
      meetingId: this.#meetingId,
      format: this.format.key,
      title: this.title.trim() || this.format.name[this.#language],
      onDay: this.onDay,
      beginsAt: this.beginsAt || null,
      venue: this.venue.trim() || null,
      agenda: this.items
        .filter(({ title }) => title.trim())
        .map(({ id, title }) => ({ agendaItemId: id, title: title.trim() })),
    }
  }

  /** What was promised is looked at once, however often a kept draft says so. */
  #withOneOpening(items: readonly DraftItem[]): readonly DraftItem[] {
    const openings = Object.values(this.format.agenda).map(([opening]) => opening)
    const first = items.find(({ title }) => openings.includes(title.trim()))
    return items.filter((item) => item === first || !openings.includes(item.title.trim()))
  }

  #set(items: readonly DraftItem[]): void {
    this.#areItemsTyped = true
    this.items = items
  }
}
