import type { PlaceId, RobotId } from '../../shared/kernel/id.ts'
import type { Delivery, Robot } from '../../shared/notices/robot.ts'
import type { Reader } from '../storage/database.ts'
import type { RobotRow } from '../storage/tables/robots.ts'

const DELIVERIES_SHOWN = 60

/** What of a robot may be told to the staff: neither its address nor its secret. */
export const robotIn = ({ id, kind, language, host, ending, secret, setAt }: RobotRow): Robot => ({
  id,
  kind,
  language,
  host,
  ending,
  isSigned: secret !== null,
  setAt,
})

export function robotRowsOf(reader: Reader, placeId: PlaceId): Promise<RobotRow[]> {
  return reader
    .selectFrom('robots')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('setAt')
    .orderBy('id')
    .execute()
}

/** Ids are unique everywhere, so this looks beyond the place. */
export async function isRobotTaken(reader: Reader, robotId: RobotId): Promise<boolean> {
  return (
    (await reader.selectFrom('robots').select('id').where('id', '=', robotId).executeTakeFirst()) !==
    undefined
  )
}

export async function placesWithRobots(reader: Reader): Promise<readonly PlaceId[]> {
  const rows = await reader.selectFrom('robots').select('placeId').distinct().orderBy('placeId').execute()
  return rows.map(({ placeId }) => placeId)
}

/** How the last messages to the groups of a place went, the newest first. */
export async function deliveriesOf(reader: Reader, placeId: PlaceId): Promise<readonly Delivery[]> {
  const rows = await reader
    .selectFrom('deliveries')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('onDay', 'desc')
    .orderBy('robotId')
    .limit(DELIVERIES_SHOWN)
    .execute()
  const attempts = await reader
    .selectFrom('deliveryAttempts')
    .selectAll()
    .where('placeId', '=', placeId)
    .where('onDay', 'in', ['', ...new Set(rows.map(({ onDay }) => onDay))])
    .orderBy('number')
    .execute()
  return rows.map(({ robotId, onDay, state, sentOn, nextAt }) => ({
    robotId,
    onDay,
    state,
    sentOn,
    nextAt: state === 'waiting' ? nextAt : null,
    attempts: attempts
      .filter((one) => one.robotId === robotId && one.onDay === onDay)
      .map(({ number, at, outcome }) => ({ number, at, outcome })),
  }))
}
