import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gatherRunners, type Runners } from './playing/cast.ts'
import { PlayedEvening } from './playing/evening.ts'
import { startInstance } from './playing/instance.ts'
import { paceAt } from './playing/pace.ts'
import { planEvening } from './transcript/plan.ts'
import { openProgress } from './progress.ts'
import { parseTranscript } from './transcript/transcript.ts'

const EVENING = path.join(import.meta.dirname, '../evenings/liushuwan-2026-11-22.an.xml')
const DEFAULT_PORT = 3000
/** An evening of an hour passes in about six minutes. */
const DEFAULT_SPEED = 12

/** Opens a throwaway instance with the sample village and plays an evening on it until somebody ends it. */
async function demo(): Promise<void> {
  const port = process.env['PORT'] === undefined ? DEFAULT_PORT : Number(process.env['PORT'])
  const speed = process.env['SPEED'] === undefined ? DEFAULT_SPEED : Number(process.env['SPEED'])
  const instance = await startInstance(port).catch(() => startInstance(0))
  const runners = await gatherRunners(instance.url, [], true)
  const transcript = parseTranscript(readFileSync(EVENING, 'utf8'), EVENING)
  const { today } = await runners.facilitator.read(`/api/places/${runners.placeId}/meetings`)
  const speeches = planEvening(transcript, today)
  const evening = new PlayedEvening(runners, transcript, speeches, path.basename(EVENING))
  await evening.open(today)
  await tellWhere(instance.url, runners, evening)
  const progress = openProgress('柳树湾村 凉亭夜话', speeches.length)
  const pace = paceAt(speed, speeches)
  for (const speech of speeches) {
    await pace.before(speech)
    await evening.play(speech)
    progress.step(speech.index + 1)
  }
  await evening.close()
  progress.end('closed and signed')
  const signed = `${local(instance.url)}/public/${runners.placeId}`
  process.stdout.write(
    `\n  签好了，大家都能看 signed, for everybody  ${signed}\n  Ctrl+C 收摊 ends it; nothing is kept\n`,
  )
}

const local = (url: string): string => url.replace('127.0.0.1', 'localhost')

async function tellWhere(
  url: string,
  { facilitator, placeId }: Runners,
  evening: PlayedEvening,
): Promise<void> {
  const { meeting } = await facilitator.room(evening.meetingId)
  const at = local(url)
  process.stdout.write(
    [
      '',
      `  墙 wall     ${at}/wall/${evening.meetingId}?place=${placeId}&code=${meeting.code}`,
      `  手机 phone  ${at}/p/${meeting.code}`,
      `  桌面 desk   ${at}/desk/meeting/${evening.meetingId}   log-in: chenjing  password: chenjing-2026`,
      `  台账 ledger ${at}/ledger`,
      '',
      '',
    ].join('\n'),
  )
}

process.on('SIGINT', () => process.exit(0))
demo().catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exit(1)
})
