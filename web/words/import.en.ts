import type { ImportColumn, ImportProblemCode } from '../../shared/ledger/import.ts'
import type { ImportWords } from './keys/import.ts'

const column: Readonly<Record<ImportColumn, string>> = {
  raisedOn: 'Raised on',
  raisedBy: 'Raised by',
  grid: 'Grid',
  category: 'Category',
  problem: 'Matter',
  answer: 'Answer on the spot',
  measure: 'Measure',
  owner: 'Owner',
  firstDueOn: 'First day',
  dueOn: 'Present day',
  timesMoved: 'Times moved',
  progress: 'Progress',
  done: 'Standing',
  closedOn: 'Done on',
}

const PROBLEMS: Readonly<Record<ImportProblemCode, (name: string, text: string) => string>> = {
  'text-missing': () => 'This row does not say what the matter is. Please write it.',
  'text-too-long': (name) => `“${name}” is too long. Please make it shorter.`,
  'letters-unreadable': (name) => `“${name}” has letters that cannot be read. Please type it again.`,
  'raised-day-missing': () => 'It does not say when it was raised. Please add the day.',
  'day-unreadable': (name, text) => `“${text}” under “${name}” is no day. Please write it like 2026-11-22.`,
  'day-before-raised': (name, text) => `“${name}”, ${text}, lies before the day it was raised. Please check.`,
  'day-in-future': (name, text) => `“${name}”, ${text}, has not come yet. Please check.`,
  'due-day-earlier': (name, text) => `“${name}”, ${text}, lies before the first day promised. Please check.`,
  'category-unknown': (name, text) =>
    `“${text}” under “${name}” is none of the seven. Please write infrastructure, environment, livelihood, industry, funds, dispute or other.`,
  'grid-unknown': (_name, text) =>
    `There is no grid “${text}” here. Please name one that exists, or draw it first.`,
  'standing-unknown': (name, text) =>
    `“${text}” under “${name}” does not say whether it is done. Please write “running” or “done”.`,
  'owner-missing': () => 'It says how but not who. Please add the owner.',
  'measure-missing': () => 'It does not say what was done about it. Please add the measure.',
  'due-day-missing': () => 'It does not say by which day. Please add it.',
  'done-day-missing': () => 'It is done, but on no day. Please add the day.',
  'times-unreadable': (name, text) =>
    `“${text}” under “${name}” is no number of times. Please write a number.`,
  'twice-in-file': () => 'An earlier row of this file says the same; it comes in once.',
  'already-imported': () => 'This row came in before; it does not come in again.',
  'too-many-rows': () => 'At most 5,000 rows come in at once. Please put the rest into another file.',
}

export const words: ImportWords = {
  pageTitle: 'Bring in an old ledger',
  back: 'Back to the ledger',
  what: 'Brings in the ledger that was kept before: each row becomes a matter and its promise, with the first day it had. What was done already counts as unrated; nobody is said to be satisfied.',
  file: 'Choose the ledger’s file',
  fileWhat: 'Excel (.xlsx) or CSV. It can also be dropped here.',
  fileUnreadable: 'This file cannot be opened. Please save it from Excel as .xlsx or CSV and try again.',
  fileTooLarge:
    'This file is larger than any ledger. Please keep only the sheet with the rows, or save it as CSV.',
  nothingInFile: 'There is not one row in this file. Please choose another.',
  notYours: 'Facilitators and recorders bring in old ledgers',
  notYoursWhat: 'Please ask one of them to log in and open this page.',
  columns: 'Which column is what',
  columnsWhat: 'Guessed from the headings; change what is wrong. Columns of no use are passed over.',
  column,
  passOver: 'Pass over',
  unnamed: (at) => `Column ${at}`,
  example: 'such as',
  counted: (good, wrong) => `${good} rows can come in, ${wrong} have to be put right first.`,
  wrongRows: 'Rows to put right',
  wrongWhat: 'Put them right here; each can come in at once. What is left stays here and is not lost.',
  moreWrong: (count) => `${count} more to put right show up as these are done.`,
  goodRows: 'Rows that can come in',
  moreGood: (count) => `${count} more are not listed.`,
  line: (line) => `Row ${line}`,
  problem: ({ column: of, code, text }) => PROBLEMS[code](of ? column[of] : '', text),
  bringIn: (count) => `Bring in ${count} rows`,
  bringing: 'Bringing in',
  broughtIn: (count) => `${count} rows came in`,
  seeLedger: 'See the ledger',
  takeRest: (count) => `Save the ${count} rows left as a table`,
  restFile: 'rows-left',
  anotherFile: 'Choose another file',
  takeAway: 'Take the ledger away',
  asTable: 'CSV',
  asWorkbook: 'Excel',
}
