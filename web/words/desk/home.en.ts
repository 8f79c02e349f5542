import type { ConcernChannel } from '../../../shared/concerns/concern.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import type { InboxWords, PlanWords } from './home.zh-Hans.ts'

export const inbox: InboxWords = {
  title: 'Waiting for an outcome',
  empty: 'Nothing waits for an answer',
  emptyHere: 'Nothing of what came in here waits for an answer.',
  handedHere: 'Handed over from elsewhere',
  handedBy: (place, reason) => `Handed over by ${place}${reason ? `: ${reason}` : ''}`,
  heldHere: (holder, first) => `From ${first}, now in the hands of ${holder}`,
  answerBy: (day) => `Answer by ${day}`,
  takeOrReturn: 'Take it or return it',
  isAskedOf: (place, day) => `${place} is to answer by ${day}`,
  isWith: (place) => `Now in the hands of ${place}`,
  tellsOn: 'What becomes of it is still told by us',
  emptyWhat:
    'What villagers put into the opinion box, say on the telephone or write on slips is listed here.',
  printBox: 'Code of the opinion box, to print',
  more: (count) => `${count} more`,
  channel: {
    meeting: 'Meeting',
    form: 'Opinion box',
    call: 'Telephone',
    paper: 'Paper slip',
    visit: 'In person',
    import: 'Old ledger',
  },
  state: { raised: 'Wording open', recorded: 'No answer yet', reopened: 'Open again' },
  cameOn: (day, today) => (day === today ? 'Came today' : `Came on ${dayInWords(day, 'en', today)}`),
  noName: 'No name given',
  masked: 'Name not public',
  voices: (count) => `${count} people asked for it`,

  agreeWords: 'Agree on the words',
  replyNow: 'Answer',
  countNow: (count) => `${count}; no need to wait for a meeting`,
  agree: 'Record as it stands',
  agreed: (no) => `No. ${no} is recorded and stands on the public page.`,
  answer: 'Answer',
  promise: 'Somebody promises',
  settled: (no) => `No. ${no} has its outcome; whoever raised it can read it.`,
  slip: 'Print a slip',
  describe: 'Describe',
  otherActs: 'Hand up, or summon others',
  merge: 'Put together',
  numbered: (no) => `No. ${no}`,
  mergeInto: 'Which one is the same matter',
  mergeWhat: 'Both go on as one; everybody who asked is kept and reads what becomes of it.',
  mergeNone: 'There is no other matter to put it together with.',
  chooseOne: 'Choose one',
  merged: (no, into) => `No. ${no} goes on with no. ${into}.`,
  toAgenda: (title) => `Onto “${title}”`,
  onAgenda: (no, title) => `No. ${no} is on the agenda of “${title}”.`,

  kindLabel: 'How it is known',
  kind: { stated: 'Said in so many words', observed: 'Seen on the spot', inferred: 'Gathered from hints' },
  categoryLabel: 'Category',
  category: {
    infrastructure: 'Infrastructure',
    environment: 'Environment',
    livelihood: 'Livelihood',
    industry: 'Industry',
    'village-funds': 'Village funds',
    dispute: 'Dispute',
    other: 'Other',
  },
  sizeLabel: 'Size',
  size: {
    small: 'Small: today',
    general: 'General: five working days',
    complex: 'Complex: fifteen days',
    hard: 'Hard: sixty days',
  },
  gridLabel: 'Part of the village',
  noGrid: 'Not sure',
  groupsLabel: 'Whom it concerns (the public sees totals only)',
  group: { elders: 'Elders', children: 'Children', 'special-needs': 'People with special needs' },

  takeIn: 'Write down for somebody',
  how: 'How it came',
  whoMayKnow: 'Who may know that they said it',
  lane: {
    open: 'With the name: everybody can see it',
    masked: 'Without the name: only facilitator and recorder know',
  },
  who: 'Who said it (may stay empty)',
  needsName: 'To show the name, please write first who said it.',
  what: 'What is the matter',
  whatPlaceholder: 'In their own words',
  putIn: 'Write down',
  takenIn: 'Written down.',

  waitsForYou: 'Waiting for you',
  waitsCount: (count, late) => `${count}${late ? ', late ones first' : ''}`,
  lateBy: (days) => (days === 1 ? '1 day late' : `${days} days late`),
  leftDays: (days) => (days === 0 ? 'due today' : days === 1 ? '1 day left' : `${days} days left`),
  byDay: (day) => `by ${day}`,
  bothDays: (first, now) => `first promised for ${first}, now ${now}`,
  reportIt: 'Report',
  inPlace: (place, what) => `${place}, ${what}`,
  wantsLater: 'Asks for a later day',
  laterDay: (from, to, reason) => `from ${from} to ${to}${reason ? `: ${reason}` : ''}`,
  decidedAbove: (wish) => `${wish}. The level above decides`,
  askedLater: (what, day) => `${what}. ${day} was asked for, nobody has decided yet`,
  decideIt: 'Decide',
  lookAt: 'Look',
  promisedByYou: 'Promised by you',
  notYetDue: (count) => `${count} not due yet`,
  moreOfYours: (count) => `${count} more of yours, in the ledger`,
  allOfYours: 'All of yours, in the ledger',
  toSign: 'To be signed',
  halfSigned: (minutes) => `${minutes}, signed by one of two`,
  minutesOf: (day) => `Minutes of ${day}`,
  signIt: 'Read and sign',
  notNodded: 'Not nodded to',
  takenOn: 'Somebody offers',
  countsOnceRead: (day) => `by ${day}; counts once it is read out and nodded to`,
  readItBack: 'Read it back',
  asked: {
    comment: 'A question in public',
    'evidence-request': 'Evidence wanted',
    'later-day-refused': 'Later day refused',
  },
  askedBy: (who, day) => `asked by ${who} on ${day}`,
  refusedBy: (who, day) => `refused by ${who} on ${day}`,
  laterRefused: (day, reason) => `Not until ${day}: ${reason}`,
  stillBy: (day) =>
    `It is still due by ${day}. If it cannot be done, say how far it has come; before that day you may ask once more.`,
  askedAbout: (owner, measure) => `Promised by ${owner}: ${measure}`,
  answerIt: 'Answer',
  answerInPublic: 'Your answer',
  answerInPublicWhat: 'Everybody can read it, in the story of this matter.',
  answerPut: 'Send the answer',
  answerLater: 'Not now',
  answered: 'Answered; whoever asked can read it.',
  answerWithPhoto: 'To add photos, answer in the ledger',
  nextEvening: 'The next meeting',
  seeAgenda: 'See the agenda',
  noNextEvening: 'Not planned yet',
  addToNext: 'Write down a matter for it',
  whoPlans: (names) =>
    `${names.length ? `Planned by ${names.join(', ')}. ` : ''}What you write down is listed with what came in; what was promised comes first.`,
  mayAnswerIt: ({ isMe, others, more }) => {
    const names = [...(isMe ? ['you'] : []), ...others].join(', ') + (more ? ` and ${more} more` : '')
    return names ? `Can answer: ${names}` : ''
  },
  mayAgreeIt: ({ isMe, others }) => {
    const names = [...(isMe ? ['you'] : []), ...others].join(', ')
    return names ? `First agree on the words: ${names}` : ''
  },
}

