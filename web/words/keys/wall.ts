import type { EverywhereWords } from './everywhere.ts'

export interface WallWords extends EverywhereWords {
  pageTitle: string
  arrived: string
  arrivedUnit: string
  scan: string
  qrLabel: string

  notBegun: string
  notBegunWhat: string
  tonight: string
  noVoices: string
  spokenFor: (minutes: number, seconds: number) => string

  saidBy: (name: string) => string
  who: string
  how: string
  byWhen: string
  pleaseRead: (name: string) => string
  hasNodded: (name: string, left: string) => string
  vow: string

  typeHere: string
  typedBy: string
  typedByHint: string
  putDone: string
  keysHint: string

  over: string
  lantern: string
  codeAsk: string
  connect: string
  signed: string
  signedWhat: string
  together: (names: string) => string
  lettersOver: (count: number) => string
  cutOff: string
  overWhat: string
  overCounts: (answered: number, promised: number, passedOn: number) => string
}
