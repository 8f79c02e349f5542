import type { Lane } from '../comments/comment.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { holds, isSelf, type Actor, type Instant, type NewEvent } from '../kernel/event.ts'
import type { ActorId, AgendaItemId, CommentId, ConcernId, MeetingId, PlaceId } from '../kernel/id.ts'
import { ANSWERS, TAKES_IN } from '../permissions/groups.ts'
import type { DayLimit } from '../calendar/counting.ts'

export const MAX_CONCERN_LENGTH = 280
export const MAX_CONCERN_NAME_LENGTH = 30
export const MAX_OUTCOME_LENGTH = 280
export const MAX_REFERRED_TO_LENGTH = 40
/** So many matters one phone may put into the opinion box in a day. */
export const MAX_FORMS_A_DAY = 10

/** `raised` until its wording is agreed with whoever raised it; `reopened` waits for an outcome again. */
export const CONCERN_STATES = [
  'raised',
  'recorded',
  'answered',
  'promised',
  'referred',
  'assembly',
  'declined',
  'rated',
  'closed',
  'reopened',
  'withdrawn',
  'merged',
] as const
export type ConcernState = (typeof CONCERN_STATES)[number]

/** How it came to the place: at a meeting, or in one of the ways between two of them. */
export const CONCERN_CHANNELS = ['meeting', 'form', 'call', 'paper', 'visit', 'import'] as const
export type ConcernChannel = (typeof CONCERN_CHANNELS)[number]

/** Said in so many words, seen on the spot, or gathered from hints. */
export const CONCERN_KINDS = ['stated', 'observed', 'inferred'] as const
export type ConcernKind = (typeof CONCERN_KINDS)[number]

export const CATEGORIES = [
  'infrastructure',
  'environment',
  'livelihood',
  'industry',
  'village-funds',
  'dispute',
  'other',
] as const
export type Category = (typeof CATEGORIES)[number]

export const SIZES = ['small', 'general', 'complex', 'hard'] as const
export type Size = (typeof SIZES)[number]

/** 一老一幼一特: shown as totals of a group only. */
export const GROUPS = ['elders', 'children', 'special-needs'] as const
export type Group = (typeof GROUPS)[number]

/** Where somebody can lawfully go with what is not the village's to settle. */
export const ROUTES = [
  'hotline',
  'petition',
  'court',
  'police',
  'arbitration',
  'mediation',
  'department',
] as const
export type Route = (typeof ROUTES)[number]

/** What a matter may leave an evening with. */
export const GIVEN_OUTCOMES = ['answered', 'promised', 'referred', 'assembly', 'declined'] as const
export type GivenOutcome = (typeof GIVEN_OUTCOMES)[number]

/** `disagreed`: judged not good enough at the top of the ladder; what stays open is a formal way outside it. */
export const CLOSED_AS = ['rated', 'unrated', 'disagreed'] as const
export type ClosedAs = (typeof CLOSED_AS)[number]

/** 信访工作条例 35: whoever disagrees asks for a review within thirty days. */
export const ROUTE_AT_THE_TOP: Route = 'petition'

/** How long a matter of this size may take where the catalogue says nothing; null: today. */
export const LIMIT_OF_SIZE: Readonly<Record<Size, DayLimit | null>> = {
  small: null,
  general: { unit: 'working', count: 5 },
  complex: { unit: 'natural', count: 15 },
  hard: { unit: 'natural', count: 60 },
}

/** Days after an outcome on which whoever raised the matter is asked how it went. */
export const ASK_AFTER_DAYS = [3, 14, 28] as const
const WINDOW_DAYS = 7

/** True once the last asking has stayed without an answer: the matter is unrated, never "satisfied". */
export const isRatingOver = (settledOn: Day, today: Day): boolean =>
  today > addDays(settledOn, ASK_AFTER_DAYS[2] + WINDOW_DAYS)

export interface ConcernTags {
  readonly kind: ConcernKind
  readonly category: Category
  readonly size: Size
  readonly groups: readonly Group[]
  /** The grid it belongs to. */
  readonly gridId: PlaceId | null
}

