import { ERASED_NAME } from '../../../shared/people/person.ts'

/** Every text within that is one of these names, and nothing more, without it. */
export function withoutNames(value: unknown, names: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return names.has(value.trim()) ? ERASED_NAME : value
  if (Array.isArray(value)) return value.map((one: unknown) => withoutNames(one, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNames(one, names)]))
}

/** The same of a column that holds a name or JSON text with names in it. */
export function cellWithoutNames(cell: string, names: ReadonlySet<string>): string {
  if (!/^[[{]/.test(cell)) return withoutNames(cell, names) as string
  return JSON.stringify(withoutNames(JSON.parse(cell), names))
}

/** Columns that hold who somebody was, as they were called then; `id` is the column that says who it is. */
export const NAMED = [
  { table: 'commitments', column: 'owner', id: 'ownerId' },
  { table: 'commitments', column: 'coOwners', id: null },
  { table: 'dueChanges', column: 'byName', id: null },
  { table: 'concerns', column: 'raisedBy', id: 'raisedById' },
  { table: 'comments', column: 'name', id: 'authorId' },
  { table: 'comments', column: 'enteredBy', id: null },
  { table: 'ratings', column: 'witness', id: null },
  { table: 'ratings', column: 'tellers', id: null },
  { table: 'signatures', column: 'name', id: 'personId' },
  { table: 'countersigns', column: 'name', id: 'personId' },
  { table: 'minutesPoints', column: 'by', id: null },
  { table: 'meetings', column: 'floorSpeaker', id: 'floorPersonId' },
  { table: 'meetings', column: 'erratumBy', id: null },
  { table: 'publishedMinutes', column: 'facts', id: null },
  { table: 'earlierMinutes', column: 'facts', id: null },
  { table: 'visits', column: 'visited', id: null },
  { table: 'visits', column: 'visitors', id: null },
  { table: 'households', column: 'name', id: null },
  { table: 'guests', column: 'name', id: null },
] as const
