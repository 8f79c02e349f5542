import { handsCounted, DONE, SATISFIED, verdict } from '../../../shared/words/verdict/verdict.en.ts'
import type { ConcernState } from '../../../shared/concerns/concern.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import type {
  AlikeWords,
  ClaimWords,
  HandWords,
  HandsWords,
  MyPromiseWords,
  OverWords,
  PhotoWords,
} from './villagers.zh-Hans.ts'

export const over: OverWords = {
  closedWhat: 'All you said is kept. The minutes appear here once they are signed.',
  signedWhat: 'The minutes are signed and anybody can read them. Thank you for coming.',
  unsaidTitle: 'These words of yours were not sent in time',
  unsaidWhat:
    'The evening is over and takes no more. You can put them into the opinion box; the village answers those too.',
  toBox: 'Put it into the opinion box',
  discard: 'Throw it away',
}

const DROPPED_FOR: HandWords['droppedFor'] = {
  next: 'The matter is put off to the next meeting.',
  waiting: 'The matter still waits for somebody to do it.',
  settled: '',
}

export const hand: HandWords = {
  became: {
    answered: 'It was answered.',
    promised: 'Somebody promised it.',
    referred: 'It was passed on to whoever is in charge.',
    assembly: 'The assembly decides it.',
    declined: 'It cannot be done, and the reason was said.',
  },
  merged: 'It was put together with another that says the same.',
  handTitle: 'Waiting for somebody to do it',
  handWhat: 'What you can do yourself, you can take on.',
  raisedBy: (name) => (name === null ? 'raised by a villager' : `raised by ${name}`),
  take: 'I will do this',
  who: 'What we may call you',
  how: 'How you will do it',
  howHint: 'For example: clear the ditch with two others on Saturday.',
  byWhen: 'By which day',
  dayMeant: (day) => `That is by ${day}.`,
  nameShown: (name) => `What you take on stands under your name, for everybody to see: ${name}.`,
  send: 'Take it on',
  sending: 'Sending…',
  leave: 'Not now',
  missing: {
    who: 'Write your name, so that everybody knows whom to ask.',
    how: 'Write in one line how you will do it.',
    byWhen: 'Choose a day, today or later.',
    past: 'That day is past. Choose today or a later day.',
  },
  taken: (measure, day) =>
    `You took on: ${measure}, by ${day}. It will be read out, and counts once you nod; if you would rather not, just say so then.`,
  takenBefore: (measure, day) =>
    `You took on: ${measure}, by ${day}. There was no time to read it out; the village will read it to you, and it counts once you nod.`,
  notTaken: {
    over: 'The meeting is over, and what you wrote was not taken on in time. If you want to do it, tell the village.',
    settled: 'Somebody has taken this matter on, or it has its outcome; what you wrote was not sent.',
  },
  discard: 'Throw it away',
  dropped: (measure) =>
    `What you took on, “${measure}”, does not stand any more: it was dropped at the meeting.`,
  droppedFor: DROPPED_FOR,
  notSent: 'It was not sent; your words are still here. Press again once the line is back.',
}

const WHO = { hands: 'people say', phone: 'whoever asked says by phone', told: 'whoever asked says' }

