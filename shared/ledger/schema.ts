import Type, { type Static } from 'typebox'
import { CATEGORIES, CONCERN_LONGEST, CONCERN_NAME_LONGEST, OUTCOME_LONGEST } from '../concerns/concern.ts'
import {
  CO_OWNERS_MOST,
  MEASURE_LONGEST,
  OWNER_LONGEST,
  PART_LONGEST,
  REASON_LONGEST,
} from '../commitments/commitment.ts'
import { Command, DayText, Id, IdOrNull, OneOf, TextUpTo } from '../kernel/schema.ts'
import { IMPORT_ROWS_AT_ONCE, IMPORT_STEPS_MOST } from './import.ts'
import { MONTH_PATTERN } from './month.ts'
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
// A matter's longest text, each letter of several code points.
const ALIKE_LONGEST = 600
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

export const AlikeQuery = Type.Object(
  { q: Type.String({ minLength: 1, maxLength: ALIKE_LONGEST, pattern: VISIBLE }) },
  Strict,
)

export const InLanguage = Type.Object({ language: Type.Optional(OneOf(LANGUAGES)) }, Strict)

/** Supervision has read the sheet of a month and stands for it. */
export const CountersignMonth = Command({ month: Type.String({ pattern: MONTH_PATTERN }) })
export type CountersignMonth = Static<typeof CountersignMonth>

export const MakeCalendarLink = Type.Object(
  { placeId: Id(), scope: OneOf(CALENDAR_SCOPES), language: Type.Optional(OneOf(LANGUAGES)) },
  Strict,
)
export type MakeCalendarLink = Static<typeof MakeCalendarLink>

export const AtCalendarLink = Type.Object({ linkId: Id() })

const orNull = <Schema extends import('typebox').TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

const ImportPromise = Type.Object(
  {
    measure: orNull(TextUpTo(MEASURE_LONGEST)),
    owner: TextUpTo(OWNER_LONGEST),
    ownerId: Type.Optional(IdOrNull()),
    coOwners: Type.Array(
      Type.Object(
        {
          name: TextUpTo(OWNER_LONGEST),
          part: TextUpTo(PART_LONGEST),
          personId: Type.Optional(IdOrNull()),
        },
        Strict,
      ),
      { maxItems: CO_OWNERS_MOST },
    ),
    firstDueOn: DayText(),
    dueOn: DayText(),
    timesMoved: Type.Integer({ minimum: 0, maximum: 99 }),
    progress: Type.Array(TextUpTo(REASON_LONGEST), { maxItems: IMPORT_STEPS_MOST }),
    report: orNull(TextUpTo(REASON_LONGEST)),
  },
  Strict,
)

/** One good row of an old ledger; ids come from whoever made the preview. */
export const ImportRow = Type.Object(
  {
    concernId: Id(),
    commitmentId: Id(),
    text: TextUpTo(CONCERN_LONGEST),
    raisedBy: orNull(TextUpTo(CONCERN_NAME_LONGEST)),
    raisedOn: DayText(),
    category: OneOf(CATEGORIES),
    gridId: IdOrNull(),
    answer: orNull(TextUpTo(OUTCOME_LONGEST)),
    promise: orNull(ImportPromise),
    isDone: Type.Boolean(),
    doneOn: orNull(DayText()),
    remark: orNull(TextUpTo(REASON_LONGEST)),
  },
  Strict,
)
export type ImportRow = Static<typeof ImportRow>

export const ImportLedger = Command({
  /** Rows that came together can be taken out together. */
  importId: Type.Optional(Id()),
  rows: Type.Array(ImportRow, { minItems: 1, maxItems: IMPORT_ROWS_AT_ONCE }),
})
export type ImportLedger = Static<typeof ImportLedger>

export const UndoImport = Command({ importId: Id() })
export type UndoImport = Static<typeof UndoImport>

export const SaveView = Type.Object(
  { viewId: Id(), placeId: Id(), name: TextUpTo(VIEW_NAME_LONGEST), question: Type.Object(asked, Strict) },
  Strict,
)
export type SaveView = Static<typeof SaveView>

export const AtSavedView = Type.Object({ viewId: Id() })
