import type { MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import { textRefusal } from '../../shared/kernel/limits.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import { isBlank, isStorable } from '../../shared/kernel/text.ts'
import { PERSON_NAME_LONGEST } from '../../shared/people/person.ts'
import type { Clock, Parts } from '../feature.ts'
import { findGuest, type Session } from './sessions.ts'

/** The name somebody goes by this evening; nothing visible is no name. */
export function guestName(typed: string | null): string | null | Refusal {
  if (typed === null || isBlank(typed)) return null
  const name = typed.trim()
  if (!isStorable(name)) return refuse('field-wrong', 'name')
  return textRefusal('name', name, PERSON_NAME_LONGEST) ?? name
}

/** The same phone stays the same guest for the whole evening; a name left out keeps the one it gave before. */
export async function seatGuest(
  parts: Parts,
  session: Session | null,
  evening: { meetingId: MeetingId; placeId: PlaceId },
  typedName: string | null,
): Promise<string | Refusal> {
  const name = guestName(typedName)
  if (isRefusal(name)) return name
  const known = session?.guestId ? await findGuest(parts.database.reader, session.guestId) : null
  if (known?.meetingId === evening.meetingId) {
    if (name !== null && name !== known.name) await renameGuest(parts, known.id, name)
    return known.id
  }
  const { meetingId, placeId } = evening
  const guest = { id: parts.newId(), placeId, meetingId, name, joinedAt: parts.clock.now().toISOString() }
  await parts.database.write((work) => work.insertInto('guests').values(guest).execute())
  return guest.id
}

export async function renameGuest(parts: Parts, guestId: string, name: string | null): Promise<void> {
  await parts.database.write((work) =>
    work.updateTable('guests').set({ name }).where('id', '=', guestId).execute(),
  )
}

/** As a person types it: spaces between, digits of full width. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '')

const WINDOW_MS = 60_000
const WRONG_MOST = 60

/** Counts wrong codes by address, generously, for a hall shares one: codes are short and must not be tried out. */
export class WrongCodes {
  readonly #clock: Clock
  readonly #counts = new Map<string, number>()
  #startedMs = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  isTooOften(address: string): boolean {
    return (this.#now().get(address) ?? 0) >= WRONG_MOST
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