export const hands: HandsWords = {
  fromBefore: 'Promised before',
  judged: (judged, of) => `${judged} of ${of} judged`,
  reportedOn: (day) => `reported done on ${day}`,
  dueOn: (day) => `by ${day}`,
  late: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`,
  again: (day) => `to be done again by ${day}`,
  said: (answers) => `${WHO[answers.channel]}: ${verdict(answers)}`,
  firstDay: (day) => `First promised for ${day}`,
  nowDay: (day) => `now ${day}`,
  photo: 'Photo',
  judgeIt: 'Say so',
  hallJudges: 'The hall will raise its hands.',
  handsUp: (counts) => `Hands are being counted: ${counts.join(', ')}`,
  next: 'Next one',
  lastOfThem: 'All that was promised before has been looked at.',
  inMinutes: (measure, hands) =>
    `“${measure}”, by hands: ${handsCounted(hands)}. Counted by ${hands.tellers.join(' and ')}.`,
  count: 'Count hands',
  wasItDone: 'Was it done?',
  areYouSatisfied: 'Are you satisfied?',
  done: DONE,
  satisfied: SATISFIED,
  hands: (count) => `${count} ${count === 1 ? 'hand' : 'hands'}`,
  twoTellers: 'Which two counted',
  teller: (which) => `Teller ${which}`,
  notWhole: 'Count both questions, and name the two who counted.',
  notNumbers: 'Write hands as numbers, 0 where nobody raised one.',
  nothingToCount: (measure, standing) => `“${measure}”: ${standing}. No count is needed.`,
  runsUntil: (day) => `again by ${day}`,
  bothAgree: 'Both counted the same: record it',
  counted: 'Recorded. What is not done or not good enough is open again.',
  cancel: 'Not now',
  countedElsewhere: 'The wall says “being counted”: another computer counts.',
  endCount: 'End the count',
}

const STATES: Readonly<Record<ConcernState, string>> = {
  raised: 'just noted',
  recorded: 'waiting for an outcome',
  answered: 'answered',
  promised: 'promised',
  referred: 'referred',
  assembly: 'put to the assembly',
  declined: 'declined with a reason',
  rated: 'rated',
  closed: 'closed',
  reopened: 'reopened, waiting',
  withdrawn: 'taken back',
  merged: 'put together with another',
}
const GROUPS = { elders: 'the old', children: 'children', 'special-needs': 'people in need' } as const
const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const alike: AlikeWords = {
  askedBefore: 'Something alike was asked before',
  askedBeforeWhat: 'If it is the same matter, add this voice to it instead of opening another.',
  no: (no) => `No. ${no}`,
  standing: (state, dueOn) =>
    dueOn === null ? STATES[state] : `${STATES[state]}, by ${dayInWords(dueOn, 'en')}`,
  voices: (count) => `asked by ${counted(count, 'person', 'people')}`,
  addVoice: 'Add to this one',
  addVoiceTo: (no) => `Add this voice to no. ${no}`,
  voiceAdded: (no) => `Added to no. ${no}; this voice counts there.`,
  voiceAlone: (no) => `It is noted, but could not be added to no. ${no}; for now it stands by itself.`,
  look: 'Look at it',
  newWindow: 'opens in a new window',

  unpromised: (count) =>
    count === 1
      ? 'Nothing was promised yet for 1 matter found'
      : `Nothing was promised yet for ${count} matters found`,
  nothingPromised: (state) => `nothing promised, ${STATES[state]}`,
  rising: 'Said again and again',
  risingWhat: (days) =>
    `Matters of the last ${days} days that are alike. Go and look before anybody asks again.`,
  risingEmpty:
    'Nothing is said again and again at present. What is asked three times, or in two villages, appears here.',
  times: (count) => `asked ${counted(count, 'time', 'times')}`,
  villages: (count) => counted(count, 'village', 'villages'),
  waiting: (count) => `${count} waiting for an outcome`,
  about: (group, count) => `${count} about ${GROUPS[group]}`,
  showThem: 'One by one',
  raisedOn: (day, today) => dayInWords(day, 'en', today),
  notReached: 'This cannot be fetched now; look again when there is a line.',
  retry: 'Try again',
}

export const myPromise: MyPromiseWords = {
  dropped: 'Does not stand any more; it was dropped at the meeting',
  droppedFor: DROPPED_FOR,
  notReadBack: 'Counts once the village has read it out and you nodded',
  report: 'Report',
  photo: 'Photo',
  later: 'A later day',
  reportLabel: 'How did it go',
  reportSend: 'Report it done',
  photoLabel: 'What does it show',
  photoSend: 'Send it',
  laterDay: 'Until which day',
  laterWhy: 'Why later',
  laterSend: 'Ask for a later day',
  laterAsked: (day) => `Asked for ${day}; those above will answer.`,
  laterRefused: (day, reason, dueOn) =>
    `Not moved to ${day}: ${reason}. It is still due by ${dueOn}; if that is too soon, ask once more and say why, or say so at the meeting.`,
  laterOver: 'The day has come and cannot be moved. Report it when it is done, or say so at the meeting.',
  photosComing: 'Photos are still on their way; report when they have arrived.',
  writeFirst: 'Please write a few words first.',
  reportedOn: (day) => `Reported done on ${day}`,
}

export const photos: PhotoWords = {
  label: 'Photos (not needed)',
  hint: (most) =>
    `At most ${most}. Where and by what they were taken is removed first; please leave out faces and door numbers. Everybody can see them.`,
  choose: 'Add photos',
  more: 'Add another',
  preparing: 'Making the photo smaller…',
  uploading: 'Sending the photo…',
  taken: (nth) => `Photo ${nth}, sent`,
  takeOut: (nth) => `Leave out photo ${nth}`,
  retry: 'Send again',
  unreadable: 'This picture cannot be read. Please try another one.',
  tooMany: (most) => `At most ${most}: the others were not added.`,
  unreachable:
    'The photo did not get through; it is still here. Please send it again when you are connected.',
  strip: 'Photos',
  open: (nth, of) => `Open photo ${nth} of ${of}`,
  removed: 'This photo was taken away',
  remove: (nth) => `Take away photo ${nth}`,
  removeSurely: 'Take it away for good',
  keep: 'Keep it',
  removeFailed: 'It was not taken away. Please try again.',
}

export const claim: ClaimWords = {
  spoken: {
    '2': 'two',
    '3': 'three',
    '4': 'four',
    '5': 'five',
    '6': 'six',
    '7': 'seven',
    '8': 'eight',
    '9': 'nine',
    A: 'apple',
    C: 'cat',
    E: 'egg',
    F: 'fish',
    H: 'house',
    J: 'jam',
    K: 'king',
    M: 'moon',
    N: 'nose',
    P: 'pot',
    R: 'rain',
    T: 'tea',
    U: 'umbrella',
    W: 'water',
    X: 'cross',
    Y: 'yes',
  },
  title: 'See it on another phone too',
  what: 'Type these eight characters on another phone and your matters are there.',
  give: 'Give me a code',
  making: 'Writing …',
  keep: 'Write it down, show it to your family only. Lost? Take a new one.',
  change: 'Take a new one',
  changeSure: 'The eight characters of before then open nothing. Take a new one?',
  typeTitle: 'Do you have a slip, or a code from an older phone?',
  typeLabel: 'The eight characters',
  typeSend: 'Connect',
  typing: 'Connecting …',
  typed: 'Connected: those matters are here too.',
  cutOff: 'No connection now. Please try again.',
  phones: 'Who else can see it',
  noPhones: 'Only this phone can see it now.',
  linkedOn: (day) => `A phone linked on ${day}`,
  endPhone: 'Cut off',
  endSure: 'That phone will no longer see your matters, and the eight characters end. Cut it off?',
  phoneEnded: 'It is cut off. Ask for a new code to link another phone.',
  print: 'Print a slip',
  slipTitle: 'With these eight characters you see what becomes of it',
  slipHow:
    'On any phone, open the address below and type the eight characters: you can follow it, add a word and judge it.',
  slipNoPhone: 'No phone? Bring this slip to the village office and ask.',
  slipCare: 'Show it to your family only. If it is lost, ask for a new one; the old one then opens nothing.',
  slipFor: 'What was raised',
}
