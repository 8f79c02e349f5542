import type { EverywhereWords } from './everywhere.ts'

export interface WallWords extends EverywhereWords {
  notBegun: string
  notBegunWhat: string
  tonight: string

  saidBy: (name: string) => string
  who: string
  how: string
  byWhen: string
  pleaseRead: (name: string) => string
  hasNodded: (name: string, left: string) => string
  vow: string

  typedBy: string
  typedByHint: string
  putDone: string
  keysHint: string

  over: string
  codeAsk: string
  connect: string
  signed: string
  signedWhat: string
  together: (names: string) => string
  lettersOver: (count: number) => string
  overWhat: string
  overCounts: (answered: number, promised: number, passedOn: number) => string
}
