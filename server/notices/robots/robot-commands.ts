import {
  decideRemoveRobot,
  decideSetRobot,
  type RemoveRobotState,
  type SetRobotState,
} from '../../../shared/notices/decide-robots.ts'
import type { RobotEvent } from '../../../shared/notices/robot.ts'
import type { RemoveRobot, SetRobot } from '../../../shared/notices/schema.ts'
import type { CommandHandler } from '../../journal/handler.ts'
import { isSealOf } from '../../storage/secret-box.ts'
import { findPlace } from '../../places/queries.ts'
import { isRobotTaken, robotIn, robotRowsOf } from './robots.ts'

export const setRobot: CommandHandler<SetRobot, SetRobotState, RobotEvent> = {
  decide: decideSetRobot,
  async load(work, { placeId, robotId, address }) {
    const rows = await robotRowsOf(work, placeId)
    return {
      place: await findPlace(work, placeId),
      robots: rows.map(robotIn),
      isTaken: await isRobotTaken(work, robotId),
      isKnown: rows.some((row) => isSealOf(row.address, address.trim())),
    }
  },
}

export const removeRobot: CommandHandler<RemoveRobot, RemoveRobotState, RobotEvent> = {
  decide: decideRemoveRobot,
  async load(work, { placeId, robotId }) {
    const row = (await robotRowsOf(work, placeId)).find(({ id }) => id === robotId)
    return { place: await findPlace(work, placeId), robot: row ? robotIn(row) : null }
  },
}
