import { FEATURES, type FeatureName } from '../../shared/features.ts'
import { isStaff, type NewEvent, type RecordedEvent, type Viewer } from '../../shared/kernel/event.ts'
import type { ActorId } from '../../shared/kernel/id.ts'
import type { AnyEvent } from '../../shared/protocol/down.ts'
import type { Feature } from './feature.ts'
import type { Following, Project } from '../journal/handler.ts'
import type { ReplacedWords } from '../journal/replaced.ts'
import { agenda } from '../agenda/feature.ts'
import { isAmong } from '../realtime/kinds.ts'
import type { Reader } from '../storage/database.ts'
import type { SecretBox } from '../storage/secret-box.ts'
import { calendar } from '../calendar/feature.ts'
import { catalogue } from '../catalogue/feature.ts'
import { comments } from '../comments/feature.ts'
import { custody } from '../custody/feature.ts'
import { notices } from '../notices/feature.ts'
import { ratings } from '../ratings/feature.ts'
import { commitments } from '../commitments/feature.ts'
import { concerns } from '../concerns/feature.ts'
import { ledger } from '../ledger/feature.ts'
import { meetings } from '../meetings/feature.ts'
import { minutes } from '../minutes/feature.ts'
import { people } from '../people/feature.ts'
import { places } from '../places/feature.ts'
import { publicPages } from '../public/feature.ts'
import { room } from '../room/feature.ts'
import { setup } from '../setup/feature.ts'
import { visits } from '../visits/feature.ts'
import { wall } from '../wall/feature.ts'

const named: Readonly<Record<FeatureName, Feature>> = {
  places,
  calendar,
  people,
  setup,
  catalogue,
  meetings,
  comments,
  concerns,
  visits,
  commitments,
  custody,
  ratings,
  agenda,
  notices,
  minutes,
  ledger,
  room,
  wall,
  public: publicPages,
}

/** Everything the application can do, in the order in which one stands on another. */
export const features: readonly Feature[] = FEATURES.map((name) => named[name])

const ownerOf: ReadonlyMap<string, Feature> = new Map(
  features.flatMap((feature) => Object.keys(feature.projections).map((type) => [type, feature] as const)),
)

/** What is written for each type of event, by the feature that it belongs to. */
export const projectionsOf = (features: readonly Feature[]): Readonly<Record<string, Project<any>>> =>
  Object.assign({}, ...features.map(({ projections: own }) => own))

/** What goes along with an event, by the features that stand on the one that it belongs to. */
export const followOf =
  (features: readonly Feature[]) =>
  (event: RecordedEvent): readonly Following[] =>
    features.flatMap(({ derivedWrites }) => derivedWrites?.[event.type]?.(event) ?? [])

/** The event as it is written down: what opens something elsewhere is sealed in it. */
export const sealedBy =
  (box: SecretBox) =>
  <Event extends NewEvent>(event: Event): Event => {
    const names = ownerOf.get(event.type)?.sealedWords?.[event.type]
    if (!names) return event
    const words = Object.entries(event.words).map(([name, text]) => [
      name,
      names.includes(name) && typeof text === 'string' ? box.seal(text) : text,
    ])
    return { ...event, words: Object.fromEntries(words) }
  }

export const projections = projectionsOf(features)
export const follow = followOf(features)

/** An event that no feature presents is shown to nobody. */
export const presentAny = (event: RecordedEvent, viewer: Viewer): RecordedEvent<AnyEvent> | null =>
  ownerOf.get(event.type)?.present(event, viewer) ?? null

/** Seqs of the events among these whose words have been taken back since. */
export async function takenBackAmong(
  reader: Reader,
  events: readonly RecordedEvent[],
): Promise<ReadonlySet<number>> {
  const seqs = await Promise.all(
    features.flatMap(({ takenBack }) => (takenBack ? [takenBack(reader, events)] : [])),
  )
  return new Set(seqs.flat())
}

/** Whether this viewer is told an event although its words were taken back. */
export const mayStillHearAny = (event: RecordedEvent, viewer: Viewer): boolean =>
  ownerOf.get(event.type)?.mayStillHear?.(event, viewer) ??
  (isStaff(viewer) || isAmong(viewer, subjectsOfAny(event)))

/** The words that stand now in place of those that some of these events told. */
export async function wordsNowOf(reader: Reader, events: readonly RecordedEvent[]): Promise<ReplacedWords> {
  const found = await Promise.all(
    features.flatMap(({ wordsNow }) => (wordsNow ? [wordsNow(reader, events)] : [])),
  )
  return new Map(found.flatMap((one) => [...one]))
}

export const subjectsOfAny = (event: RecordedEvent): readonly ActorId[] =>
  ownerOf.get(event.type)?.subjectsOf?.(event) ?? []
