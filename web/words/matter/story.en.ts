import { everywhere } from '../everywhere.en.ts'
import type { StoryWords } from './story.ts'
import { routes } from '../concerns/routes.en.ts'

const CHANNELS = {
  meeting: '',
  form: ' wrote through the opinion box',
  call: ' called',
  paper: ' left a slip of paper',
  visit: ' said it at a visit',
  import: ' stands in the old ledger',
} as const
const nth = (times: number): string => (times === 1 ? 'the first time' : `time ${times}`)

const SUPERVISION = {
  reminder: 'sent a reminder',
  comment: 'commented in public',
  'evidence-request': 'asked how far it is, and for evidence',
} as const

const asker: StoryWords['asker'] = ({ who, by, isOnBehalf }) =>
  isOnBehalf ? `${by || 'The staff'}, for ${who},` : who

export const story: StoryWords = {
  asker,
  tells: {
    'concern-raised': ({ who, meeting, channel }) =>
      `${who || everywhere.oneVillager}${meeting ? ` raised it at ${meeting}` : CHANNELS[channel] || ' raised it'}`,
    'concern-recorded': () => 'Its wording was agreed and recorded',
    'concern-reworded': () => 'Worded anew',
    'concern-answered': () => 'Answered',
    'concern-referred': ({ unit, route }) => `Referred to ${unit}${route ? ` (${routes[route]})` : ''}`,
    'concern-put-to-assembly': () => 'For the villagers’ assembly to decide',
    'concern-declined': () => 'Will not be done',
    'outcome-taken-back': () => 'That outcome was taken back',
    'concern-withdrawn': () => 'Withdrawn by whoever raised it',
    'concern-merged': () => 'Put together with the same matter',
    'merge-taken-back': () => 'Joined by mistake, and taken apart again',
    'voice-added': () => 'One more neighbour asks for this',
    'slip-handed-out': () => 'The raiser was given a slip to follow it by',
    'concern-reopened': ({ times }) => `Not good enough: opened again, ${nth(times)}`,
    'concern-escalated': ({ to }) =>
      to ? `Twice not good enough: on its way to ${to}` : 'Twice not good enough; nothing stands above',
    'concern-put-on-agenda': () => 'On the agenda of the next meeting',
    'concern-closed': ({ as, route }) =>
      as === 'disagreed'
        ? `Not good enough at the top of the ladder; still open: ${route ? routes[route] : routes.petition}`
        : as === 'rated'
          ? 'Closed'
          : 'Closed unrated (never counted as satisfied)',
    'commitment-recorded': ({ who }) => `${who} said`,
    'commitment-amended': () => 'Changed, so it has to be read back again',
    'confirmation-taken-back': () => 'The nod was a slip and was taken back; it waits for a nod again',
    'commitment-put-off': () => 'Nobody nodded that evening, so it is no promise; kept for the next one',
    'commitment-restored': () => 'Noted again; it waits to be read back',
    'commitment-joined': () => 'This promise became the answer to the matter',
    'rating-changed': () => 'Somebody changed their rating; the numbers above already say so',
    'commitment-read-back': () => 'Read back',
    'commitment-confirmed': ({ who, day, isImported }) =>
      isImported ? `Taken over from the old ledger: ${who}, by ${day}` : `${who} agreed: by ${day}`,
    'extension-asked': (facts) => `${asker(facts)} asked for ${facts.day}`,
    'extension-refused': ({ day, by }) => `${by || 'The level above'} refused ${day}`,
    'due-day-moved': ({ from, to, times, by }) =>
      `${by || 'The level above'} agreed: ${from} moved to ${to}, ${nth(times)}`,
    'due-day-recounted': ({ from, to }) => `Counted anew by the holidays: ${from} became ${to}`,
    'part-reported': () => 'A part is done',
    'photo-removed': () => 'A photo was taken away',
    'owner-linked': ({ who, unit }) => `“${who}” was linked to ${unit}`,
    'evidence-added': () => 'Evidence was added',
    'commitment-ordered': ({ by }) => `${by || 'The level above'} ordered it to be done`,
    'commitment-supervised': ({ by, supervision }) =>
      `${by || 'Supervision'} ${supervision ? SUPERVISION[supervision] : ''}`,
    'commitment-done': ({ who, day, isOnBehalf }) =>
      day
        ? isOnBehalf
          ? `Reported done by the staff for ${who}`
          : `${who} reported it done`
        : `The old ledger says that ${who} did it, not on which day`,
    'report-taken-back': () => 'Taken back: not done yet',
    'commitment-became-overdue': ({ day, times }) =>
      `${day} passed and it was not done${times > 1 ? ` (${nth(times)})` : ''}`,
    'commitment-reopened': ({ to, times }) => `Judged not good enough: again by ${to}, ${nth(times)}`,
    'commitment-settled': ({ as }) =>
      as === 'rated' ? 'Settled' : 'Settled unrated (never counted as satisfied)',
    'matter-offered': ({ from, to, isSlow }) =>
      isSlow ? `Twice not good enough: ${from} handed it to ${to}` : `${from} handed it to ${to}`,
    'matter-accepted': ({ to }) => `${to} took it on`,
    'matter-returned': ({ from, to }) => `${to} sent it back to ${from}`,
    'offer-taken-back': ({ from }) => `${from} keeps it after all`,
    'acceptance-taken-back': ({ to }) => `${to} had taken it on by mistake; the offer waits again`,
    'matter-passed': ({ from, to }) => `the village moved, and what ${from} held passed to ${to}`,
    'unit-summoned': ({ from, to, unit }) => `${from} called ${unit} of ${to}`,
    'unit-came': ({ unit }) => `${unit} came`,
    'outcome-rated': () => 'Rated',
  },
  totals: ({ satisfied, acceptable, not }) =>
    `satisfied ${satisfied}, acceptable ${acceptable}, not satisfied ${not}`,
  notDone: (count) => `${count} said it was not done`,
  rest: (what, day) => `Left: ${what}, by ${day}`,
  ownPart: (name, part) => `The part of ${name}: ${part}`,
  answerBy: (day) => `to be answered by ${day}`,
  heldBy: (place) => `Now in the hands of ${place}`,
  firstAt: (place) => `${place} received it first and goes on telling the villager`,
  waitingFor: (place, day) => `${place} is to answer by ${day}`,
  storyLoading: 'Fetching its story …',
  storyUnreachable: 'The whole story did not arrive; this is the short one.',
}
