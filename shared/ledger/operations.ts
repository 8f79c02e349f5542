import Type from 'typebox'
import { operation } from '../kernel/contract.ts'
import { Closed, Nothing } from '../kernel/schema.ts'
import { SavedViewAnswer, calendarLinkFields } from './answers.ts'
import { AtCalendarLink, AtSavedView, MakeCalendarLink, SaveView } from './schema.ts'

/** What somebody keeps of the ledger for themselves. */
export const ledgerOperations = {
  saveView: operation('saveView', 'POST', '/api/saved-views', {
    summary: 'Keep a view of the ledger under a name; sent again with the same id, it is kept once',
    params: Nothing,
    body: SaveView,
    answer: SavedViewAnswer,
  }),
  dropView: operation('dropView', 'DELETE', '/api/saved-views/:viewId', {
    summary: 'Forget a view of the ledger',
    params: AtSavedView,
    body: Nothing,
    answer: AtSavedView,
  }),
  makeCalendarLink: operation('makeCalendarLink', 'POST', '/api/calendar-links', {
    summary: 'An address at which one’s own promises, or those of a place, are a calendar; told once',
    params: Nothing,
    body: MakeCalendarLink,
    answer: Closed({ ...calendarLinkFields, token: Type.String(), address: Type.String() }),
  }),
  revokeCalendarLink: operation('revokeCalendarLink', 'DELETE', '/api/calendar-links/:linkId', {
    summary: 'Take back an address; whoever asks there finds nothing any more',
    params: AtCalendarLink,
    body: Nothing,
    answer: AtCalendarLink,
  }),
} as const
