import type { RobotEvent } from '../../../shared/notices/robot.ts'
import { eraseWords } from '../../journal/erasing.ts'
import type { Projections } from '../../journal/handler.ts'

export const projectRobots: Projections<RobotEvent> = {
  'robot-set': (work, { placeId, seq, recordedAt: setAt, data, words }) => {
    const { robotId: id, kind, language, host, ending } = data
    const { address, secret } = words
    const row = { id, placeId, kind, language, host, ending, address, secret, seq, setAt }
    return work.insertInto('robots').values(row).execute()
  },
  // The key to the group goes with the robot: from its row and from the words of the journal.
  'robot-removed': async (work, { placeId, data: { robotId } }) => {
    const removed = await work
      .deleteFrom('robots')
      .where('id', '=', robotId)
      .where('placeId', '=', placeId)
      .returning('seq')
      .executeTakeFirst()
    await work.deleteFrom('deliveries').where('receiverId', '=', robotId).execute()
    await work.deleteFrom('deliveryAttempts').where('receiverId', '=', robotId).execute()
    if (removed) await eraseWords(work, placeId, [removed.seq])
  },
}
