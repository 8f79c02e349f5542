import type {
  FactProblem,
  ImportColumn,
  ImportFlagCode,
  ImportProblemCode,
} from '../../../shared/ledger/import/import.ts'
import { Messages } from '../messages.svelte.ts'

/** The page on which an old ledger is brought in, and the ways to take the ledger away. */
export interface ImportWords {
  pageTitle: string
  what: string
  file: string
  fileWhat: string
  /** After the name of a file that was left before. */
  goesOn: string
  fileUnreadable: string
  fileTooLarge: string
  nothingInFile: string
  notYours: string
  notYoursWhat: string
  columns: string
  columnCount: (count: number) => string
  columnsWhat: string
  column: Readonly<Record<ImportColumn, string>>
  passOver: string
  unnamed: (at: number) => string
  example: string
  /** 300 rows, all read. */
  readAll: (rows: number) => string
  reading: (rows: number) => string
  /** So many of so many, and how long it still takes once that can be told. */
  doneOf: (done: number, of: number, secondsLeft: number | null) => string
  /** What the rows above the columns told. */
  titleSays: (rows: number, placeName: string, year: number | null) => string
  otherPlace: (placeName: string) => string
  joined: string
  noColumn: string
  passedOver: (headings: readonly string[]) => string
  identityPassedOver: string
  canCome: string
  atOnce: string
  notAsTheyAre: string
  repeats: string
  repeatsWhat: (places: number, rows: number) => string
  rowsAlike: (count: number) => string
  putRight: string
  putRightNow: string
  changeBack: string
  likeThis: string
  enter: string
  another: string
  quoted: (text: string) => string
  insteadOf: (column: string, text: string) => string
  /** So many bear the name. */
  sameName: (count: number) => string
  unlinked: string
  onlyOne: string
  whichOne: (count: number) => string
  /** Of grids and other things that are no persons. */
  whichOfThem: (count: number) => string
  /** What may be written where only a few words are known. */
  choices: Readonly<Partial<Record<ImportProblemCode | 'owner-unlinked', readonly string[]>>>
  moreRepeats: (count: number) => string
  /** Owners who stay a name. */
  plainNames: (names: readonly string[]) => string
  empty: string
  understood: string
  flag: Readonly<Record<ImportFlagCode, (rows: number) => string>>
  /** Under the acts: whether the place names in public who raised its old matters. */
  raisersMasked: string
  raisersNamed: string
  raisersSetHere: string
  undoWhat: string
  undo: (count: number) => string
  undoSure: (count: number) => string
  undoYes: string
  undoNo: string
  undone: (count: number) => string
  undoTouched: (count: number) => string
  latest: string
  reason: string
  writtenThere: string
  why: string
  whichRow: string
  changeRow: string
  seeBoth: string
  seeMore: string
  counted: (good: number, wrong: number) => string
  wrongRows: string
  wrongWhat: string
  moreWrong: (count: number) => string
  goodRows: string
  moreGood: (count: number) => string
  line: (line: number) => string
  problem: (problem: FactProblem) => string
  /** The same in a few words, where the row itself stands beside it. */
  briefly: (problem: FactProblem) => string
  putRightAbove: (count: number) => string
  restLater: (count: number) => string
  cameIn: string
  notYetIn: string
  stayOut: string
  goesOnLater: string
  bringIn: (count: number) => string
  bringing: string
  broughtIn: (count: number) => string
  seeLedger: string
  takeRest: (count: number) => string
  restFile: string
  anotherFile: string
  takeAway: string
  asTable: string
  asWorkbook: string
}

export const importWords = new Messages<ImportWords>({
  'zh-Hans': () => import('./import.zh-Hans.ts'),
  'zh-Hant': () => import('./import.zh-Hant.ts'),
  en: () => import('./import.en.ts'),
})
