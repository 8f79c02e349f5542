import type { WaitingView } from '../../shared/agenda/review.ts'
import { agendaTitleOf, WAITING_PARTS, type Waiting, type WaitingPart } from '../../shared/agenda/waiting.ts'
import { addDays, type Day } from '../../shared/kernel/day.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { FORMATS, formatOf, type Format } from '../../shared/meetings/formats.ts'
import type { Appointment } from '../../shared/meetings/meeting.ts'
import type { PlanMeeting } from '../../shared/meetings/schema.ts'
import { monthInWords } from '../../shared/words/days.ts'
import type { Language } from '../../shared/words/language.ts'
import type { Answer } from '../sync/ask.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import { read } from '../sync/read.ts'
import { clock } from '../sync/clock.svelte.ts'
import { newId } from '../sync/id.ts'
import { recall, remember } from '../ui/memory.ts'

/** Minutes that an item of each kind usually takes. */
const MINUTES = { promise: 5, above: 10, unfinished: 10, inbox: 15, added: 10, talk: 30 } as const

export interface PlanRow {
  readonly key: string
  readonly waiting: Waiting | null
  readonly title: string
  readonly isKept: boolean
}

export interface PlannedItem {
  readonly title: string
  readonly minutes: number
  /** Of the promises that are looked at; 0 for every other item. */
  readonly promises: number
  readonly concernId: string | null
}

interface Draft {
  readonly meetingId: string
  readonly format: string
  readonly title: string | null
  readonly onDay: Day | null
  /** Null as long as it is as usual. */
  readonly beginsAt: string | null
  readonly venue: string | null
  readonly kept: Readonly<Record<string, boolean>>
  readonly added: readonly string[]
  readonly order: readonly string[]
  /** When it was last changed and kept; null for a plan nobody touched. */
  readonly savedAtMs: number | null
}

/** People meet again on the same weekday. */
const DAYS_BETWEEN = 28

const keyOf = ({ commitmentId, concernId, title }: Waiting): string => commitmentId ?? concernId ?? title

/** Four weeks after the last evening, unless that has passed. */
function usualDayIn({ last, today }: WaitingView): Day | null {
  const day = last && addDays(last.onDay, DAYS_BETWEEN)
  return day && day > today ? day : null
}

/** The next evening being planned: drawn up from what waits, changed by hand, kept over a reload. */
export class NextPlan extends LiveQuery<WaitingView> {
  #draft = $state.raw<Draft>(emptyDraft())
  #before = $state.raw<readonly Draft[]>([])
  /** False once the browser refused to keep it. */
  isStored = $state(true)
  readonly #placeId: PlaceId
  readonly #memory: string

