import path from 'node:path'
import { parseArgs } from 'node:util'
import { gatherRunners, type Login, type Runners } from './playing/cast.ts'
import { PlayedEvening } from './playing/evening.ts'
import { startInstance } from './playing/instance.ts'
import { observe } from './playing/observe.ts'
import { paceAt } from './playing/pace.ts'
import { planEvening } from './transcript/plan.ts'
import { openProgress } from './progress.ts'
import { exitCodeOf, reportReplay, type ReplayReport } from './report.ts'
import { readTranscript, type Transcript } from './transcript/transcript.ts'

const FAULTS_TOLD = 20

/** Plays one transcript and checks from outside what came of it. */
async function replayTranscript(
  transcript: Transcript,
  file: string,
  runners: Runners,
  speed: number | null,
): Promise<ReplayReport> {
  const url = runners.facilitator.url
  const { today } = await runners.facilitator.read(`/api/places/${runners.placeId}/meetings`)
  const speeches = planEvening(transcript, today)
  const evening = new PlayedEvening(runners, transcript, speeches, path.basename(file))
  const progress = openProgress(path.basename(file), speeches.length)
  const startedAt = performance.now()
  await evening.open(today)
  const pace = paceAt(speed, speeches)
  for (const speech of speeches) {
    await pace.before(speech)
    await evening.play(speech)
    progress.step(speech.index + 1)
  }
  await evening.close()
  const seen = await observe(evening, url, runners.placeId)
  evening.leave()
  const report = reportReplay(evening.sent, seen, (performance.now() - startedAt) / 1000)
  progress.end()
  return report
}

function readArguments(): { files: string[]; url: string | null; speed: number | null; logins: Login[] } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      speed: { type: 'string' },
      login: { type: 'string', multiple: true, default: [] },
    },
  })
  const speed = values.speed === undefined ? null : Number(values.speed)
  if (positionals.length === 0 || (speed !== null && !(speed > 0)))
    throw new Error(
      'npm run replay -- FILE… [--url ADDRESS] [--speed N] [--login NAME:PASSWORD --login NAME:PASSWORD]',
    )
  const logins = values.login.map((pair) => {
    const [loginName = '', ...password] = pair.split(':')
    return { loginName, password: password.join(':') }
  })
  return { files: positionals, url: values.url?.replace(/\/+$/, '') ?? null, speed, logins }
}

/** Null where the file could not be read; why is told. */
async function replayFile(
  file: string,
  runners: Runners,
  speed: number | null,
): Promise<ReplayReport | null> {
  let transcript: Transcript
  try {
    transcript = readTranscript(file)
  } catch (problem) {
    process.stderr.write(`${file}: ${problem instanceof Error ? problem.message : String(problem)}\n`)
    return null
  }
  const report = await replayTranscript(transcript, file, runners, speed)
  process.stdout.write(`${JSON.stringify(report.line)}\n`)
  for (const fault of report.faults.slice(0, FAULTS_TOLD)) process.stderr.write(`  ${fault}\n`)
  return report
}

async function main(): Promise<void> {
  const { files, url, speed, logins } = readArguments()
  const instance = url ? null : await startInstance()
  const runners = await gatherRunners(url ?? instance!.url, logins)
  const reports: (ReplayReport | null)[] = []
  for (const file of files) reports.push(await replayFile(file, runners, speed))
  await instance?.close()
  process.exit(exitCodeOf(reports))
}

if (import.meta.main)
  main().catch((problem: unknown) => {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
    process.exit(1)
  })
