import { randomBytes, randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { comments } from '../../../server/comments/feature.ts'
import { commitments } from '../../../server/commitments/feature.ts'
import { concerns } from '../../../server/concerns/feature.ts'
import { FigureCounts } from '../../../server/ledger/month/figures.ts'
import type { AppContext } from '../../../server/app/feature.ts'
import { eventsAfter } from '../../../server/journal/read.ts'
import { openJournal } from '../../../server/journal/journal.ts'
import { catalogue } from '../../../server/catalogue/feature.ts'
import { calendar } from '../../../server/calendar/feature.ts'
import { followOf, projectionsOf } from '../../../server/app/features.ts'
import { ledger } from '../../../server/ledger/feature.ts'
import { custody } from '../../../server/custody/feature.ts'
import { notices } from '../../../server/notices/feature.ts'
import { agenda } from '../../../server/agenda/feature.ts'
import { ratings } from '../../../server/ratings/feature.ts'
import { meetings } from '../../../server/meetings/feature.ts'
import type { Moment } from '../../../shared/kernel/command.ts'
import type { Actor, RecordedEvent } from '../../../shared/kernel/event.ts'
import { isRefusal, type Refusal } from '../../../shared/kernel/refusal.ts'
import { openTestDatabase } from '../running/database.ts'
import { facilitator, MEETING, onDay, PLACE } from '../villages/given.ts'

const features = [
  calendar,
  catalogue,
  meetings,
  comments,
  concerns,
  commitments,
  custody,
  ratings,
  agenda,
  notices,
  ledger,
]

export interface VillageRecord {
  readonly context: Pick<AppContext, 'database' | 'journal' | 'momentAt' | 'clock' | 'newId' | 'figures'>
  /** The village's own day, until the story goes on. */
  turnTo(today: string): void
  /** @throws when the command is refused, with the refusal in the message */
  must(by: Actor, name: string, fields: object): Promise<void>
  /** Null where it was granted. */
  act(by: Actor, name: string, fields: object): Promise<Refusal | null>
  story(): Promise<RecordedEvent[]>
}

/** A village with one open evening, written straight into the journal: no server, no sockets. */
export async function openRecord(): Promise<VillageRecord> {
  const { database, bell, remove } = await openTestDatabase()
  onTestFinished(remove)
  let moment: Moment = onDay('2026-11-22')
  const momentAt = async (): Promise<Moment> => moment
  const journal = openJournal({
    database,
    bell,
    projections: projectionsOf(features),
    follow: followOf(features),
    momentAt,
    newToken: (bytes) => randomBytes(bytes).toString('base64url'),
    guestPace: Infinity,
    sealed: (event) => event,
  })
  const handlers = features.flatMap((feature) => feature.handlers)
  const act = async (by: Actor, name: string, fields: object): Promise<Refusal | null> => {
    const handler = handlers.find((one) => one.name === name)
    if (!handler) throw new Error(`expected a command ${name}, found none`)
    const outcome = await journal.execute(handler, { placeId: PLACE, ...fields }, by, randomUUID())
    return isRefusal(outcome) ? outcome : null
  }
  const must = async (by: Actor, name: string, fields: object): Promise<void> => {
    const refusal = await act(by, name, fields)
    if (refusal) throw new Error(`expected ${name} to be accepted, found ${JSON.stringify(refusal)}`)
  }
  await database.write((work) =>
    work
      .insertInto('places')
      .values({ id: PLACE, kind: 'village', parentId: null, name: '柳树湾村', timeZone: 'Asia/Shanghai' })
      .execute(),
  )
  await must(facilitator, 'plan-meeting', {
    meetingId: MEETING,
    format: 'pavilion-talk',
    title: '十一月凉亭夜话',
    onDay: '2026-11-22',
    agenda: [],
  })
  await must(facilitator, 'open-meeting', { meetingId: MEETING })
  return {
    context: {
      ...{ database, journal, momentAt, newId: randomUUID },
      clock: { now: () => new Date(moment.at) },
      figures: new FigureCounts(database),
    },
    turnTo: (today) => (moment = onDay(today)),
    act,
    must,
    story: () => eventsAfter(database.reader, PLACE, 0, 10_000),
  }
}
