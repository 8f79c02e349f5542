import { isConfirmed, type Commitment } from '../../shared/commitments/commitment.ts'
import { commitmentFor, dueChangeFor } from '../../shared/commitments/present.ts'
import { isRaiser, type Concern } from '../../shared/concerns/concern.ts'
import { concernFor } from '../../shared/concerns/present.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { ownIds, type Viewer } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import {
  MAX_MINE,
  questionsAbout,
  type MineView,
  type MyMatter,
  type MyPromise,
} from '../../shared/ledger/mine.ts'
import { TURN_TYPES, turnsIn, type Turn } from '../../shared/ledger/matter/turns.ts'
import type { Place } from '../../shared/places/place.ts'
import { saidNoIn, saidYesIn, verdictOn } from '../../shared/ratings/rating.ts'
import { photosThere, promisesOf } from '../commitments/followed-queries.ts'
import { dueChangesByIds, progressByIds, promisesFor } from '../commitments/queries.ts'
import { publicPathOf } from '../concerns/address-queries.ts'
import { concernsByIds, concernsRaisedBy, findConcern } from '../concerns/queries.ts'
import { voicesAddedBy } from '../concerns/voice-queries.ts'
import { custodyStepsOf, findCustody } from '../custody/queries.ts'
import { headOf } from '../journal/read.ts'
import { eventsAbout } from './matter-queries.ts'
import { findMeeting, meetingsByIds } from '../meetings/queries.ts'
import { claimantsOf } from '../people/queries.ts'
import { gridsOf, placesByIds, withLevelNames } from '../places/queries.ts'
import { refusedDaysOf } from '../notices/question-queries.ts'
import { ratingsAbout, ratingsOfPlace } from '../ratings/queries.ts'
import type { Reader } from '../storage/database.ts'

/** What whoever asks has raised here, and what became of it; nothing for a stranger. */
export async function mineFor(reader: Reader, place: Place, viewer: Viewer, today: Day): Promise<MineView> {
  const ids = ownIds(viewer)
  const raised = await concernsRaisedBy(reader, place.id, ids, MAX_MINE)
  const matters = []
  for (const concern of [...raised, ...(await addedTo(reader, place.id, viewer, raised))])
    matters.push(await myMatter(reader, place.id, concern, viewer, today))
  const holders = matters.flatMap(({ custody, steps }) => [
    ...(custody ? [custody.holderId, custody.offer?.toPlaceId] : []),
    ...steps.flatMap(({ fromPlaceId, toPlaceId }) => [fromPlaceId, toPlaceId]),
  ])
  return {
    asOf: await headOf(reader, place.id),
    today,
    place,
    isKnown: viewer.kind !== 'stranger',
    mayHaveCode: viewer.kind === 'guest',
    grids: await gridsOf(reader, place.id),
    holders: await withLevelNames(
      reader,
      place.id,
      await placesByIds(reader, [...new Set(holders.filter((id) => typeof id === 'string'))]),
    ),
    matters,
    meetings: await saidAt(reader, matters),
    evening: await eveningOf(reader, viewer),
    promises: await myPromises(reader, place.id, viewer),
  }
}

async function eveningOf(reader: Reader, { meetingId, placeId }: Viewer): Promise<MineView['evening']> {
  const meeting = await findMeeting(reader, placeId, meetingId)
  return meeting?.phase === 'open' ? { id: meeting.id, title: meeting.title } : null
}

async function saidAt(reader: Reader, matters: readonly MyMatter[]): Promise<MineView['meetings']> {
  const ids = matters.flatMap(({ concern }) => concern.meetingId ?? [])
  return (await meetingsByIds(reader, [...new Set(ids)])).map(({ id, title }) => ({ id, title }))
}

