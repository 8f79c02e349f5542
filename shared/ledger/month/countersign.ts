import type { Decide } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { isStaff, type NewEvent, type RecordedEvent, type Viewer } from '../../kernel/event.ts'
import type { PersonId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/refusal.ts'
import { commandRefusal } from '../../permissions/commands.ts'
import type { DecidedBy } from '../../commitments/commitment.ts'
import { asOfDay, type Month } from './month.ts'
import type { CountersignMonth } from '../schema.ts'

/** Somebody of the supervision has read the sheet of a month and stands for it with their name. */
export interface Countersign {
  readonly month: Month
  readonly personId: PersonId
  readonly name: string
  readonly post: string
  readonly on: Day
}

export interface CountersignsView {
  readonly today: Day
  readonly countersigns: readonly Countersign[]
}

export type CountersignEvent = NewEvent<
  'month-countersigned',
  { month: Month; personId: PersonId; on: Day },
  { name: string; post: string }
>

export interface CountersignState {
  readonly signed: readonly Countersign[]
  readonly by?: DecidedBy
}

/** A month is countersigned once it is over, by whoever supervises the place itself, once each. */
export const decideCountersignMonth: Decide<CountersignMonth, CountersignState, CountersignEvent> = (
  { month },
  { signed, by },
  actor,
  { today },
) => {
  const denied = commandRefusal('countersign-month', actor)
  if (denied || actor.personId === null) return denied ?? refuse('not-allowed')
  if (asOfDay(month, today) >= today) return refuse('month-not-over', 'month')
  const { personId, name } = actor
  if (signed.some((one) => one.month === month && one.personId === personId))
    return refuse('already-exists', 'month')
  const words = { name: by?.byName ?? name ?? '', post: by?.byPost ?? '' }
  return [{ type: 'month-countersigned', data: { month, personId, on: today }, words }]
}

/** All countersignatures of a place. */
export function evolveCountersigns(
  list: readonly Countersign[],
  event: RecordedEvent<CountersignEvent>,
): readonly Countersign[] {
  return event.type === 'month-countersigned' ? [...list, countersignIn(event)] : list
}

export const countersignIn = ({ data, words }: RecordedEvent<CountersignEvent>): Countersign => ({
  ...data,
  name: words.name ?? '',
  post: words.post ?? '',
})

/** It stands on the public sheet; a phone or a wall in an evening has no use for it. */
export const presentCountersign = (
  event: RecordedEvent<CountersignEvent>,
  viewer: Viewer,
): RecordedEvent<CountersignEvent> | null =>
  event.type === 'month-countersigned' && (viewer.lookingAt === null || isStaff(viewer)) ? event : null
