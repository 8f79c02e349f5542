import type { Decide } from '../kernel/command.ts'
import { firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import { asGovernor, type Place } from '../places/place.ts'
import {
  MAX_ADDRESS_LENGTH,
  isAddressOf,
  MAX_ROBOTS,
  MAX_SECRET_LENGTH,
  shownOf,
  type Robot,
  type RobotEvent,
} from './robot.ts'
import type { RemoveRobot, SetRobot } from './schema.ts'

export interface SetRobotState {
  readonly place: Pick<Place, 'kind'> | null
  readonly robots: readonly Robot[]
  readonly isTaken: boolean
  /** The place already has a robot with this address. */
  readonly isKnown: boolean
}

/** Whoever governs a place says which groups are reminded. */
export const decideSetRobot: Decide<SetRobot, SetRobotState, RobotEvent> = (command, state, actor) => {
  const { robotId, kind, language } = command
  const wrong = commandRefusal('set-robot', actor, asGovernor(actor, state.place))
  if (wrong) return wrong
  if (!state.place) return refuse('not-found', 'placeId')
  const address = command.address.trim()
  const secret = command.secret?.trim() ?? null
  const refusal = firstRefusal(
    state.isTaken && refuse('already-exists', 'robotId'),
    state.robots.length >= MAX_ROBOTS && refuse('too-many', 'robotId', MAX_ROBOTS),
    textRefusal('address', address, MAX_ADDRESS_LENGTH),
    !isAddressOf(kind, address) && refuse('field-wrong', 'address'),
    state.isKnown && refuse('already-exists', 'address'),
    secret !== null && textRefusal('secret', secret, MAX_SECRET_LENGTH),
    // Robots of this kind know no signature: a secret here belongs to another one.
    secret !== null && kind === 'wecom' && refuse('field-wrong', 'secret'),
  )
  if (refusal) return refusal
  const data = { robotId, kind, language, ...shownOf(address), isSigned: secret !== null }
  return [{ type: 'robot-set', data, words: { address, secret } }]
}

export interface RemoveRobotState {
  readonly place: Pick<Place, 'kind'> | null
  readonly robot: Robot | null
}

export const decideRemoveRobot: Decide<RemoveRobot, RemoveRobotState, RobotEvent> = (
  { robotId },
  { place, robot },
  actor,
) => {
  const wrong = commandRefusal('remove-robot', actor, asGovernor(actor, place))
  if (wrong) return wrong
  if (!robot) return refuse('not-found', 'robotId')
  return [{ type: 'robot-removed', data: { robotId }, words: {} }]
}
