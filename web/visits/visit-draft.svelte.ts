import type { Day } from '../../shared/kernel/day.ts'
import type { PlaceId, VisitId } from '../../shared/kernel/id.ts'
import { isBlank } from '../../shared/kernel/text/text.ts'
import type { NoteVisit } from '../../shared/visits/schema.ts'
import { VISIT_PARTS, type Visit } from '../../shared/visits/visit.ts'
import { whoIsMeant, type NameChoice } from '../people/names.ts'
import { recall, remember } from '../ui/memory.ts'

type Fields = Record<
  'onDay' | 'atTime' | 'gridId' | 'door' | 'visited' | 'visitors' | 'seen' | 'need' | 'next',
  string
>

const SEPARATORS = /[、，,;；]+/

/** A note being written; its words outlive a reload and a dead battery, until they lie in the outbox. */
export class VisitDraft {
  fields = $state<Fields>(BLANK)
  readonly changes: Visit | null
  visitId: VisitId
  readonly #key: string

  constructor(key: string, id: VisitId, now: { today: Day; time: string }, changes: Visit | null = null) {
    this.#key = changes ? '' : key
    this.changes = changes
    this.visitId = changes?.id ?? id
    const kept = changes ? fieldsOf(changes) : keptIn(recall(key))
    this.fields = { ...BLANK, onDay: now.today, atTime: changes ? '' : now.time, ...kept }
  }

  /** True where something was typed that is not sent. */
  get isBegun(): boolean {
    return [this.fields.visited, ...VISIT_PARTS.map((part) => this.fields[part])].some(
      (text) => !isBlank(text),
    )
  }

  get isReady(): boolean {
    return !isBlank(this.fields.visited) && VISIT_PARTS.some((part) => !isBlank(this.fields[part]))
  }

  keep(): void {
    if (this.#key) remember(this.#key, this.isBegun ? JSON.stringify(this.fields) : '')
  }

  forget(): void {
    if (this.#key) remember(this.#key, '')
  }

  command(placeId: PlaceId, people: readonly NameChoice[]): NoteVisit {
    const { onDay, atTime, gridId, door, visited, visitors, seen, need, next } = this.fields
    return {
      placeId,
      visitId: this.visitId,
      onDay,
      atTime: atTime || null,
      gridId: gridId || null,
      door: door.trim() || null,
      visited: visited.trim(),
      visitors: visitors
        .split(SEPARATORS)
        .filter((name) => !isBlank(name))
        .map((name) => whoIsMeant(name, people))
        .map(({ personId, name }) => ({ personId, name })),
      seen: seen.trim(),
      need: need.trim(),
      next: next.trim(),
    }
  }
}

const BLANK: Fields = {
  onDay: '',
  atTime: '',
  gridId: '',
  door: '',
  visited: '',
  visitors: '',
  seen: '',
  need: '',
  next: '',
}

const fieldsOf = ({ onDay, atTime, gridId, door, visited, visitors, seen, need, next }: Visit): Fields => ({
  onDay,
  atTime: atTime ?? '',
  gridId: gridId ?? '',
  door: door ?? '',
  visited,
  visitors: visitors.map(({ name }) => name).join('、'),
  seen,
  need,
  next,
})

function keptIn(text: string | null): Partial<Fields> {
  try {
    const kept: unknown = text ? JSON.parse(text) : null
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string'))
  } catch {
    return {}
  }
}
