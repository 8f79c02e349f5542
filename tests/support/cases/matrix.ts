import type { CommandName, Holds, SameNames } from '../../../shared/api.ts'
import type { Case } from './case.ts'
import { COMMENT_CASES, MINUTES_CASES } from './cases-evening.ts'
import { CUSTODY_CASES, RATING_CASES, ROBOT_CASES } from './cases-ladder.ts'
import { LEDGER_CASES } from './cases-ledger.ts'
import { COMMITMENT_CASES, CONCERN_CASES } from './cases-matters.ts'
import { UNCONFIRMED_CASES } from './cases-unconfirmed.ts'
import { VOICE_CASES } from './cases-voices.ts'
import { VISIT_CASES } from './cases-visits.ts'
import {
  CALENDAR_CASES,
  CATALOGUE_CASES,
  MEETING_CASES,
  PARTNER_CASES,
  PLACE_CASES,
  ROSTER_CASES,
} from './cases-place.ts'

/** Every command, in an order in which one evening can live through them. */
const ROWS = [
  ...PLACE_CASES,
  ...CALENDAR_CASES,
  ...ROSTER_CASES,
  ...PARTNER_CASES,
  ...CATALOGUE_CASES,
  ...MEETING_CASES,
  ...COMMENT_CASES,
  ...VOICE_CASES,
  ...CONCERN_CASES,
  ...VISIT_CASES,
  ...COMMITMENT_CASES,
  ...UNCONFIRMED_CASES,
  ...CUSTODY_CASES,
  ...RATING_CASES,
  ...ROBOT_CASES,
  ...LEDGER_CASES,
  ...MINUTES_CASES,
] as const

export const MATRIX: readonly Case[] = ROWS

/** A command of a contract without its row does not compile, nor does a row without a command. */
export type EveryCommandHasItsRow = Holds<SameNames<CommandName, (typeof ROWS)[number]['name']>>
