import type { SigningWords } from './signing.ts'

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

export const words: SigningWords = {
  unconfirmedTitle: 'noted, nobody nodded yet',
  unconfirmedWays: 'Read it back, put it off, or drop it: one of the three',
  readOnWall: 'Read back on the wall',
  readAgain: 'Read again',
  nodded: 'They nodded',
  putOff: 'Next time',
  notPromised: 'Not promised, drop it',
  hasPutOff: (owner) => `No promise by ${owner}; it is kept for the next evening.`,
  ownPasswordFirst: 'Set your own password first, then sign here',
  closeUnconfirmed: (count) =>
    `${many(count, 'promise was', 'promises were')} noted and not nodded to. Settle each after closing; only then can you sign.`,
  versionUnsigned: (version) => `Version ${version}, not signed`,
  versionErratum: (version) => `Version ${version}, a correction`,
  versionSigned: (version) => `Version ${version}, signed by both`,
  fromTo: (from, to) => `${from} to ${to}`,
  confirmedCount: 'Promised',
  answeredCount: 'Answered tonight',
  referredCount: 'Passed on',
  judgedCount: 'Promised before, judged by hands',
  judged: (all, again) => (again ? `${all}, ${again} again` : String(all)),
  nextTimeCount: 'Next time',
  unsettledCount: 'Nothing settled yet',
  notYetSettled: 'Not settled',
  pieces: (count) => String(count),
  unseenLeft: (count) => `${many(count, 'comment is', 'comments are')} waiting: look now`,
  cannotSign: (count) =>
    `${many(count, 'promise waits', 'promises wait')} for a nod, so nobody can sign yet.`,
  afterSigning:
    'If something turns out wrong after signing, the old version stays and a new one says what was corrected; both sign again.',
  correct: 'Correct something',
  correctTitle: 'Correct the minutes',
  correctWhat:
    'The old version stays as it is and readable. Once both have signed again, the new version takes its place.',
  correctReason: 'What is wrong, and what it should say',
  correctStart: (version) => `Begin version ${version}`,
  erratumOpen: 'You can correct it now. When it is right, both sign again.',
  cancelErratum: (version) => `No correction, keep version ${version}`,
  erratumCancelled: (version) => `The correction is called off; version ${version} stands.`,
  erratumBecause: (reason, by) => `${reason} (asked for by ${by})`,
  bothAgain: (version) => `Version ${version} goes out once both have signed it.`,
  stillReadable: (version) => `Version ${version} stays readable, with what was corrected.`,
  seeVersion: (version) => `Read version ${version}`,
  undoNothing: 'Nothing to take back: nothing was nodded to, answered or joined yet.',
  undoSigned:
    'Somebody has signed, so it cannot be taken back. Take the signature back, or correct the minutes.',
  undoNotYours: 'Only the facilitator or the recorder can take a step back.',
  undoneConfirmation: (owner) => `Taken back: the promise by ${owner} waits for a nod again.`,
  undoneUnconfirmed: (owner) => `Noted again: the promise by ${owner} waits to be read back.`,
  undoneOutcome: (no) => `Taken back: matter ${no} has no outcome yet.`,
  undoneMerge: (no, into) => `Taken apart: matters ${no} and ${into} are two again.`,
}
