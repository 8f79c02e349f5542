import type { Decide } from '../kernel/command.ts'
import type { Instant } from '../kernel/event.ts'
import type { PlaceId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import type { CommitmentEvent, PromiseFacts } from '../commitments/commitment.ts'
import type { Lane } from '../comments/comment.ts'
import type { ConcernEvent } from '../concerns/concern.ts'
import { linker, type NamedOwner } from './import/import-owners.ts'
import {
  asMeasure,
  factProblems,
  keyOf,
  UNWRITTEN,
  type ImportEvent,
  type ImportPromise,
} from './import/import.ts'
import type { ImportLedger, ImportRow } from './schema.ts'

export interface ImportLedgerState {
  readonly gridIds: readonly PlaceId[]
  /** Ids of this import that exist already, wherever. */
  readonly takenIds: readonly string[]
  /** Of rows that came in before. */
  readonly keys: readonly string[]
  readonly nextNo: number
  readonly calendarVersion: string
  /** Whether the place lets the public read who raised its old matters. */
  readonly areRaisersNamed: boolean
  /** Whom a written name may mean: roster and partners, here and above. */
  readonly owners?: readonly NamedOwner[]
}

type Written = ConcernEvent | CommitmentEvent | ImportEvent

/** Old matters become matters like others; a row that came in before changes nothing. */
export const decideImportLedger: Decide<ImportLedger, ImportLedgerState, Written> = (
  { rows, importId },
  state,
  actor,
  moment,
) => {
  const denied = commandRefusal('import-ledger', actor)
  if (denied) return denied
  const keys = new Set(state.keys)
  const taken = new Set(state.takenIds)
  const events: Written[] = []
  const linked = linker(state.owners ?? [])
  let no = state.nextNo
  for (const [at, row] of rows.entries()) {
    const [problem] = factProblems(row, moment.today)
    if (problem) return refuse('field-wrong', `rows/${at}/${problem.column ?? 'problem'}`)
    if (row.gridId !== null && !state.gridIds.includes(row.gridId))
      return refuse('not-found', `rows/${at}/gridId`)
    const key = keyOf(row)
    if (keys.has(key)) continue
    for (const id of [row.concernId, row.commitmentId]) {
      if (taken.has(id)) return refuse('already-exists', `rows/${at}`)
      taken.add(id)
    }
    keys.add(key)
    const lane = row.raisedBy === null || state.areRaisersNamed ? 'open' : 'masked'
    const life = lifeOf(row, { no: no++, lane, at: moment.at, calendarVersion: state.calendarVersion })
    events.push(...linked(life))
    events.push({
      type: 'row-imported',
      data: { ...idsOf(row), ...(importId ? { importId } : {}) },
      words: { key },
    })
  }
  return events
}

const idsOf = ({ concernId, commitmentId, promise }: ImportRow) => ({
  concernId,
  commitmentId: promise ? commitmentId : null,
})

/** What a row itself does not say. */
interface Setting {
  readonly no: number
  readonly lane: Lane
  readonly at: Instant
  readonly calendarVersion: string
}

/** What happened to a matter as far as the row tells; whether people were content it does not. */
function lifeOf(row: ImportRow, setting: Setting): Written[] {
  const { concernId, raisedOn, isDone, doneOn, answer, promise, remark } = row
  const about = { concernId, meetingId: null }
  const closed: Written[] = !isDone
    ? []
    : [{ type: 'concern-closed', data: { ...about, as: 'unrated' }, words: {} }]
  const answered: Written[] =
    promise || answer === null
      ? []
      : [
          {
            type: 'concern-answered',
            data: { ...about, on: doneOn ?? raisedOn },
            words: { outcome: [answer.trim(), ...(remark === null ? [] : [`（${remark}）`])].join('\n') },
          },
        ]
  return [...raised(row, setting), ...(promise ? promised(row, promise, setting) : answered), ...closed]
}

function raised(
  { concernId, raisedOn, text, raisedBy, category, gridId }: ImportRow,
  { no, lane }: Setting,
): Written[] {
  const about = { concernId, meetingId: null }
  const tags = { kind: 'stated', category, size: 'general', groups: [], gridId } as const
  return [
    {
      type: 'concern-raised',
      data: {
        ...{ ...about, no, channel: 'import', agendaItemId: null, commentId: null },
        ...{ lane, raisedById: null, raisedOn },
      },
      words: { text: text.trim(), raisedBy: raisedBy?.trim() || null },
    },
    { type: 'concern-recorded', data: { ...about, by: 'staff' }, words: {} },
    { type: 'concern-described', data: { ...about, ...tags }, words: {} },
  ]
}

/** Its first day stays the first; a later one counts as moved, with whatever reason it had. */
function promised(row: ImportRow, promise: ImportPromise, { at, calendarVersion }: Setting): Written[] {
  const { concernId, commitmentId, raisedOn } = row
  const { firstDueOn } = promise
  const about = { commitmentId, meetingId: null }
  const facts: PromiseFacts = {
    ...{ ownerId: promise.ownerId ?? null, dueOn: firstDueOn, from: raisedOn, limit: null, calendarVersion },
    ...{ isOnTheSpot: false },
    coOwnerIds: promise.coOwners.map(({ personId }) => personId ?? null),
    coOwnersDueOn: promise.coOwners.map(() => null),
  }
  const source = { concernId, origin: 'promise', entryId: null, isListed: false } as const
  // Where nobody wrote how, what was promised is that the matter itself is seen to.
  const measure = promise.measure?.trim() ?? asMeasure(row.text)
  const owner = promise.owner.trim()
  const coOwners = promise.coOwners.map(({ name, part }) => ({ name: name.trim(), part: part.trim() }))
  const words = { measure, owner, ownerTitle: null, coOwners, verbatim: measure }
  return [
    { type: 'commitment-recorded', data: { ...about, ...source, ...facts }, words },
    {
      type: 'concern-promised',
      data: { concernId, meetingId: null, on: raisedOn },
      words: {},
    },
    { type: 'commitment-read-back', data: { ...about, ...source, ...facts, recordedAt: at }, words },
    { type: 'commitment-confirmed', data: { ...about, dueOn: firstDueOn, isImported: true }, words: {} },
    ...course(about, promise, row),
  ]
}

function course(
  about: { commitmentId: string; meetingId: null },
  { firstDueOn, dueOn, timesMoved, progress, report }: ImportPromise,
  { isDone, doneOn, remark }: Pick<ImportRow, 'isDone' | 'doneOn' | 'remark'>,
): Written[] {
  const events: Written[] = []
  if (dueOn !== firstDueOn) {
    const data = { ...about, fromOn: firstDueOn, toOn: dueOn, times: Math.max(1, timesMoved) }
    events.push({ type: 'due-day-moved', data, words: { reason: UNWRITTEN } })
  }
  // Of what still runs, what was reported is a step on the way.
  const steps = [...progress, ...(isDone ? [] : [report]), remark]
  for (const evidence of steps)
    if (evidence !== null) events.push({ type: 'evidence-added', data: about, words: { evidence } })
  if (!isDone) return events
  return [
    ...events,
    { type: 'commitment-done', data: { ...about, doneOn }, words: { report: report ?? UNWRITTEN } },
    { type: 'commitment-settled', data: { ...about, as: 'unrated' }, words: {} },
  ]
}