export interface Concern extends ConcernTags {
  readonly id: ConcernId
  /** Gap-free public number within its place. */
  readonly no: number
  /** Where it was said; null for what came in between two meetings. */
  readonly meetingId: MeetingId | null
  readonly channel: ConcernChannel
  readonly agendaItemId: AgendaItemId | null
  readonly commentId: CommentId | null
  readonly lane: Lane
  readonly state: ConcernState
  readonly raisedById: ActorId | null
  /** Name of whoever raised it, or null for none (or where the viewer may not know). */
  readonly raisedBy: string | null
  readonly text: string
  /** The answer, or the reason of a decline or a referral. */
  readonly outcome: string | null
  readonly referredTo: string | null
  readonly route: Route | null
  readonly raisedAt: Instant
  readonly settledAt: Instant | null
  readonly settledOn: Day | null
  /** Which outcome it was given, whatever was said of that later. */
  readonly settledAs: GivenOutcome | null
  /** Who gave the outcome; for staff. */
  readonly settledById: ActorId | null
  /** How many people asked for it: those of matters put together with it count. */
  readonly voices: number
  readonly mergedIntoId: ConcernId | null
  readonly timesReopened: number
  /** The place above to which the second dissatisfaction took it. */
  readonly escalatedToId: PlaceId | null
  /** It has to be on the agenda of the next meeting and is not yet. */
  readonly isForNextAgenda: boolean
  readonly closedAs: ClosedAs | null
}

/** How far a matter in each state has come; a new state does not compile without it. */
const COURSE: Readonly<Record<ConcernState, 'unread' | 'waiting' | 'settled' | 'closed' | 'gone'>> = {
  raised: 'unread',
  recorded: 'waiting',
  answered: 'settled',
  promised: 'settled',
  referred: 'settled',
  assembly: 'settled',
  declined: 'settled',
  rated: 'settled',
  closed: 'closed',
  reopened: 'waiting',
  withdrawn: 'gone',
  merged: 'gone',
}

/** True while an outcome may be given. */
export const isWaiting = ({ state }: Pick<Concern, 'state'>): boolean => COURSE[state] === 'waiting'

/** Has no outcome yet; its wording may be open too. */
export const isUnsettled = ({ state }: Pick<Concern, 'state'>): boolean =>
  COURSE[state] === 'unread' || COURSE[state] === 'waiting'

/** Has its outcome, and nobody has closed it. */
export const isSettled = ({ state }: Pick<Concern, 'state'>): boolean => COURSE[state] === 'settled'

/** Taken back, or part of another one: it is counted nowhere. */
export const isGone = ({ state }: Pick<Concern, 'state'>): boolean => COURSE[state] === 'gone'

/** The states of which this is true. */
export const concernStatesThat = (is: (one: Pick<Concern, 'state'>) => boolean): readonly ConcernState[] =>
  CONCERN_STATES.filter((state) => is({ state }))

/** What came in between two meetings is public once somebody has read it and its wording is recorded. */
export const isHeldBack = ({
  channel,
  state,
  settledOn,
}: Pick<Concern, 'channel' | 'state' | 'settledOn'>): boolean =>
  channel !== 'meeting' && settledOn === null && (COURSE[state] === 'unread' || COURSE[state] === 'gone')

export const isOver = ({ state }: Pick<Concern, 'state'>): boolean =>
  COURSE[state] === 'closed' || COURSE[state] === 'gone'

/** Whoever keeps the record writes outcomes down; the township gives its own. */
export const mayAnswer = (actor: Actor): boolean => holds(actor, ...ANSWERS)

/** A cadre also answers what came in between two meetings; what was said at one is for those who keep its record. */
export const mayAnswerConcern = (actor: Actor, { meetingId }: Pick<Concern, 'meetingId'>): boolean =>
  mayAnswer(actor) || (meetingId === null && holds(actor, 'cadre'))

/** Cadres too write down what reaches them on the phone or at a door. */
export const mayTakeIn = (actor: Actor): boolean => holds(actor, ...TAKES_IN)

