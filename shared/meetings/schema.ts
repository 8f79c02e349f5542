import Type, { type Static } from 'typebox'
import { Command, DayText, Id, IdOrNull, OneOf, TextUpTo, TimeTextOrNull } from '../kernel/schema.ts'
import {
  MAX_AGENDA_ITEMS,
  AGENDA_KINDS,
  MAX_AGENDA_PROMISES,
  MAX_AGENDA_TITLE_LENGTH,
  MAX_MEETING_TITLE_LENGTH,
  MAX_SPEAKER_LENGTH,
  MAX_VENUE_LENGTH,
} from './meeting.ts'
import { FORMATS } from './formats.ts'

const ModerationText = Type.Union([Type.Literal('held'), Type.Literal('straight')])

const VenueOrNull = () => Type.Union([TextUpTo(MAX_VENUE_LENGTH), Type.Null()])

export const PlanMeeting = Command({
  meetingId: Id(),
  format: OneOf(FORMATS.map(({ key }) => key)),
  title: TextUpTo(MAX_MEETING_TITLE_LENGTH),
  onDay: DayText(),
  beginsAt: Type.Optional(TimeTextOrNull()),
  venue: Type.Optional(VenueOrNull()),
  agenda: Type.Array(
    Type.Object(
      {
        agendaItemId: Id(),
        title: TextUpTo(MAX_AGENDA_TITLE_LENGTH),
        kind: Type.Optional(OneOf(AGENDA_KINDS)),
        /** The matter that the item is about. */
        concernId: Type.Optional(IdOrNull()),
      },
      { additionalProperties: false },
    ),
    { maxItems: MAX_AGENDA_ITEMS },
  ),
  /** Promises of before that are looked at, in order; all that wait where the plan does not say. */
  promises: Type.Optional(Type.Array(Id(), { maxItems: MAX_AGENDA_PROMISES })),
})
export type PlanMeeting = Static<typeof PlanMeeting>

export const RenameMeeting = Command({ meetingId: Id(), title: TextUpTo(MAX_MEETING_TITLE_LENGTH) })
export type RenameMeeting = Static<typeof RenameMeeting>

/** The day only until it begins; time and venue until somebody has signed. */
export const RescheduleMeeting = Command({
  meetingId: Id(),
  onDay: DayText(),
  beginsAt: TimeTextOrNull(),
  venue: VenueOrNull(),
})
export type RescheduleMeeting = Static<typeof RescheduleMeeting>

export const AddAgendaItem = Command({
  meetingId: Id(),
  agendaItemId: Id(),
  title: TextUpTo(MAX_AGENDA_TITLE_LENGTH),
})
export type AddAgendaItem = Static<typeof AddAgendaItem>

export const RenameAgendaItem = Command({
  meetingId: Id(),
  agendaItemId: Id(),
  title: TextUpTo(MAX_AGENDA_TITLE_LENGTH),
})
export type RenameAgendaItem = Static<typeof RenameAgendaItem>

/** Moves it behind another item, or to the front with null. */
export const MoveAgendaItem = Command({
  meetingId: Id(),
  agendaItemId: Id(),
  afterAgendaItemId: Type.Union([Id(), Type.Null()]),
})
export type MoveAgendaItem = Static<typeof MoveAgendaItem>

export const DropAgendaItem = Command({ meetingId: Id(), agendaItemId: Id() })
export type DropAgendaItem = Static<typeof DropAgendaItem>

export const PutPromiseOnAgenda = Command({ meetingId: Id(), commitmentId: Id() })
export type PutPromiseOnAgenda = Static<typeof PutPromiseOnAgenda>

export const TakePromiseOffAgenda = Command({ meetingId: Id(), commitmentId: Id() })
export type TakePromiseOffAgenda = Static<typeof TakePromiseOffAgenda>

/** Puts one of these promises on the wall, to be looked at and judged. */
export const ShowPromise = Command({ meetingId: Id(), commitmentId: Id() })
export type ShowPromise = Static<typeof ShowPromise>

export const OpenMeeting = Command({ meetingId: Id() })
export type OpenMeeting = Static<typeof OpenMeeting>

export const SetModeration = Command({ meetingId: Id(), moderation: ModerationText })
export type SetModeration = Static<typeof SetModeration>

export const StartAgendaItem = Command({ meetingId: Id(), agendaItemId: Id() })
export type StartAgendaItem = Static<typeof StartAgendaItem>

export const GiveFloor = Command({
  meetingId: Id(),
  speaker: TextUpTo(MAX_SPEAKER_LENGTH),
  personId: Type.Union([Id(), Type.Null()]),
})
export type GiveFloor = Static<typeof GiveFloor>

export const ClearFloor = Command({ meetingId: Id() })
export type ClearFloor = Static<typeof ClearFloor>

export const ClearWall = Command({ meetingId: Id() })
export type ClearWall = Static<typeof ClearWall>

export const CloseMeeting = Command({ meetingId: Id() })
export type CloseMeeting = Static<typeof CloseMeeting>

/** Undoes a close by slip, until somebody has signed. */
export const ReopenMeeting = Command({ meetingId: Id() })
export type ReopenMeeting = Static<typeof ReopenMeeting>
