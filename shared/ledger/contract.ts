import Type from 'typebox'
import { AnyQuery, AtPlace, Nothing } from '../kernel/schema.ts'
import { AlikeAnswer } from '../concerns/answers.ts'
import {
  CalendarLinksAnswer,
  CountersignsViewAnswer,
  FiguresViewAnswer,
  ImportedViewAnswer,
  LedgerBelowAnswer,
  LedgerPageAnswer,
  LedgerUnpromisedAnswer,
  LedgerViewAnswer,
  RisingViewAnswer,
  SavedViewsAnswer,
  WaitingViewAnswer,
} from './answers.ts'
import { MatterViewAnswer, MineViewAnswer } from './matter/story-answers.ts'
import { command, read } from '../kernel/contract.ts'
import {
  AlikeQuery,
  AtMatter,
  CountersignMonth,
  ImportLedger,
  LedgerQuery,
  UndoImport,
  UnpromisedQuery,
} from './schema.ts'

/** What one may ask of ledger. */
export const ledgerCommands = [
  command('import-ledger', ImportLedger),
  command('undo-import', UndoImport),
  command('countersign-month', CountersignMonth),
] as const

/** What one may read about the promises of a place and what became of its matters. */
export const ledgerReads = [
  read('/api/places/:placeId/ledger', {
    summary: 'Promises of a place: all of them, or with view, standing, q, sort or after a page of those',
    params: AtPlace,
    query: LedgerQuery,
    answer: Type.Union([LedgerViewAnswer, LedgerPageAnswer]),
  }),
  read('/api/places/:placeId/ledger/below', {
    summary: 'How the promises of each village below a place stand, and all of them together',
    params: AtPlace,
    query: AnyQuery,
    answer: LedgerBelowAnswer,
  }),
  read('/api/places/:placeId/ledger/unpromised', {
    summary: 'Matters for which nothing was promised yet, by their words, number or the day they were raised',
    params: AtPlace,
    query: UnpromisedQuery,
    answer: LedgerUnpromisedAnswer,
  }),
  read('/api/places/:placeId/ledger/imported', {
    summary: 'For the staff: keys of the rows of old ledgers that came in here before',
    params: AtPlace,
    query: AnyQuery,
    answer: ImportedViewAnswer,
  }),
  read('/api/places/:placeId/matters/:matterId', {
    summary: 'One matter with its whole story, by its own id or by that of a promise for it',
    params: AtMatter,
    query: AnyQuery,
    answer: MatterViewAnswer,
  }),
  read('/api/places/:placeId/mine', {
    summary:
      'The matters that whoever asks has raised at a place, what became of them and what they may judge',
    params: AtPlace,
    query: AnyQuery,
    answer: MineViewAnswer,
  }),
  read('/api/places/:placeId/figures', {
    summary:
      'Kept on time by month, age of open matters, channels and rates; above villages without small groups',
    params: AtPlace,
    query: AnyQuery,
    answer: FiguresViewAnswer,
  }),
  read('/api/places/:placeId/alike', {
    summary: "Matters of the place's own record that ask for something alike, the most alike first",
    params: AtPlace,
    query: AlikeQuery,
    answer: AlikeAnswer,
  }),
  read('/api/places/:placeId/rising', {
    summary: 'Matters of the last 90 days that are alike, of the place or of the villages below it',
    params: AtPlace,
    query: AnyQuery,
    answer: RisingViewAnswer,
  }),
  read('/api/places/:placeId/countersigns', {
    summary: 'Which months of a place were countersigned by its supervision, for everybody',
    params: AtPlace,
    query: AnyQuery,
    answer: CountersignsViewAnswer,
  }),
  read('/api/places/:placeId/waiting', {
    summary: 'For the level above: promises below it that are red, late or wait for a later day',
    params: AtPlace,
    query: AnyQuery,
    answer: WaitingViewAnswer,
  }),
  read('/api/saved-views', {
    summary: 'One’s own views of the ledger, by name',
    params: Nothing,
    query: AnyQuery,
    answer: SavedViewsAnswer,
  }),
  read('/api/calendar-links', {
    summary: 'One’s own calendars, without their addresses',
    params: Nothing,
    query: AnyQuery,
    answer: CalendarLinksAnswer,
  }),
] as const
