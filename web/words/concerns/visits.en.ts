import type { ConcernKind, ConcernState } from '../../../shared/concerns/concern.ts'
import type { VisitPart } from '../../../shared/visits/visit.ts'
import { everywhere } from '../everywhere.en.ts'
import type { VisitsWords } from './visits.ts'

const PARTS: Readonly<Record<VisitPart, readonly [string, string]>> = {
  seen: ['What was seen', 'How the household fares and what is hard for it. One thing a line.'],
  need: ['What was said and asked for', 'In their own words. One thing a line.'],
  next: ['The next step', 'Who, on which day, does what.'],
}
const KINDS: Readonly<Record<ConcernKind, string>> = {
  stated: 'they said so',
  observed: 'I saw it',
  inferred: 'I gathered it',
}
const STATES: Readonly<Record<ConcernState, string>> = {
  raised: 'wording not agreed yet',
  recorded: 'waiting for an outcome',
  answered: 'answered',
  promised: 'promised',
  referred: 'referred',
  assembly: 'put to the assembly',
  declined: 'declined with a reason',
  rated: 'rated',
  closed: 'closed',
  reopened: 'reopened',
  withdrawn: 'taken back',
  merged: 'put together with another',
}

export const words: VisitsWords = {
  ...everywhere,
  title: 'Field diary',
  whoReads:
    'Only whoever wrote it, those who went along and the facilitator can read it. Never on the wall, never public, not in the ledger.',
  write: 'Note a visit',
  writing: 'This visit',
  changing: 'Change this note',
  empty: 'Nothing noted yet',
  emptyWhat:
    'Two lines at the roadside are enough. A line that has to be dealt with becomes a matter at a press; nothing is typed twice.',
  showMore: 'Show earlier ones',
  onDay: 'Day',
  atTime: 'Time',
  grid: 'Grid',
  noGrid: 'No grid',
  door: 'Which door, or where',
  doorWhat: 'such as third house in the east',
  visited: 'Who was visited',
  visitedWhat: 'such as Uncle Sun',
  visitors: 'Who went along',
  visitorsWhat: 'Separate several with commas. Those on the roster can read this note too.',
  part: (part) => PARTS[part][0],
  partWhat: (part) => PARTS[part][1],
  keep: 'Keep',
  needsMore: 'Say who was visited and write one line of what was seen or said; then it can be kept.',
  kept: 'Noted.',
  changed: 'Changed; the earlier words are erased.',
  unsent: 'Not sent yet',
  unsentWhat: 'The words are on this device and go out as soon as there is a line.',
  discard: 'Throw away',
  wentAlong: (names) => `Went along: ${names}`,
  changedOne: 'changed',
  drop: 'Take away',
  dropSure: 'Take this note away?',
  dropWhat: 'Its words are erased and cannot be brought back. Matters that were made of it stay.',
  dropped: 'Taken away; its words are erased.',
  makeMatter: 'Make it a matter',
  makeMatterOf: (line) => `Make “${line}” a matter`,
  matterText: 'How the matter is worded',
  matterTextWhat:
    'Everybody can read this sentence. Please take out illness, hardship at home and whatever tells who it is.',
  kind: 'How it is known',
  kindOf: (kind) => KINDS[kind],
  whoRaised: 'Who raised it',
  whoRaisedWhat: 'Only the staff see it; it may stay empty.',
  agreed: 'The wording was agreed with them',
  put: 'Put it down',
  putDone: 'It is a matter now.',
  matter: (no, state) => (state ? `No. ${no} · ${STATES[state]}` : `No. ${no}`),
  tooLong: (over) => `${over} letters too many; please say it shorter.`,
}
