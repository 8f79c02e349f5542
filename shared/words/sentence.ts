import { isolated } from '../kernel/text/isolates.ts'
import type { Refusal, RefusalCode } from '../kernel/refusal.ts'

/** A full sentence that says what to do next; `{field}`, `{limit}` and `{who}` are filled in. */
export type Sentence = string

export interface RefusalWords {
  readonly sentences: Readonly<Record<RefusalCode, Sentence>>
  /** Names of the fields people fill in, by the last part of a field's path. */
  readonly fields: Readonly<Record<FieldName, string>>
  /** What somebody has to say may be said in two parts; a name or a title cannot. */
  readonly tooLongSaid: Sentence
  /** A field that has no name of its own: "this part". */
  readonly unnamed: string
  /** A field of one row of a list; rows count from 1. */
  readonly inRow: (row: number, name: string) => string
}

export const FIELD_NAMES = [
  'name',
  'loginName',
  'password',
  'key',
  'villageName',
  'townshipName',
  'facilitatorName',
  'governorName',
  'below',
  'code',
  'title',
  'days',
  'day',
  'year',
  'source',
  'onDay',
  'format',
  'agenda',
  'agendaItemId',
  'text',
  'lane',
  'channel',
  'speaker',
  'raisedBy',
  'verbatim',
  'owner',
  'coOwners',
  'part',
  'door',
  'visited',
  'visitors',
  'seen',
  'need',
  'next',
  'line',
  'measure',
  'dueOn',
  'reason',
  'report',
  'answer',
  'referredTo',
  'rows',
  'household',
  'householdId',
  'grid',
  'gridId',
  'kind',
  'personId',
  'role',
  'unit',
  'guidance',
  'limit',
  'level',
  'village',
  'compound',
  'township',
  'county',
  'evidence',
  'remainder',
  'remainderOn',
  'order',
  'route',
  'category',
  'size',
  'word',
  'witness',
  'tellers',
  'done',
  'satisfied',
  'toPlaceId',
  'address',
  'secret',
  'language',
] as const
export type FieldName = (typeof FIELD_NAMES)[number]

const isFieldName = (name: string): name is FieldName => (FIELD_NAMES as readonly string[]).includes(name)

function nameOf(path: string | undefined, words: RefusalWords): string {
  const parts = (path ?? '').split('/').filter(Boolean)
  const last = parts[parts.length - 1] ?? ''
  const name = isFieldName(last) ? words.fields[last] : words.unnamed
  const row = parts.find((part) => /^\d+$/.test(part))
  return row === undefined ? name : words.inRow(Number(row) + 1, name)
}

/** What the person who was refused reads. */
export function sentenceOf(refusal: Refusal, words: RefusalWords): Sentence {
  const isSaid = refusal.refused === 'too-long' && refusal.field === 'text'
  const sentence = isSaid
    ? words.tooLongSaid
    : (words.sentences[refusal.refused] ?? words.sentences.unexpected)
  const filled = sentence
    .replace('{field}', () => nameOf(refusal.field, words))
    .replace('{limit}', String(refusal.limit ?? ''))
    .replace('{who}', () => isolated(refusal.who ?? ''))
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}
