import { createHash } from 'node:crypto'
import type { Actor, NewEvent, RecordedEvent } from '../../shared/kernel/event.ts'
import type { Moment } from '../../shared/kernel/command.ts'
import type { CommandId, PlaceId } from '../../shared/kernel/id.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Database, Work } from '../storage/database.ts'
import type { Bell } from './bell.ts'
import type { CommandHandler, PlaceCommand, Project } from './handler.ts'

export interface Journal {
  /** Decides one command and, if it is allowed, writes down what happened; an id seen before gets its first answer. */
  execute<Command extends PlaceCommand>(
    handler: CommandHandler<Command>,
    command: Command,
    actor: Actor,
    commandId: CommandId,
  ): Promise<Receipt | Refusal>
  readonly bell: Bell
}

export interface JournalParts {
  readonly database: Database
  readonly bell: Bell
  readonly projections: Readonly<Record<string, Project<any>>>
  readonly momentAt: (work: Work, placeId: PlaceId) => Promise<Moment>
  readonly newToken: (bytes: number) => string
}

export function openJournal(parts: JournalParts): Journal {
  return {
    bell: parts.bell,
    async execute(handler, command, actor, commandId) {
      const { placeId } = command
      const outcome = await parts.database.write(async (work) => {
        // Lock before looking for a repeat: the other order fails under concurrent retries.
        const head = await lockPlace(work, placeId)
        const fingerprint = fingerprintOf(handler.name, command)
        const seen = await receiptOf(work, actor, commandId)
        if (seen) return repeat(seen, fingerprint)
        const moment = await parts.momentAt(work, placeId)
        const state = await handler.load(work, command, actor)
        const events = handler.decide(command, state, actor, moment)
        if (isRefusal(events)) return events
        return record(parts, work, { placeId, head, events, actor, commandId, fingerprint, at: moment.at })
      })
      if (!isRefusal(outcome)) parts.bell.ring(placeId)
      return outcome
    },
  }
}

// Bumping the head inside the transaction makes seq gapless and commit-ordered on any database.
async function lockPlace(work: Work, placeId: PlaceId): Promise<number> {
  const { seq } = await work
    .insertInto('heads')
    .values({ placeId, seq: 0 })
    .onConflict((conflict) =>
      conflict.column('placeId').doUpdateSet((row) => ({ seq: row.ref('heads.seq') })),
    )
    .returning('seq')
    .executeTakeFirstOrThrow()
  return seq
}

const fingerprintOf = (name: string, command: object): string =>
  createHash('sha256')
    .update(`${name}\n${JSON.stringify(command)}`)
    .digest('hex')

// By actor and id, so that nobody can probe other people's ids.
const receiptOf = (work: Work, actor: Actor, commandId: CommandId) =>
  work
    .selectFrom('receipts')
    .select(['placeId', 'seq', 'at', 'fingerprint'])
    .where('actorId', '=', actor.id)
    .where('commandId', '=', commandId)
    .executeTakeFirst()

function repeat(seen: Receipt & { fingerprint: string }, fingerprint: string): Receipt | Refusal {
  const { fingerprint: first, ...receipt } = seen
  return first === fingerprint ? receipt : refuse('command-reused', 'Idempotency-Key')
}

interface Entry {
  readonly placeId: PlaceId
  readonly head: number
  readonly events: readonly NewEvent[]
  readonly actor: Actor
  readonly commandId: CommandId
  readonly fingerprint: string
  readonly at: string
}

async function record(parts: JournalParts, work: Work, entry: Entry): Promise<Receipt> {
  const { placeId, actor, commandId, fingerprint, at } = entry
  let seq = entry.head
  for (const event of entry.events) {
    const recorded = { ...event, placeId, seq: ++seq, recordedAt: at, actorId: actor.id }
    await append(parts, work, recorded, commandId)
    const project = parts.projections[event.type]
    if (!project) throw new Error(`expected a projection for every event, found none for ${event.type}`)
    await project(work, recorded)
  }
  if (seq > entry.head) await work.updateTable('heads').set({ seq }).where('placeId', '=', placeId).execute()
  await work
    .insertInto('receipts')
    .values({ actorId: actor.id, commandId, placeId, fingerprint, seq, at })
    .execute()
  await parts.bell.ringOnCommit(work, placeId)
  return { placeId, seq, at }
}

async function append(
  parts: JournalParts,
  work: Work,
  event: RecordedEvent,
  commandId: CommandId,
): Promise<void> {
  const { placeId, seq, type, actorId, recordedAt } = event
  const hasWords = Object.keys(event.words).length > 0
  const words = JSON.stringify(event.words)
  const salt = parts.newToken(16)
  const wordsHash = hasWords ? createHash('sha256').update(`${salt}\n${words}`).digest('hex') : null
  await work
    .insertInto('journal')
    .values({
      placeId,
      seq,
      type,
      data: JSON.stringify(event.data),
      wordsHash,
      actorId,
      commandId,
      recordedAt,
    })
    .execute()
  if (hasWords) await work.insertInto('eventWords').values({ placeId, seq, salt, words }).execute()
}
