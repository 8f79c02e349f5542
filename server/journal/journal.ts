import { createHash } from 'node:crypto'
import type { Actor, NewEvent, RecordedEvent } from '../../shared/kernel/event.ts'
import type { Moment } from '../../shared/kernel/command.ts'
import type { ActorId, CommandId, PlaceId } from '../../shared/kernel/id.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Database, Reader, Work } from '../storage/database.ts'
import { Prepared } from '../storage/prepared.ts'
import type { Bell } from './bell.ts'
import { ERASED } from './erasing.ts'
import type { NamedCommandHandler, Following, PlaceCommand, Project } from './handler.ts'

export interface Journal {
  /** Decides one command and, if it is allowed, writes down what happened; an id seen before gets its first answer. */
  execute<Command extends PlaceCommand>(
    handler: NamedCommandHandler<Command>,
    command: Command,
    actor: Actor,
    commandId: CommandId,
    /** The moment, where a past is told; now otherwise. */
    now?: Date,
  ): Promise<Receipt | Refusal>
  readonly bell: Bell
}

export interface JournalContext {
  readonly database: Database
  readonly bell: Bell
  readonly projections: Readonly<Record<string, Project<any>>>
  /** What goes along with the rows that an event changed. */
  readonly follow: (event: RecordedEvent) => readonly Following[]
  readonly momentAt: (work: Work, placeId: PlaceId, now?: Date) => Promise<Moment>
  readonly newToken: (bytes: number) => string
  /** The event as it is written down. */
  readonly sealed: (event: NewEvent) => NewEvent
  /** Commands a minute that one phone without a log-in may send. */
  readonly guestPace: number
}

export function openJournal(context: JournalContext): Journal {
  return {
    bell: context.bell,
    async execute(handler, command, actor, commandId, now) {
      const { placeId } = command
      const outcome = await context.database.write(async (work) => {
        // Lock before looking for a repeat: the other order fails under concurrent retries.
        const head = await lockPlace(work, placeId)
        const fingerprint = fingerprintOf(handler.name, command)
        const seen = await receiptOf.first(work, { actorId: actor.id, commandId })
        if (seen) return repeat(seen, fingerprint)
        const moment = await context.momentAt(work, placeId, now)
        if (actor.kind === 'guest' && (await sentWithinAMinute(work, actor, moment)) >= context.guestPace)
          return refuse('too-often')
        const state = await handler.load(work, command, actor)
        const events = handler.decide(command, state, actor, moment)
        if (isRefusal(events)) return events
        await handler.beside?.(work)
        return record(context, work, { placeId, head, events, actor, commandId, fingerprint, at: moment.at })
      })
      if (!isRefusal(outcome)) context.bell.ring(placeId)
      return outcome
    },
  }
}

// Bumping the head inside the transaction makes seq gapless and commit-ordered on any database.
async function lockPlace(work: Work, placeId: PlaceId): Promise<number> {
  return (await lockedHead.first(work, placeId))!.seq
}

const lockedHead = new Prepared(
  (work: Work, [placeId]: readonly PlaceId[]) =>
    work
      .insertInto('heads')
      .values({ placeId: placeId!, seq: 0 })
      .onConflict((conflict) =>
        conflict.column('placeId').doUpdateSet((row) => ({ seq: row.ref('heads.seq') })),
      )
      .returning('seq'),
  (placeId) => [placeId, 0],
)

const fingerprintOf = (name: string, command: object): string =>
  createHash('sha256')
    .update(`${name}\n${JSON.stringify(command)}`)
    .digest('hex')

// By actor and id, so that nobody can probe other people's ids.
const receiptOf = new Prepared(
  (work: Reader, [asked]: readonly { actorId: ActorId; commandId: CommandId }[]) =>
    work
      .selectFrom('receipts')
      .select(['placeId', 'seq', 'at', 'fingerprint'])
      .where('actorId', '=', asked!.actorId)
      .where('commandId', '=', asked!.commandId),
  ({ actorId, commandId }) => [actorId, commandId],
)

function repeat(seen: Receipt & { fingerprint: string }, fingerprint: string): Receipt | Refusal {
  const { fingerprint: first, ...receipt } = seen
  return first === fingerprint || first === ERASED ? receipt : refuse('command-reused', 'Idempotency-Key')
}

const MINUTE_MS = 60_000

async function sentWithinAMinute(work: Work, actor: Actor, { at }: Moment): Promise<number> {
  const after = new Date(Date.parse(at) - MINUTE_MS).toISOString()
  return Number((await receiptsAfter.first(work, { actorId: actor.id, after }))?.count ?? 0)
}

const receiptsAfter = new Prepared(
  (work: Reader, [asked]: readonly { actorId: ActorId; after: string }[]) =>
    work
      .selectFrom('receipts')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('actorId', '=', asked!.actorId)
      .where('at', '>', asked!.after),
  ({ actorId, after }) => [actorId, after],
)

interface Entry {
  readonly placeId: PlaceId
  readonly head: number
  readonly events: readonly NewEvent[]
  readonly actor: Actor
  readonly commandId: CommandId
  readonly fingerprint: string
  readonly at: string
}

async function record(context: JournalContext, work: Work, entry: Entry): Promise<Receipt> {
  const { placeId, head, actor, commandId, fingerprint, at } = entry
  const events = entry.events.map((event, nth) => ({
    ...context.sealed(event),
    ...{ placeId, seq: head + nth + 1, recordedAt: at, actorId: actor.id },
  }))
  const seq = head + events.length
  await append(context, work, events, commandId)
  await project(context, work, events)
  if (seq > head) await work.updateTable('heads').set({ seq }).where('placeId', '=', placeId).execute()
  await work
    .insertInto('receipts')
    .values({ actorId: actor.id, commandId, placeId, fingerprint, seq, at })
    .execute()
  return { placeId, seq, at }
}

/** What each event changes, in order; then, once for all of them, what goes along with what they changed. */
async function project(context: JournalContext, work: Work, events: readonly RecordedEvent[]): Promise<void> {
  const following = new Map<string, Following>()
  for (const event of events) {
    const write = context.projections[event.type]
    if (!write) throw new Error(`expected a projection for every event, found none for ${event.type}`)
    await write(work, event)
    for (const one of context.follow(event)) following.set(one.key, one)
  }
  for (const { write } of following.values()) await write(work)
}

const ROWS_AT_ONCE = 50

async function append(
  context: JournalContext,
  work: Work,
  events: readonly RecordedEvent[],
  commandId: CommandId,
): Promise<void> {
  for (let from = 0; from < events.length; from += ROWS_AT_ONCE) {
    const rows = events.slice(from, from + ROWS_AT_ONCE).map((event) => rowsOf(context, event, commandId))
    await work
      .insertInto('journal')
      .values(rows.map(({ row }) => row))
      .execute()
    const words = rows.flatMap(({ words: one }) => one ?? [])
    if (words.length > 0) await work.insertInto('eventWords').values(words).execute()
  }
}

function rowsOf(context: JournalContext, event: RecordedEvent, commandId: CommandId) {
  const { placeId, seq, type, actorId, recordedAt } = event
  const about = { placeId, seq, type, data: JSON.stringify(event.data), actorId, commandId, recordedAt }
  if (Object.keys(event.words).length === 0) return { row: { ...about, wordsHash: null }, words: null }
  const words = JSON.stringify(event.words)
  const salt = context.newToken(16)
  const wordsHash = createHash('sha256').update(`${salt}\n${words}`).digest('hex')
  return { row: { ...about, wordsHash }, words: { placeId, seq, salt, words } }
}
