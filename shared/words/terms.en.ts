import type { CommitmentState } from '../commitments/commitment.ts'
import type { Route } from '../concerns/concern.ts'
import type { Role } from '../kernel/event.ts'
import type { TimelineWords } from '../ledger/matter/timeline.ts'
import type { Circumstance } from '../permissions/permission.ts'
import type { PlaceKind } from '../places/place.ts'
import type { Judge } from '../ratings/rating.ts'
import { verdict } from './verdict/verdict.en.ts'

/** What each post is called, on every page. */
export const roles: Readonly<Record<Role, string>> = {
  facilitator: 'facilitator',
  recorder: 'recorder',
  cadre: 'village cadre',
  supervision: 'supervision',
  'grid-worker': 'grid worker',
  township: 'township desk',
  county: 'county desk',
  discipline: 'discipline office',
  representative: 'villagers’ representative',
  villager: 'villager',
}

const CADRES: Readonly<Record<PlaceKind, string>> = {
  grid: 'grid cadre',
  village: 'village cadre',
  compound: 'community cadre',
  township: 'township cadre',
  county: 'county cadre',
}

/** The same, as it is called at this kind of place. */
export const roleAt = (role: Role, kind: PlaceKind): string => (role === 'cadre' ? CADRES[kind] : roles[role])

export const routes: Readonly<Record<Route, string>> = {
  hotline: 'the 12345 hotline',
  petition: 'a petition',
  court: 'the court',
  police: 'the police',
  arbitration: 'arbitration',
  mediation: 'mediation',
  department: 'the department in charge',
}

/** In which only somebody may do or read something, in the table of permissions. */
export const circumstances: Readonly<Record<Circumstance, string>> = {
  'between-evenings': 'between two evenings',
  'by-box': 'by the opinion box',
  'own-between-evenings': 'one’s own promise between evenings',
  'own-words': 'own words',
  'for-somebody-else': 'for somebody else',
  'on-top': 'where nothing stands above',
  sooner: 'a sooner day or the same',
  later: 'a later day',
  'as-facilitator': 'as facilitator',
  'as-recorder': 'as recorder',
  'read-by-staff': 'once the staff has read it',
  'on-the-roster': 'for people of the roster',
  'for-oneself': 'for oneself',
  'in-the-open': 'said with the name, or written down by oneself',
  'own-promises': 'own promises',
  'whole-place': 'of the whole place',
  published: 'once both have signed',
}

/** What a promise that is not open any more is called, as its owner says, judged, or settled: only the last is an end. */
export const doneName = ({ state }: { readonly state: CommitmentState }): string =>
  state === 'settled' ? 'settled' : state === 'rated' ? 'judged' : 'reported done'

const whoever: Omit<TimelineWords, 'reopened' | 'judged'> = {
  channel: {
    meeting: 'said at a meeting',
    form: 'opinion box',
    call: 'by telephone',
    paper: 'paper slip',
    visit: 'said at the door',
    import: 'from an older ledger',
  },
  firstDay: 'First promised',
  presentDay: 'Now',
  notMoved: 'never moved',
  moved: (times) => (times === 1 ? 'moved once' : `moved ${times} times`),
  voices: (count) => `${count} people asked for it`,
  promised: (owner) => `${owner} promised: `,
  byDay: (day) => `by ${day}`,
  extended: (day, by) => `${by ? `${by} agreed, moved` : 'Moved'} to ${day}: `,
  recounted: (day) => `Holidays changed: moved to ${day}`,
  reported: 'Reported done: ',
  partDone: 'Done in part: ',
  remainder: (what, day) => `Left: ${what}${day ? `, by ${day}` : ''}`,
  evidence: 'Added: ',
  ordered: 'Ordered from above: ',
  supervised: {
    reminder: 'Reminded by supervision: ',
    comment: 'Supervision says: ',
    'evidence-request': 'Supervision asks for evidence: ',
  },
  answered: 'Answer: ',
  referred: (to) => `Sent on to ${to}`,
  route: (route) =>
    ({
      hotline: 'hotline 12345',
      petition: 'petition office',
      court: 'court',
      police: 'police',
      arbitration: 'arbitration',
      mediation: 'mediation',
      department: 'department in charge',
    })[route],
  assembly: 'For the villagers’ assembly: ',
  declined: 'Declined because: ',
  handedUp: (place) => `${place} was asked to do it: `,
  accepted: (place) => `${place} accepted it`,
  returned: (place) => `Returned to ${place}: `,
  summoned: (unit) => `${unit} was called: `,
  came: (unit) => `${unit} came: `,
  oneVillager: 'A villager',
  atMeeting: (title) => `at ${title}`,
  settled: {
    rated: 'Settled',
    unrated: 'Nobody judged it: settled',
    disagreed: 'Not done, and nobody above is left: closed. A petition stays open',
  },
  sameDay: 'Same day',
  quoted: (text) => `“${text}”`,
  comma: ', ',
  between: ', ',
}

/** `who` names who judged, for whoever reads it. */
export function timelineWordsBy(who: Readonly<Record<Judge, string>>): TimelineWords {
  const judged: TimelineWords['judged'] = (said) => `${who[said.by]} judged: ${verdict(said)}`
  return {
    ...whoever,
    judged,
    reopened: (day, said) =>
      `${said ? `${judged(said)}; to be done again` : 'To be done again'}${day ? ` by ${day}` : ''}`,
  }
}
