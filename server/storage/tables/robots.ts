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

/** The message of one day to one group. */
export interface DeliveryRow {
  robotId: string
  placeId: string
  onDay: string
  state: DeliveryState
  attempts: number
  nextAt: string
  /** The day at the place on which the group got it. */
  sentOn: string | null
}

export interface DeliveryAttemptRow {
  robotId: string
  placeId: string
  onDay: string
  number: number
  at: string
  outcome: string
}
