import { openMinutes } from '../../server/minutes/document/updates.ts'
import { openDatabase } from '../../server/storage/open.ts'

/** Opens the same text again and again and prints how long each took: folder, meeting, times. */
const [dataDir = '', meetingId = '', times = '1'] = process.argv.slice(2)
const database = await openDatabase({ databaseUrl: null, dataDir })
const tookMs: number[] = []
for (let n = 0; n < Number(times); n++) {
  const fromMs = performance.now()
  const { doc } = await openMinutes(database, meetingId)
  tookMs.push(performance.now() - fromMs)
  doc.destroy()
}
await database.close()
process.stdout.write(JSON.stringify(tookMs))
