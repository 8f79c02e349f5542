import Type, { type Static } from 'typebox'
import {
  CATEGORIES,
  MAX_CONCERN_LENGTH,
  MAX_CONCERN_NAME_LENGTH,
  MAX_OUTCOME_LENGTH,
} from '../concerns/concern.ts'
import {
  MAX_CO_OWNERS,
  MAX_MEASURE_LENGTH,
  MAX_OWNER_LENGTH,
  MAX_PART_LENGTH,
  MAX_REASON_LENGTH,
} from '../commitments/commitment.ts'
import { Closed, Command, DayText, Id, IdOrNull, OneOf, TextUpTo } from '../kernel/schema.ts'
import { IMPORT_ROWS_AT_ONCE, MAX_IMPORT_STEPS } from './import/import.ts'
import { MONTH_PATTERN } from './month/month.ts'
import { LANGUAGES } from '../words/language.ts'
import {
  CALENDAR_SCOPES,
  LEDGER_SORTS,
  LEDGER_STANDINGS,
  LEDGER_VIEWS,
  LEDGER_WANTS,
  MAX_SEARCH_LENGTH,
  MAX_VIEW_NAME_LENGTH,
} from './ledger.ts'

const Strict = { additionalProperties: false }
const MAX_CURSOR_LENGTH = 200
// A matter's longest text, each letter of several code points.
const MAX_ALIKE_LENGTH = 600
// PostgreSQL takes no NUL, and nobody searches for a control character.
const VISIBLE = '^[^\\u0000-\\u001f\\u007f]*$'

export const AtPlace = Type.Object({ placeId: Id() })

export const AtMatter = Type.Object({ placeId: Id(), matterId: Id() })

const asked = {
  view: Type.Optional(OneOf(LEDGER_VIEWS)),
  standing: Type.Optional(OneOf(LEDGER_STANDINGS)),
  q: Type.Optional(Type.String({ maxLength: MAX_SEARCH_LENGTH, pattern: VISIBLE })),
  sort: Type.Optional(OneOf(LEDGER_SORTS)),
}

export const LedgerQuery = Type.Object(
  {
    ...asked,
    wants: Type.Optional(OneOf(LEDGER_WANTS)),
    after: Type.Optional(Type.String({ minLength: 1, maxLength: MAX_CURSOR_LENGTH, pattern: '^[\\w-]+$' })),
  },
  Strict,
)

export const UnpromisedQuery = Type.Object(
  {
    view: Type.Optional(OneOf(LEDGER_VIEWS)),
    q: Type.String({ minLength: 1, maxLength: MAX_SEARCH_LENGTH, pattern: VISIBLE }),
  },
  Strict,
)

export const AlikeQuery = Type.Object(
  { q: Type.String({ minLength: 1, maxLength: MAX_ALIKE_LENGTH, pattern: VISIBLE }) },
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

export const AtCalendarLink = Closed({ linkId: Id() })

const orNull = <Schema extends import('typebox').TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

const ImportPromise = Type.Object(
  {
    measure: orNull(TextUpTo(MAX_MEASURE_LENGTH)),
    owner: TextUpTo(MAX_OWNER_LENGTH),
    ownerId: Type.Optional(IdOrNull()),
    coOwners: Type.Array(
      Type.Object(
        {
          name: TextUpTo(MAX_OWNER_LENGTH),
          part: TextUpTo(MAX_PART_LENGTH),
          personId: Type.Optional(IdOrNull()),
        },
        Strict,
      ),
      { maxItems: MAX_CO_OWNERS },
    ),
    firstDueOn: DayText(),
    dueOn: DayText(),
    timesMoved: Type.Integer({ minimum: 0, maximum: 99 }),
    progress: Type.Array(TextUpTo(MAX_REASON_LENGTH), { maxItems: MAX_IMPORT_STEPS }),
    report: orNull(TextUpTo(MAX_REASON_LENGTH)),
  },
  Strict,
)

/** One good row of an old ledger; ids come from whoever made the preview. */
export const ImportRow = Type.Object(
  {
    concernId: Id(),
    commitmentId: Id(),
    text: TextUpTo(MAX_CONCERN_LENGTH),
    raisedBy: orNull(TextUpTo(MAX_CONCERN_NAME_LENGTH)),
    raisedOn: DayText(),
    category: OneOf(CATEGORIES),
    gridId: IdOrNull(),
    answer: orNull(TextUpTo(MAX_OUTCOME_LENGTH)),
    promise: orNull(ImportPromise),
    isDone: Type.Boolean(),
    doneOn: orNull(DayText()),
    remark: orNull(TextUpTo(MAX_REASON_LENGTH)),
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
  { viewId: Id(), placeId: Id(), name: TextUpTo(MAX_VIEW_NAME_LENGTH), question: Type.Object(asked, Strict) },
  Strict,
)
export type SaveView = Static<typeof SaveView>

export const AtSavedView = Closed({ viewId: Id() })
