import type { Route } from '../../../shared/concerns/concern.ts'
import type { Channel } from '../../../shared/comments/comment.ts'
import { Messages } from '../messages.svelte.ts'

/** The desk during and after an evening. */
export interface EveningWords {
  itemOf: (no: number, of: number) => string
  noItemYet: string
  onTheWall: (count: number) => string
  codeIs: string
  phonesHere: (count: number) => string
  wallOpens: string

  columns: string
  tabIncoming: (count: number) => string
  tabMinutes: string
  tabPromised: (count: number) => string

  incoming: string
  waiting: (count: number) => string
  incomingQuiet: string
  incomingEmpty: string
  incomingTeach: string
  straightTeach: string
  unnamed: string
  withName: string
  withoutName: string
  channel: (channel: Channel) => string
  typedBy: (name: string) => string
  show: string
  intoMinutes: string
  inMinutes: string
  putAside: string
  takeOffWall: string
  makeConcern: string
  shown: string
  shownEmpty: string
  shownCount: (count: number) => string
  isShown: string
  isHeld: string
  isOnWallAlready: string
  isNotOnWall: string
  isIntoMinutes: string
  isInMinutesAlready: string
  nextPage: (count: number) => string

  say: string
  sayWhat: string
  sayWho: string
  sayWords: string
  sayMasked: string
  sayPut: string
  unsent: string
  putAway: string
  saidFor: (name: string) => string

  minutes: string
  writing: (names: readonly string[]) => string
  minutesLoading: string
  minutesFailed: string

  floor: string
  floorEmpty: string
  floorWhat: string
  giveFloor: string
  give: string
  clearFloor: string
  lantern: string
  spokeFor: (minutes: number, seconds: number, usually: number) => string

  promisedTonight: string
  promisedNone: string
  matters: (count: number) => string
  unsettled: string
  unsettledNone: string
  settledCounts: (answered: number, referred: number, assembly: number, declined: number) => string
  concernNo: (no: number) => string
  raisedBy: (name: string) => string
  concernRaised: string
  concernSettled: (no: number) => string
  describe: string
  described: (no: number) => string
  reword: string
  takeBackOutcome: string

  answer: string
  promise: string
  refer: string
  assembly: string
  assemblyWhy: string
  decline: string
  answerWhat: string
  declineWhat: string
  referWho: string
  referWhy: string
  referRoute: string
  route: (route: Route) => string
  /** A box to tick: whoever raised it agrees to these words. */
  wordingAgreed: string
  wordingOpen: string
  concernText: string
  concernWho: string
  concernTooLong: (over: number) => string
  putDown: string
  whichConcern: string

  agenda: string
  nowTalking: string
  nowTalkingAbout: (title: string) => string
  toNext: string
  startItem: (title: string) => string
  agendaDone: string

  clearWall: string
  wallCleared: string
  closeEvening: string
  closeSure: string
  closeWhat: (held: number) => string
  closeYes: string
  closed: string
  reopened: string
  comeStraight: string
  comeHeld: string
  moderation: string

  keysTitle: string
  keysAll: string
  keysWhat: string
  keyPick: string
  keyColumn: string
  keyTyping: string
  keyLeave: string
  keyUndo: string
  keyConfirm: string
  keyReadBack: string
  keyRecordAndRead: string
  keyAgenda: string
  keyPromises: string
  keyCount: string
  keyChange: string
  enter: string
  ctrlEnter: string

  planTeach: string
  planWallFirst: string
  openNow: string
  opened: string

  closedTitle: string
  closedWhat: string
  slipFor: string
  unseen: string
  unseenWhat: string
  isAppended: string
  isPutAway: string
  putAwayWhy: string
  putAwayDo: string
  toAppendix: string
  putAwayReason: string
  /** Whoever reads it decides, or those who may. */
  waitsFor: (isYou: boolean) => string
  stillOpen: string
  stillOpenWhat: string
  unwritten: string
  unwrittenWhat: string
  writeDown: string
  allSettled: string
  signWhat: string
  signAsFacilitator: string
  signAsRecorder: string
  sealSigned: string
  sealUnsigned: string
  signedBy: (name: string, time: string) => string
  signatureMissing: (role: 'facilitator' | 'recorder') => string
  lateCame: (count: number) => string
  lateAllRead: string
  lateWhat: string
  lateMarkRead: string
  lateRead: string
  lateOnlyGone: string
  signNotYours: string
  haveRead: string
  textChanged: string
  unsentFirst: string
  takeBackSignature: string
  reopen: string
  signed: string
  signedWhat: string
  publicMinutes: string

  leaveUnsaved: string
  waitingToSend: (count: number) => string
}

export const eveningWords = new Messages<EveningWords>({
  'zh-Hans': () => import('./evening.zh-Hans.ts'),
  'zh-Hant': () => import('./evening.zh-Hant.ts'),
  en: () => import('./evening.en.ts'),
})
