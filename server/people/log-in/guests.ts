import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import { textRefusal } from '../../../shared/kernel/text/limits.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { isBlank, isStorable } from '../../../shared/kernel/text/text.ts'
import { MAX_PERSON_NAME_LENGTH } from '../../../shared/people/person.ts'
import type { Clock, AppContext } from '../../app/feature.ts'
import { findGuest, type Session } from './sessions.ts'

/** The name somebody goes by this evening; nothing visible is no name. */
export function guestName(typed: string | null): string | null | Refusal {
  if (typed === null || isBlank(typed)) return null
  const name = typed.trim()
  if (!isStorable(name)) return refuse('field-wrong', 'name')
  return textRefusal('name', name, MAX_PERSON_NAME_LENGTH) ?? name
}

/** The same phone stays the same guest from one evening to the next; a name left out keeps the one it gave before. */
export async function seatGuest(
  context: AppContext,
  session: Session | null,
  { meetingId, placeId }: { meetingId: MeetingId; placeId: PlaceId },
  typedName: string | null,
): Promise<string | Refusal> {
  const name = guestName(typedName)
  if (isRefusal(name)) return name
  const known = session?.guestId ? await findGuest(context.database.reader, session.guestId) : null
  if (!known) return newGuest(context, { placeId, meetingId, name })
  if (known.meetingId !== meetingId) await moveGuest(context, known.id, { placeId, meetingId })
  if (name !== null && name !== known.name) await renameGuest(context, known.id, name)
  return known.id
}

/** A phone that comes between two evenings; one that is known stays where it sits. */
export async function keyFor(
  context: AppContext,
  session: Session | null,
  placeId: PlaceId,
): Promise<string> {
  const known = session?.guestId ? await findGuest(context.database.reader, session.guestId) : null
  return known?.id ?? newGuest(context, { placeId, meetingId: null, name: null })
}

/** Somebody without a phone, whom a paper slip stands for. */
export const guestOnPaper = (context: AppContext, placeId: PlaceId, name: string | null): Promise<string> =>
  newGuest(context, { placeId, meetingId: null, name })

async function newGuest(
  context: AppContext,
  facts: { placeId: PlaceId; meetingId: MeetingId | null; name: string | null },
): Promise<string> {
  const guest = { id: context.newId(), ...facts, joinedAt: context.clock.now().toISOString() }
  await context.database.write((work) => work.insertInto('guests').values(guest).execute())
  return guest.id
}

async function moveGuest(
  context: AppContext,
  guestId: string,
  seat: { placeId: PlaceId; meetingId: MeetingId },
): Promise<void> {
  const joinedAt = context.clock.now().toISOString()
  await context.database.write((work) =>
    work
      .updateTable('guests')
      .set({ ...seat, joinedAt })
      .where('id', '=', guestId)
      .execute(),
  )
}

export async function renameGuest(context: AppContext, guestId: string, name: string | null): Promise<void> {
  await context.database.write((work) =>
    work.updateTable('guests').set({ name }).where('id', '=', guestId).execute(),
  )
}

const WINDOW_MS = 60_000
/** Keys cost a row each; a market day behind one address, with somebody who asks for many, needs fewer. */
export const MAX_NEW_KEYS = 1_200

/** Counts by address within a minute, generously, for a hall shares one. */
export class PerMinute {
  readonly #clock: Clock
  readonly #most: number
  readonly #counts = new Map<string, number>()
  #startedMs = 0

  constructor(clock: Clock, most: number) {
    this.#clock = clock
    this.#most = most
  }

  isTooOften(address: string): boolean {
    return (this.#now().get(address) ?? 0) >= this.#most
  }

  add(address: string): void {
    const counts = this.#now()
    counts.set(address, (counts.get(address) ?? 0) + 1)
  }

  #now(): Map<string, number> {
    const nowMs = this.#clock.now().getTime()
    if (nowMs - this.#startedMs >= WINDOW_MS) {
      this.#counts.clear()
      this.#startedMs = nowMs
    }
    return this.#counts
  }
}
