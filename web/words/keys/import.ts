import type { FactProblem, ImportColumn } from '../../../shared/ledger/import.ts'

/** The page on which an old ledger is brought in, and the ways to take the ledger away. */
export interface ImportWords {
  pageTitle: string
  back: string
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
  columnsWhat: string
  column: Readonly<Record<ImportColumn, string>>
  passOver: string
  unnamed: (at: number) => string
  example: string
  counted: (good: number, wrong: number) => string
  wrongRows: string
  wrongWhat: string
  moreWrong: (count: number) => string
  goodRows: string
  moreGood: (count: number) => string
  line: (line: number) => string
  problem: (problem: FactProblem) => string
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