  constructor(placeId: PlaceId) {
    super({ read: () => this.#readFor(this.#draft.onDay) })
    this.#placeId = placeId
    this.#memory = `plan ${placeId}`
    this.#draft = readDraft(recall(this.#memory)) ?? emptyDraft()
  }

  /** What is due by then is known once the day is. */
  async #readFor(onDay: Day | null): Promise<Answer<WaitingView>> {
    const ask = (on: Day | null): Promise<Answer<WaitingView>> =>
      read('/api/places/:placeId/agenda/waiting', { placeId: this.#placeId, on: on ?? undefined })
    const first = await ask(onDay ?? this.#usualDay)
    if (first.kind !== 'told' || onDay !== null) return first
    const day = usualDayIn(first.value)
    if (day === this.#usualDay) return first
    const then = await ask(day)
    return then.kind === 'told' ? then : first
  }

  get today(): Day {
    return this.view?.today ?? ''
  }

  get notYetDue(): WaitingView['notYetDue'] {
    return this.view?.notYetDue ?? { count: 0, firstOn: null }
  }

  get last(): WaitingView['last'] {
    return this.view?.last ?? null
  }

  get #usual(): WaitingView['usual'] {
    return this.view?.usual ?? { beginsAt: null, venue: null }
  }

  get #waiting(): readonly Waiting[] {
    return this.view?.waiting ?? []
  }

  get #usualDay(): Day | null {
    return this.view && usualDayIn(this.view)
  }

  get format(): Format {
    return formatOf(this.#draft.format)
  }

  get onDay(): Day {
    const { onDay } = this.#draft
    return onDay !== null && onDay >= this.today ? onDay : (this.#usualDay ?? this.today)
  }

  get appointment(): Appointment {
    return { onDay: this.onDay, beginsAt: this.beginsAt || null, venue: this.venue.trim() || null }
  }

  get beginsAt(): string {
    return this.#draft.beginsAt ?? this.#usual.beginsAt ?? ''
  }

  get venue(): string {
    return this.#draft.venue ?? this.#usual.venue ?? ''
  }

  /** Told apart by its month from those before, as long as nobody named it. */
  titleIn(language: Language): string {
    const [month, name] = [monthInWords(this.onDay, language), this.format.name[language]]
    return this.#draft.title ?? (language === 'en' ? `${month} ${name.toLowerCase()}` : month + name)
  }

  get savedAtMs(): number | null {
    return this.#draft.savedAtMs
  }

  get added(): readonly string[] {
    return this.#draft.added
  }

  get hasBefore(): boolean {
    return this.#before.length > 0
  }

  /** The rows of a part, in the order in which they are taken. */
  rows(part: WaitingPart | 'added'): readonly PlanRow[] {
    const { kept, order, added } = this.#draft
    const rows =
      part === 'added'
        ? added.map((title) => ({ key: `added ${title}`, waiting: null, title, isKept: true }))
        : this.#waiting
            .filter((one) => one.part === part)
            .map((waiting) => ({
              ...{ key: keyOf(waiting), waiting, title: waiting.title },
              isKept: kept[keyOf(waiting)] ?? waiting.isProposed,
            }))
    const at = ({ key }: PlanRow): number => (order.includes(key) ? order.indexOf(key) : Infinity)
    return order.length
      ? [...rows].sort((one, other) => (at(one) < at(other) ? -1 : at(one) > at(other) ? 1 : 0))
      : rows
  }

  get all(): readonly PlanRow[] {
    return [...WAITING_PARTS, 'added' as const].flatMap((part) => this.rows(part))
  }

  /** What the wall will say. */
  items(language: Language): readonly PlannedItem[] {
    const kept = this.all.filter(({ isKept }) => isKept)
    const promises = kept.filter(({ waiting }) => waiting?.commitmentId)
    const [opening = '', talk = ''] = this.format.agenda[language]
    const about = { promises: 0, concernId: null }
    const topics = kept
      .filter(({ waiting }) => !waiting?.commitmentId)
      .map(({ title, waiting }) => ({
        ...{ title: agendaTitleOf({ title }), promises: 0, concernId: waiting?.concernId ?? null },
        minutes: waiting ? MINUTES[waiting.part === 'promised' ? 'unfinished' : waiting.part] : MINUTES.added,
      }))
    return [
      ...(promises.length
        ? [
            {
              ...about,
              title: opening,
              promises: promises.length,
              minutes: promises.length * MINUTES.promise,
            },
          ]
        : []),
      ...topics,
      { ...about, title: talk, minutes: MINUTES.talk },
    ]
  }

  minutes(language: Language): number {
    return this.items(language).reduce((sum, { minutes }) => sum + minutes, 0)
  }

  keep(key: string, isKept: boolean): void {
    if (key.startsWith('added ')) {
      if (!isKept) this.#change({ added: this.added.filter((title) => `added ${title}` !== key) })
    } else this.#change({ kept: { ...this.#draft.kept, [key]: isKept } })
  }

  add(title: string): void {
    const clean = title.trim()
    if (clean && !this.added.includes(clean)) this.#change({ added: [...this.added, clean] })
  }

  /** One place forward or back among its own. */
  move(key: string, by: 1 | -1): void {
    const part = [...WAITING_PARTS, 'added' as const].find((one) =>
      this.rows(one).some((row) => row.key === key),
    )
    const keys = part ? this.rows(part).map((row) => row.key) : []
    const [from, to] = [keys.indexOf(key), keys.indexOf(key) + by]
    if (from < 0 || to < 0 || to >= keys.length) return
    keys.splice(to, 0, ...keys.splice(from, 1))
    this.#change({ order: [...this.#draft.order.filter((one) => !keys.includes(one)), ...keys] })
  }

  pick(format: string): void {
    this.#change({ format })
  }

  retitle(title: string): void {
    this.#change({ title: title.trim() ? title : null })
  }

  meet(where: { readonly beginsAt?: string; readonly venue?: string }): void {
    this.#change(where)
  }

  async holdOn(onDay: Day): Promise<void> {
    if (!onDay) return
    this.#change({ onDay })
    await this.reload()
  }

  back(): void {
    const before = this.#before.at(-1)
    if (!before) return
    this.#before = this.#before.slice(0, -1)
    this.#put(before)
  }

  command(language: Language): PlanMeeting {
    return {
      ...{ placeId: this.#placeId, meetingId: this.#draft.meetingId, format: this.format.key },
      ...{ title: this.titleIn(language).trim(), onDay: this.onDay },
      ...{ beginsAt: this.beginsAt || null, venue: this.venue.trim() || null },
      agenda: this.items(language).map(({ title, promises, concernId }) => ({
        agendaItemId: newId(),
        title,
        kind: promises ? ('promises' as const) : ('topic' as const),
        concernId,
      })),
      promises: this.all.flatMap(({ isKept, waiting }) =>
        isKept && waiting?.commitmentId ? waiting.commitmentId : [],
      ),
    }
  }

  /** Planned: what was typed is there now. */
  forget(): void {
    this.#before = []
    this.#put(emptyDraft(), null)
  }

  #change(change: Partial<Draft>): void {
    this.#before = [...this.#before, this.#draft]
    this.#put({ ...this.#draft, ...change })
  }

  #put(draft: Draft, savedAtMs: number | null = clock.now): void {
    this.#draft = { ...draft, savedAtMs }
    this.isStored = remember(this.#memory, JSON.stringify(this.#draft))
  }
}

const emptyDraft = (): Draft => ({
  ...{ meetingId: newId(), format: FORMATS[0]!.key, title: null, onDay: null, beginsAt: null, venue: null },
  ...{ kept: {}, added: [], order: [], savedAtMs: null },
})

function readDraft(kept: string | null): Draft | null {
  try {
    return kept === null ? null : { ...emptyDraft(), ...(JSON.parse(kept) as Partial<Draft>) }
  } catch {
    return null
  }
}
