import { calendarOf, type Calendar, type OwnDays } from '../../shared/calendar/calendar.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Place } from '../../shared/places/place.ts'
import { findPlace } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'

/** Every change that the place made to its days, the first one first: enough to know any earlier version. */
export async function ownDaysOf(reader: Reader, placeId: PlaceId): Promise<readonly OwnDays[]> {
  const versions = await reader
    .selectFrom('calendarVersions')
    .select(['version', 'year', 'source'])
    .where('placeId', '=', placeId)
    .orderBy('version')
    .execute()
  if (versions.length === 0) return []
  const days = await reader
    .selectFrom('calendarDays')
    .select(['version', 'day', 'kind'])
    .where('placeId', '=', placeId)
    .orderBy('version')
    .orderBy('day')
    .execute()
  return versions.map((row) => ({
    ...row,
    days: days.filter(({ version }) => version === row.version).map(({ day, kind }) => ({ day, kind })),
  }))
}

/** Whose days these are: a grid keeps those of the village it belongs to. */
export const keeperOf = ({ id, kind, parentId }: Place): PlaceId => (kind === 'grid' ? (parentId ?? id) : id)

/** The calendar in force at a place now. */
export async function calendarAt(reader: Reader, placeId: PlaceId): Promise<Calendar> {
  const place = await findPlace(reader, placeId)
  return calendarOf(place ? await ownDaysOf(reader, keeperOf(place)) : [])
}