export const isRaiser = (
  actor: Pick<Actor, 'id' | 'alsoIds'>,
  { raisedById }: Pick<Concern, 'raisedById'>,
): boolean => isSelf(actor, raisedById)

type Of<Facts extends object = object> = {
  concernId: ConcernId
  /** Where it was raised. */
  meetingId: MeetingId | null
  /** Another evening that has it on its agenda and is not signed yet: it hears of this too. */
  discussedAtId?: MeetingId
} & Facts

type HeldFacts = Omit<Concern, 'id' | 'meetingId' | 'text' | 'raisedBy'>

export type ConcernEvent =
  | NewEvent<
      'concern-raised',
      Of<{
        no: number
        channel: ConcernChannel
        agendaItemId: AgendaItemId | null
        commentId: CommentId | null
        lane: Lane
        raisedById: ActorId | null
        /** The day on which it was raised, where that was before it was written down here. */
        raisedOn?: Day
        /** Where whoever wrote it says that it belongs. */
        gridId?: PlaceId | null
        /** The grid whose worker gets it first; missing where nobody holds the grid. */
        receivedBy?: PlaceId
      }>,
      { text: string; raisedBy: string | null }
    >
  | NewEvent<
      'concern-recorded',
      Of<{
        by: 'raiser' | 'staff'
        /** The rest of what nobody outside has heard of until now. */ held?: HeldFacts
      }>,
      { text?: string; raisedBy?: string | null }
    >
  | NewEvent<
      'concern-described',
      Of<
        ConcernTags & {
          isHeldBack?: boolean
          /** The grid that it was thought to belong to before. */
          fromGridId?: PlaceId | null
          receivedBy?: PlaceId
        }
      >
    >
  | NewEvent<'concern-reworded', Of<{ isAgreed: boolean; isHeldBack?: boolean }>, { text: string }>
  | NewEvent<'concern-answered', Of<{ on: Day }>, { outcome: string }>
  | NewEvent<
      'concern-referred',
      Of<{ on: Day; route: Route }>,
      { referredTo: string; outcome: string | null }
    >
  | NewEvent<'concern-put-to-assembly', Of<{ on: Day }>, { outcome: string }>
  | NewEvent<'concern-declined', Of<{ on: Day }>, { outcome: string }>
  | NewEvent<'concern-promised', Of<{ on: Day }>>
  | NewEvent<'outcome-taken-back', Of>
  | NewEvent<'concern-withdrawn', Of>
  /** The import that brought it was undone. */
  | NewEvent<'concern-unimported', Of>
  | NewEvent<
      'concern-merged',
      Of<{ intoId: ConcernId; intoMeetingId: MeetingId | null; /** Of both together. */ voices: number }>
    >
  | NewEvent<
      'merge-taken-back',
      Of<{
        intoId: ConcernId
        intoMeetingId: MeetingId | null
        /** Of the other one, now alone. */
        voices: number
        state: 'raised' | 'recorded' | 'reopened'
        /** Those that had been put together with it before. */
        followerIds: readonly ConcernId[]
      }>
    >
  | NewEvent<'concern-marked-for-next', Of<{ isForNextAgenda: boolean }>>
  /** Somebody asks for the same; who that was stands in the table of voices only. */
  | NewEvent<'voice-added', Of<{ /** With this one. */ voices: number }>>
  /** Staff wrote it down for somebody, who follows it from now on by the code on a paper slip. */
  | NewEvent<'slip-handed-out', Of<{ raisedById: ActorId }>>
  | NewEvent<'concern-rated', Of>
  | NewEvent<'concern-reopened', Of<{ /** How often, this time included. */ round: number }>>
  | NewEvent<'concern-escalated', Of<{ toPlaceId: PlaceId | null; isForNextAgenda: boolean }>>
  | NewEvent<'concern-put-on-agenda', Of<{ onMeetingId: MeetingId; agendaItemId: AgendaItemId }>>
  | NewEvent<'concern-closed', Of<{ as: ClosedAs; /** The lawful way that stays open. */ route?: Route }>>