const CHANNELS: Readonly<Record<ConcernChannel, string>> = {
  meeting: 'at a meeting',
  form: 'opinion box',
  call: 'by telephone',
  paper: 'paper slip',
  visit: 'at a visit',
  import: 'old ledger',
}
// A module of its own would be named in the desk's first script three times.
const DONE = { done: 'done', partly: 'partly done', not: 'not done' } as const
const SATISFIED = { satisfied: 'satisfied', acceptable: 'acceptable', not: 'not satisfied' } as const
const photosOf = (count: number): string =>
  count ? `${count} ${count === 1 ? 'photo' : 'photos'}` : 'no photo'

export const plan: PlanWords = {
  title: 'Plan the next evening',
  nextIsPlanned: 'The next meeting is planned',
  drawnUp: 'The next meeting, drawn up from what was promised',
  seeOrChange: 'See or change the agenda',
  goThrough: 'Go through it and settle',
  untilSettled: 'It counts once it is settled; on the day it is opened here.',
  lateAmong: (late) => (late === 1 ? '1 past its day' : `${late} past their day`),
  part: (part) =>
    ({
      promised: 'Promised before',
      above: 'Answers from above',
      unfinished: 'Left over',
      inbox: 'Came in',
      added: 'New',
    })[part],
  count: (count) => String(count),
  reason: (reason, who, day) => {
    switch (reason.kind) {
      case 'judged-not':
        return `judged and to be done again, ${reason.times === 2 ? 'twice' : `${reason.times} times`}`
      case 'late':
        return `${reason.days} ${reason.days === 1 ? 'day' : 'days'} late`
      case 'reported':
        return `reported done, ${photosOf(reason.photos)}`
      case 'judged':
        return `whoever asked judged: ${DONE[reason.done]}, ${SATISFIED[reason.satisfied]}; ${photosOf(reason.photos)}`
      case 'due':
        return `due ${day(reason.on)}`
      case 'marked':
        return 'kept for the next evening'
      case 'no-outcome':
        return 'no answer yet'
      case 'not-reached':
        return 'not reached'
      case 'came-in':
        return [
          who ?? 'a villager',
          CHANNELS[reason.channel],
          reason.voices > 1 ? `${reason.voices - 1} more asked` : '',
        ]
          .filter(Boolean)
          .join(', ')
      case 'answered':
        return 'answered already, not on this evening'
    }
  },
  about: ({ who, firstDueOn, doneOn }, day) =>
    `${who ?? ''}, first promised for ${firstDueOn ? day(firstDueOn) : ''}${doneOn ? `, reported done ${day(doneOn)}` : ''}. If kept, they speak first.`,
  nothing: 'Nothing waits. Add below what is to be talked about.',
  nothingYet: 'A first evening has nothing from before. Add below what is to be talked about.',
  notYetDue: (count, firstDay) =>
    count === 1
      ? `One more promise is not due yet (${firstDay}), so it is not looked at.`
      : `${count} more promises are not due yet, the first on ${firstDay}, so they are not looked at.`,
  inLedger: 'See the ledger',
  keep: 'Keep',
  putOff: 'Next time',
  takeOut: 'Take out',
  isKept: 'kept',
  isPutOff: 'not this time',
  choose: 'choose',
  forward: 'move up',
  add: 'add an item',
  addHint: 'One more item, then Enter',
  added: 'New',
  back: 'step back',
  draftKept: 'A half-made plan stays',
  savedAt: (time) => `Saved ${time}, on this device`,
  notSaved: 'This device keeps nothing: settle it before you close the page',
  facts: { title: 'Name', day: 'Day', venue: 'Place', howLong: 'Length' },
  change: 'change',
  changed: 'done',
  changing: (fact) => `Change: ${fact}`,
  noVenue: 'no place said yet',
  onWall: 'as the wall will say',
  promisesFor: (count, minutes) => `${count}, about ${minutes} min`,
  minutes: (minutes) => `${minutes} min`,
  howLong: (minutes) =>
    minutes < 60 ? `About ${minutes} min` : `About ${Math.floor(minutes / 60)} h ${minutes % 60} min`,
  settle: 'Settle it',
  settleWhat: 'Items can still be added and changed during the evening.',
  isThere: 'This evening was settled already, in another window. Changes are made there.',
  goThere: 'Go to that evening',
  ctrlEnter: 'Ctrl Enter',
  notYours: 'The facilitator plans the evening',
  notYoursWhat: 'Tell the facilitator what to add, or put it into the opinion box.',
}
