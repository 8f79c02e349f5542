import type { DeliveryState, RobotKind } from '../../../shared/notices/robot.ts'
import type { Language } from '../../../shared/words/language.ts'

/** A robot of a group chat; whoever has its address can speak in that group. */
export interface RobotRow {
  id: string
  placeId: string
  kind: RobotKind
  language: Language
  host: string
  ending: string
  address: string
  secret: string | null
  /** Of the event whose words hold the address. */
  seq: number
  setAt: string
}

/** The message of one day to one group, or to one person by mail. */
export interface DeliveryRow {
  /** A robot, or the person whose mailbox it is. */
  receiverId: string
  placeId: string
  onDay: string
  state: DeliveryState
  attempts: number
  /** After so many it is given up; null where nobody asked for more. */
  attemptsMost: number | null
  nextAt: string
  /** The day at the place on which it was got. */
  sentOn: string | null
}

export interface DeliveryAttemptRow {
  receiverId: string
  placeId: string
  onDay: string
  number: number
  at: string
  outcome: string
}

/** Where somebody wants to be reminded by mail; whoever erases the row erases the address. */
export interface MailboxRow {
  personId: string
  address: string
  language: Language
  /** Stands in the links of every mail: whoever has it got a mail at this address. */
  token: string
  setAt: string
  /** Nothing but the question whether the address is right goes out before this. */
  confirmedAt: string | null
}
