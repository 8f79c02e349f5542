import { SecretBox } from '../../../server/storage/secret-box.ts'
import { createInterface } from 'node:readline'
import { features } from '../../../server/app/features.ts'
import { PostgresBell } from '../../../server/journal/bell-postgres.ts'
import { carryReminders } from '../../../server/notices/delivery/carrying.ts'
import { postOver } from '../../../server/notices/mail/smtp.ts'
import { assembleContext } from '../../../server/app/context.ts'
import { openDatabase } from '../../../server/storage/open.ts'
import { standingClock } from './clock.ts'

// A process of its own: for each instant that it is told it looks as a server does, and answers when it has.
const databaseUrl = process.env['DATABASE_URL']!
const clock = standingClock()
const context = assembleContext({
  secretBox: new SecretBox(['a key for tests']),
  database: await openDatabase({ databaseUrl, dataDir: '' }),
  bell: new PostgresBell({ url: databaseUrl }),
  ...{ clock, setupKey: 'a-key-for-tests', secureCookies: false, publicUrl: null },
})
const sweeps = features.flatMap((feature) => feature.sweeps ?? [])
const way = {
  address: 'https://talk.example.cn',
  receiver: process.env['ROBOT_RECEIVER']!,
  mail: postOver({ url: process.env['SMTP_URL']!, from: 'talk@example.cn' }),
  failed: (problem: unknown) => {
    throw problem
  },
}

async function look(): Promise<void> {
  const places = await context.database.reader
    .selectFrom('places')
    .select('id')
    .where('kind', '!=', 'grid')
    .execute()
  for (const { id } of places) for (const sweep of sweeps) await sweep(context, id)
  await carryReminders(context, way)
}

process.stdout.write('ready\n')
for await (const instant of createInterface({ input: process.stdin })) {
  clock.set(instant)
  await look()
  process.stdout.write(`${instant}\n`)
}
process.exit(0)
