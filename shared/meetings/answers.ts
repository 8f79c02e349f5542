import Type, { type TSchema } from 'typebox'
import { Closed, Id, OneOf, OrNull, TextOrNull, schemaFor } from '../kernel/schema.ts'
import type { Language } from '../words/language.ts'
import type { Format } from './formats.ts'
import { AGENDA_KINDS, type AgendaItem, type AgendaPromise, type Meeting } from './meeting.ts'

export const PHASE_ANSWERS = ['planned', 'open', 'closed', 'signed'] as const
const MODERATIONS = ['held', 'straight'] as const
const MOODS = ['night', 'day'] as const

const inLanguages = <Schema extends TSchema>(of: Schema) => Closed({ 'zh-Hans': of, 'zh-Hant': of, en: of })

export const InLanguagesAnswer = schemaFor<Readonly<Record<Language, string>>>()(inLanguages(Type.String()))
export const MoodAnswer = OneOf(MOODS)

export const MeetingAnswer = schemaFor<Meeting>()(
  Closed({
    id: Id(),
    placeId: Id(),
    format: Type.String(),
    title: Type.String(),
    onDay: Type.String(),
    beginsAt: TextOrNull(),
    venue: TextOrNull(),
    phase: OneOf(PHASE_ANSWERS),
    moderation: OneOf(MODERATIONS),
    code: TextOrNull(),
    openedAt: TextOrNull(),
    closedAt: TextOrNull(),
    currentAgendaItemId: TextOrNull(),
    floor: OrNull(Closed({ speaker: Type.String(), personId: TextOrNull(), since: Type.String() })),
    wall: Type.Union([
      Closed({ kind: Type.Literal('talk') }),
      Closed({ kind: Type.Literal('promise'), commitmentId: Id() }),
      Closed({ kind: Type.Literal('review'), commitmentId: Id() }),
    ]),
    wallClearedSeq: Type.Integer(),
    isFrozen: Type.Boolean(),
    minutesVersion: Type.Integer(),
    erratum: OrNull(Closed({ reason: Type.String(), by: Type.String(), openedAt: Type.String() })),
  }),
)

export const AgendaItemAnswer = schemaFor<AgendaItem>()(
  Closed({
    id: Id(),
    meetingId: Id(),
    title: Type.String(),
    position: Type.Number(),
    startedAt: TextOrNull(),
    kind: OneOf(AGENDA_KINDS),
    concernId: TextOrNull(),
  }),
)

export const AgendaPromiseAnswer = schemaFor<AgendaPromise>()(
  Closed({ meetingId: Id(), commitmentId: Id(), position: Type.Number() }),
)

export const FormatAnswer = schemaFor<Format>()(
  Closed({
    key: Type.String(),
    mood: MoodAnswer,
    moderation: OneOf(MODERATIONS),
    turnMs: Type.Integer(),
    name: InLanguagesAnswer,
    rule: InLanguagesAnswer,
    agenda: inLanguages(Type.Unsafe<readonly [string, string]>(Type.Array(Type.String()))),
  }),
)

export const MeetingsViewAnswer = Closed({
  asOf: Type.Integer(),
  today: Type.String(),
  meetings: Type.Array(MeetingAnswer),
})
