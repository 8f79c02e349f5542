import type { EveningWords } from './keys/evening.ts'

const CHANNELS = { phone: 'phone', wall: 'keyboard at the wall', staff: 'typed for them' } as const
const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

export const words: EveningWords = {
  itemOf: (no, of) => `Item ${no} of ${of}`,
  noItemYet: 'No item begun yet',
  onTheWall: (number) => `${number} on the wall`,
  codeIs: 'Code',
  phonesHere: (number) => count(number, 'phone', 'phones'),
  wallOpens: 'Open the wall (new window)',

  columns: 'Column',
  tabIncoming: (number) => (number ? `Incoming ${number}` : 'Incoming'),
  tabMinutes: 'Minutes',
  tabPromised: (number) => (number ? `Promised ${number}` : 'Promised'),

  incoming: 'Incoming',
  waiting: (number) => `${number} waiting`,
  incomingQuiet: 'Nothing is waiting',
  incomingEmpty:
    'The code is on the wall: whoever scans it can speak. For somebody without a phone, press K and type for them.',
  incomingTeach:
    'Words from phones, from the keyboard at the wall and from slips come here first. They go on the wall when you say so.',
  straightTeach:
    'Tonight words go straight to the wall. To look at them first, change it under “What we talk about”.',
  unnamed: 'A villager',
  withName: 'with name',
  withoutName: 'name not shown',
  channel: (channel) => CHANNELS[channel],
  typedBy: (name) => `typed by ${name}`,
  show: 'Show on the wall',
  intoMinutes: 'Into the minutes',
  inMinutes: 'in the minutes',
  putAside: 'Later',
  takeOffWall: 'Take off the wall',
  makeConcern: 'Make it a matter',
  shown: 'Shown tonight',
  shownEmpty: 'Nothing has been on the wall yet. Choose a comment on the left and press Enter.',
  shownCount: (number) => `${number} shown`,
  isShown: 'It is on the wall.',
  isHeld: 'It is off the wall.',
  isIntoMinutes: 'It is in the minutes.',
  nextPage: (number) => `${number} more`,

  say: 'Type for somebody',
  sayWhat: 'Both names are kept: who said it and who typed it.',
  sayWho: 'Who said it',
  sayWords: 'What they said',
  sayMasked: 'Do not show the name on the wall',
  sayPut: 'Put it in',
  unsent: 'Not sent yet; it goes out when the line is back.',
  putAway: 'Put it away',
  saidFor: (name) => `What ${name} said has been put in.`,

  minutes: 'Minutes',
  writing: (names) => `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} writing too`,
  minutesLoading: 'Fetching the minutes …',
  minutesFailed: 'The minutes could not be fetched. All that was saved is safe; please try again.',

  floor: 'Speaking now',
  floorEmpty: 'Nobody has the floor',
  floorWhat: 'Press T and type a name: the lantern is theirs.',
  giveFloor: 'Who speaks next',
  give: 'Give',
  clearFloor: 'Has finished',
  lantern: 'Speaking lantern',
  spokeFor: (minutes, seconds, usually) =>
    `${minutes ? `${minutes} min ` : ''}${seconds} s, usually ${usually} min`,

  promisedTonight: 'Promised tonight',
  promisedNone:
    'Nothing promised yet. When somebody says “I will see to it”, press P: who, how, by which day.',
  matters: (number) => `${number}`,
  unsettled: 'No outcome yet',
  unsettledNone: 'Every matter raised has an outcome.',
  settledCounts: (answered, referred, declined) =>
    [
      answered && `${answered} answered now`,
      referred && `${referred} passed on`,
      declined && `${declined} declined`,
    ]
      .filter(Boolean)
      .join(', '),
  concernNo: (no) => `No. ${no}`,
  raisedBy: (name) => `raised by ${name}`,
  concernRaised: 'It is a matter now. Next: A answered, P promise, R pass on, D decline.',
  concernSettled: (no) => `No. ${no} has its outcome.`,
  reword: 'Reword',
  takeBackOutcome: 'Take the outcome back',

  answer: 'Answered now',
  promise: 'Promise',
  refer: 'Pass on',
  decline: 'Decline',
  answerWhat: 'The answer',
  declineWhat: 'Why it will not be done',
  referWho: 'Passed on to',
  referWhy: 'Why',
  concernText: 'The matter in one sentence',
  concernWho: 'Raised by',
  concernTooLong: (over) => `${count(over, 'letter', 'letters')} too many. Please shorten it.`,
  putDown: 'Put it down',
  whichConcern: 'Choose a comment or a matter first, then its outcome.',

  agenda: 'What we talk about',
  nowTalking: 'now',
  nowTalkingAbout: (title) => `Now: ${title}.`,
  toNext: 'Next item',
  startItem: (title) => `Begin “${title}”`,
  agendaDone: 'This was the last item.',

  clearWall: 'Clear the wall',
  wallCleared: 'The wall is clear; the code is still there.',
  closeEvening: 'Close the evening',
  closeSure: 'Close the evening now?',
  closeWhat: (held) =>
    `No more words are taken after closing${held ? `; ${held} not looked at stay here` : ''}. The minutes can be corrected until they are signed. If this is a slip, you can reopen it.`,
  closeYes: 'Close it',
  closed: 'The evening is closed.',
  reopened: 'The evening is open again.',
  comeStraight: 'straight to the wall',
  comeHeld: 'looked at first',
  moderation: 'Comments are',

  keysTitle: 'All keys',
  keysAll: 'All keys',
  keysWhat:
    'While the caret is in a text, a single key is a letter. Press Esc to leave it; then the keys work.',
  keyPick: 'Choose',
  keyColumn: 'Left or right column',
  keyTyping: 'Write the minutes',
  keyLeave: 'Leave it, or leave the text',
  keyUndo: 'Undo the last step',
  keyConfirm: 'They said yes: the promise counts',
  keyReadBack: 'Read a promise back on the wall',
  keyRecordAndRead: 'In a promise: record it and read it back',
  keyAgenda: 'Next item, item before',
  keyChange: 'Change the wording',
  enter: 'Enter',
  ctrlEnter: 'Ctrl Enter',

  planTeach: 'Open it when people are here. The wall then shows the code, and whoever scans it can speak. ',
  planWallFirst: 'Open the wall on the big screen first and see whether it reads well.',
  openNow: 'Open the evening',
  opened: 'The evening is open; the code is on the wall.',

  closedTitle: 'Closed: read it through, then sign',
  closedWhat:
    'Read the minutes aloud and correct what is wrong. Then facilitator and recorder each sign, and the minutes are public.',
  stillOpen: 'Matters without an outcome:',
  stillOpenWhat:
    'You can sign all the same; the public page will say “no outcome yet”. You can still settle them now.',
  promisesLoose: 'Promises that do not count yet:',
  notRead:
    'Never read back. The evening is over: read it to the owner now and press “They said yes”, or remove it.',
  notConfirmed: 'Read back, without a yes. Press “They said yes” if they did, or remove it.',
  unwritten: 'Promises that the text does not mention:',
  unwrittenWhat:
    'They are not lost and stand on the public page all the same. Written into the text, they are heard when it is read.',
  writeDown: 'Write them in',
  allSettled: 'Every matter has an outcome and every promise a yes.',
  signWhat: 'Two people, each with their own log-in. After both have signed nobody can change anything.',
  signAsFacilitator: 'I am the facilitator: sign',
  signAsRecorder: 'I am the recorder: sign',
  sealSigned: 'signed',
  sealUnsigned: 'open',
  signedBy: (name, time) => `${name}, ${time}`,
  signatureMissing: (role) =>
    role === 'facilitator' ? 'The facilitator has not signed' : 'The recorder has not signed',
  signNotYours: 'Only the facilitator and the recorder sign, each logged in.',
  haveRead: 'I have read this text through',
  textChanged: 'The minutes have just changed. Please read them once more and tick again.',
  unsentFirst: 'Some words are not saved yet. Please wait a moment before signing.',
  takeBackSignature: 'Take my signature back',
  reopen: 'Reopen the evening',
  signed: 'Signed',
  signedWhat: 'The minutes are public and nobody can change them.',
  publicMinutes: 'See the public minutes',

  leaveUnsaved: 'Some words are not saved yet. If you leave this page they may be lost.',
  waitingToSend: (number) => `${count(number, 'step waits', 'steps wait')} for the line to come back.`,
}
