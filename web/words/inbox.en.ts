import { dayInWords } from '../../shared/words/days.ts'
import type { InboxWords } from './keys/inbox.ts'

export const words: InboxWords = {
  title: 'Waiting for an outcome',
  empty: 'Everything that came in has its outcome',
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

  agree: 'Record as it stands',
  agreed: (no) => `No. ${no} is recorded and stands on the public page.`,
  answer: 'Answer',
  promise: 'Somebody promises',
  settled: (no) => `No. ${no} has its outcome; whoever raised it can read it.`,
  slip: 'Print a slip',
  describe: 'Describe',
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
  lane: { open: 'With the name: everybody can see it', masked: 'Without the name: only the staff know' },
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
  toSign: 'To be signed',
  minutesOf: (day) => `Minutes of ${day}`,
  signIt: 'Read and sign',
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
