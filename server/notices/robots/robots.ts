import type { PersonId, PlaceId, RobotId } from '../../../shared/kernel/id.ts'
import type { Delivery, Robot } from '../../../shared/notices/robot.ts'
import type { Reader } from '../../storage/database.ts'
import type { DeliveryRow, RobotRow } from '../../storage/tables/robots.ts'

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

/** How the last messages to the groups of a place, or to the people there by mail, went; the newest first. */
export function deliveriesOf(
  reader: Reader,
  placeId: PlaceId,
  to: 'robots' | 'mailboxes' = 'robots',
): Promise<readonly Delivery[]> {
  const ids =
    to === 'robots'
      ? reader.selectFrom('robots').select('id').where('placeId', '=', placeId)
      : reader.selectFrom('mailboxes').select('personId as id')
  const rows = newest(reader).where('placeId', '=', placeId).where('receiverId', 'in', ids)
  return withAttempts(reader, rows.execute())
}

/** How the last mails to one person went. */
export const mailsTo = (reader: Reader, personId: PersonId): Promise<readonly Delivery[]> =>
  withAttempts(reader, newest(reader).where('receiverId', '=', personId).execute())

const newest = (reader: Reader) =>
  reader
    .selectFrom('deliveries')
    .selectAll()
    .orderBy('onDay', 'desc')
    .orderBy('receiverId')
    .limit(DELIVERIES_SHOWN)

async function withAttempts(reader: Reader, found: Promise<DeliveryRow[]>): Promise<readonly Delivery[]> {
  const rows = await found
  const attempts = await reader
    .selectFrom('deliveryAttempts')
    .selectAll()
    .where('receiverId', 'in', ['', ...new Set(rows.map(({ receiverId }) => receiverId))])
    .where('onDay', 'in', ['', ...new Set(rows.map(({ onDay }) => onDay))])
    .orderBy('number')
    .execute()
  return rows.map(({ receiverId, onDay, state, sentOn, nextAt }) => ({
    receiverId,
    onDay,
    state,
    sentOn,
    nextAt: state === 'waiting' ? nextAt : null,
    attempts: attempts
      .filter((one) => one.receiverId === receiverId && one.onDay === onDay)
      .map(({ number, at, outcome }) => ({ number, at, outcome })),
  }))
}
