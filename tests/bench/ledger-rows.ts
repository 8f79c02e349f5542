import { randomUUID } from 'node:crypto'
import { list } from '../../server/ledger/list/lines.ts'
import { openDatabase } from '../../server/storage/open.ts'
import type { Work } from '../../server/storage/database.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { openProgress } from '../replay/progress.ts'
import { chance } from './generator/typist.ts'
import { matterOf } from './matters.ts'

const SEED = 100_000
const ROWS_AT_ONCE = 100

export interface Size {
  readonly villages: number
  readonly matters: number
}

/** Villages below a township with their matters, in the tables as the projections would leave them. */
export async function storeLedger(
  dataDir: string,
  townshipId: string,
  today: Day,
  size: Size,
): Promise<void> {
  const random = chance(SEED)
  const each = Math.ceil(size.matters / size.villages)
  const progress = openProgress(`${size.matters} matters in ${size.villages} villages`, size.villages)
  const database = await openDatabase({ databaseUrl: null, dataDir })
  try {
    for (let village = 0; village < size.villages; village++) {
      await database.write((work) => storeVillage(work, townshipId, village, each, today, random))
      progress.step(village + 1)
    }
  } finally {
    progress.end()
    await database.close()
  }
}

async function storeVillage(
  work: Work,
  townshipId: string,
  village: number,
  each: number,
  today: Day,
  random: () => number,
): Promise<void> {
  const [placeId, meetingId] = [randomUUID(), randomUUID()]
  const name = `第${String(village + 1).padStart(3, '0')}村`
  const place = {
    id: placeId,
    kind: 'village' as const,
    parentId: townshipId,
    name,
    timeZone: 'Asia/Shanghai',
  }
  await work.insertInto('places').values(place).execute()
  await work
    .insertInto('meetings')
    .values(eveningAt(placeId, meetingId, today))
    .execute()
  const matters = Array.from({ length: each }, (_, at) => matterOf(placeId, meetingId, at + 1, today, random))
  for (let from = 0; from < each; from += ROWS_AT_ONCE) {
    const some = matters.slice(from, from + ROWS_AT_ONCE)
    await work
      .insertInto('concerns')
      .values(some.map(({ concern }) => concern))
      .execute()
    await work
      .insertInto('commitments')
      .values(some.map(({ commitment }) => commitment))
      .execute()
  }
  const dueChanges = matters.flatMap((matter) => matter.dueChanges)
  if (dueChanges.length > 0) await work.insertInto('dueChanges').values(dueChanges).execute()
  for (const { commitment } of matters) await list(work, commitment.id)
}

const eveningAt = (placeId: string, id: string, onDay: Day) => ({
  ...{
    id,
    placeId,
    format: 'pavilion-talk',
    title: '凉亭夜话',
    onDay,
    beginsAt: null,
    venue: null,
    phase: 'closed' as const,
  },
  ...{ moderation: 'held' as const, code: null, openedAt: null, closedAt: null, currentAgendaItemId: null },
  ...{ floorSpeaker: null, floorPersonId: null, floorSince: null, wallCommitmentId: null },
  ...{ wallKind: 'promise' as const, wallClearedSeq: 0 },
  ...{ isFrozen: 0, minutesVersion: 1 },
})