/** Matters of others to which whoever asks added a voice. */
async function addedTo(
  reader: Reader,
  placeId: PlaceId,
  viewer: Viewer,
  raised: readonly Concern[],
): Promise<readonly Concern[]> {
  const added = await concernsByIds(reader, await voicesAddedBy(reader, placeId, ownIds(viewer), MAX_MINE))
  // What was put together with another since goes on there.
  const into = await concernsByIds(
    reader,
    added.flatMap(({ mergedIntoId }) => mergedIntoId ?? []),
  )
  const known = new Set(raised.flatMap(({ id, mergedIntoId }) => [id, mergedIntoId]))
  const standing = [...added.filter(({ mergedIntoId }) => mergedIntoId === null), ...into]
  return [...new Map(standing.map((one) => [one.id, one])).values()]
    .filter(({ id }) => !known.has(id))
    .map((one) => concernFor(one, viewer))
    .filter((one) => one !== null)
}

async function myPromises(reader: Reader, placeId: PlaceId, viewer: Viewer): Promise<readonly MyPromise[]> {
  const promised = await promisesOf(reader, placeId, ownIds(viewer), MAX_MINE)
  const ratings = await ratingsOfPlace(reader, placeId)
  const about = await concernsByIds(
    reader,
    promised.flatMap(({ concernId }) => concernId ?? []),
  )
  const running = promised.filter(({ state }) => state === 'open').map(({ id }) => id)
  const refused = await refusedDaysOf(reader, placeId, running)
  return promised.flatMap((one) => {
    const commitment = commitmentFor(one, viewer)
    const concern = about.find(({ id }) => id === one.concernId)
    if (!commitment) return []
    const judged = verdictOn(one, ratings, ownIds(viewer))
    const told = (concern && concernFor(concern, viewer)) ?? null
    return { commitment, judged, concern: told, refused: refused.get(one.id) ?? null }
  })
}

async function myMatter(
  reader: Reader,
  placeId: PlaceId,
  own: Concern,
  viewer: Viewer,
  today: Day,
): Promise<MyMatter> {
  const into = own.mergedIntoId === null ? null : await findConcern(reader, placeId, own.mergedIntoId)
  const told = into ?? own
  const commitments = (await promisesFor(reader, placeId, told.id))
    .filter(isConfirmed)
    .map((one) => commitmentFor(one, viewer))
    .filter((one) => one !== null)
  const ids = commitments.map(({ id }) => id)
  const isAdded = !isRaiser(viewer, own)
  const claimants = await claimantsOf(reader, ownIds(viewer))
  const judges = [...ownIds(viewer), ...claimants.map(({ actorId }) => actorId)]
  const ratings = await ratingsAbout(reader, placeId, told.id, ids)
  const isSilent = isAdded || own.state === 'withdrawn'
  return {
    concern: concernFor(own, viewer) ?? own,
    into: into && concernFor(into, viewer),
    commitments,
    dueChanges: (await dueChangesByIds(reader, ids)).map((change) => dueChangeFor(change, viewer)),
    saidNo: saidNoIn(ratings, judges),
    saidYes: saidYesIn(ratings, judges),
    turns: await turnsOf(reader, placeId, [told, ...commitments], viewer),
    progress: await progressByIds(reader, ids),
    photos: await photosThere(reader, placeId, ids),
    custody: await findCustody(reader, placeId, told.id),
    steps: await custodyStepsOf(reader, placeId, told.id),
    questions: isSilent ? [] : questionsAbout(told, commitments, { ratings, own: judges }, today),
    publicPath: await publicPathOf(reader, placeId, told),
    isAdded,
  }
}

/** The journal is asked only about what was opened again: nothing else was written over. */
async function turnsOf(
  reader: Reader,
  placeId: PlaceId,
  subjects: readonly Pick<Concern | Commitment, 'id' | 'timesReopened'>[],
  viewer: Viewer,
): Promise<readonly Turn[]> {
  if (subjects.every(({ timesReopened }) => timesReopened === 0)) return []
  const ids = new Set(subjects.map(({ id }) => id))
  return turnsIn(await eventsAbout(reader, placeId, ids, viewer, TURN_TYPES))
}
