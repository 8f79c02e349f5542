import Type, { type Static } from 'typebox'
import { Id, OneOf, TextUpTo } from '../kernel/schema.ts'
import { LANGUAGES } from '../words/language.ts'
import {
  CALENDAR_SCOPES,
  LEDGER_SORTS,
  LEDGER_STANDINGS,
  LEDGER_VIEWS,
  SEARCH_LONGEST,
  VIEW_NAME_LONGEST,
} from './ledger.ts'

const Strict = { additionalProperties: false }
const CURSOR_LONGEST = 200
// PostgreSQL takes no NUL, and nobody searches for a control character.
const VISIBLE = '^[^\\u0000-\\u001f\\u007f]*$'

export const AtPlace = Type.Object({ placeId: Id() })

export const AtMatter = Type.Object({ placeId: Id(), matterId: Id() })

const asked = {
  view: Type.Optional(OneOf(LEDGER_VIEWS)),
  standing: Type.Optional(OneOf(LEDGER_STANDINGS)),
  q: Type.Optional(Type.String({ maxLength: SEARCH_LONGEST, pattern: VISIBLE })),
  sort: Type.Optional(OneOf(LEDGER_SORTS)),
}

export const LedgerQuery = Type.Object(
  {
    ...asked,
    after: Type.Optional(Type.String({ minLength: 1, maxLength: CURSOR_LONGEST, pattern: '^[\\w-]+$' })),
  },
  Strict,
)

export const InLanguage = Type.Object({ language: Type.Optional(OneOf(LANGUAGES)) }, Strict)

export const MakeCalendarLink = Type.Object(
  { placeId: Id(), scope: OneOf(CALENDAR_SCOPES), language: Type.Optional(OneOf(LANGUAGES)) },
  Strict,
)
export type MakeCalendarLink = Static<typeof MakeCalendarLink>

export const AtCalendarLink = Type.Object({ linkId: Id() })

export const SaveView = Type.Object(
  { viewId: Id(), placeId: Id(), name: TextUpTo(VIEW_NAME_LONGEST), question: Type.Object(asked, Strict) },
  Strict,
)
export type SaveView = Static<typeof SaveView>

export const AtSavedView = Type.Object({ viewId: Id() })
