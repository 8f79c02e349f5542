import { Messages } from '../messages.svelte.ts'

/** Closing, signing and correcting, and what Z says. */
export interface SigningWords {
  unconfirmedTitle: string
  unconfirmedWays: string
  readOnWall: string
  readAgain: string
  nodded: string
  putOff: string
  notPromised: string
  hasPutOff: (owner: string) => string
  ownPasswordFirst: string
  closeUnconfirmed: (count: number) => string
  versionUnsigned: (version: number) => string
  versionErratum: (version: number) => string
  versionSigned: (version: number) => string
  fromTo: (from: string, to: string) => string
  confirmedCount: string
  answeredCount: string
  referredCount: string
  judgedCount: string
  judged: (all: number, again: number) => string
  nextTimeCount: string
  unsettledCount: string
  notYetSettled: string
  pieces: (count: number) => string
  unseenLeft: (count: number) => string
  cannotSign: (count: number) => string
  afterSigning: string
  correct: string
  correctTitle: string
  correctWhat: string
  correctReason: string
  correctStart: (version: number) => string
  erratumOpen: string
  cancelErratum: (version: number) => string
  erratumCancelled: (version: number) => string
  erratumBecause: (reason: string, by: string) => string
  bothAgain: (version: number) => string
  stillReadable: (version: number) => string
  seeVersion: (version: number) => string
  undoNothing: string
  undoSigned: string
  undoNotYours: string
  undoneConfirmation: (owner: string) => string
  undoneUnconfirmed: (owner: string) => string
  undoneOutcome: (no: number) => string
  undoneMerge: (no: number, into: number) => string
}

/** Closing an evening, signing and correcting its minutes, and taking back a slip. */
export const signingWords = new Messages<SigningWords>({
  'zh-Hans': () => import('./signing.zh-Hans.ts'),
  'zh-Hant': () => import('./signing.zh-Hant.ts'),
  en: () => import('./signing.en.ts'),
})
