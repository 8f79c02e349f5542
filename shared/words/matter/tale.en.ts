import type { Judge } from '../../ratings/rating.ts'
import type { TaleWords } from '../../ledger/matter/tale-words.ts'

const DONE = { done: 'done', partly: 'done in part', not: 'not done' } as const
const SATISFIED = { satisfied: 'satisfied', acceptable: 'good enough', not: 'not satisfied' } as const

const whoever: Omit<TaleWords, 'reopened' | 'saidNo' | 'saidYes'> = {
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
}

/** `who` names who judged, for whoever reads it. */
export const taleBy = (who: Readonly<Record<Judge, string>>): TaleWords => ({
  ...whoever,
  reopened: (day, by) => `${who[by]} said it was not done: again by ${day}`,
  saidNo: (by) => `${who[by]} said it was not done`,
  saidYes: (by, done, satisfied) => `${who[by]} judged: ${DONE[done]}, ${SATISFIED[satisfied]}`,
})
