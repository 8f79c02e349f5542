import { flushCompileCache } from 'node:module'
import { networkInterfaces } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { startDaily } from '../clock/daily.ts'
import { startMinutely } from '../clock/minutely.ts'
import { readConfig, type Config, type Secrets } from './config.ts'
import type { AppContext } from './feature.ts'
import { features } from './features.ts'
import { loggerFor } from '../http/logger.ts'
import { bellInProcess, type Bell } from '../journal/bell.ts'
import { PostgresBell } from '../journal/bell-postgres.ts'
import { carryReminders } from '../notices/delivery/carrying.ts'
import type { Post } from '../notices/mail/mailing.ts'
import { postOver } from '../notices/mail/smtp.ts'
import { assembleContext, newToken } from './context.ts'
import { isSetUp } from '../places/queries.ts'
import { openDatabase } from '../storage/open.ts'
import { lockFolder } from '../storage/run-lock.ts'
import { keyInFolder, mustBeKnown, SecretBox } from '../storage/secret-box.ts'

const MAX_STOP_MS = 10_000

async function main(): Promise<void> {
  // Whatever this process writes is its own account's alone.
  process.umask(0o077)
  const { config, secrets } = readConfig(process.env)
  const unlock = secrets.databaseUrl ? null : lockFolder(config.dataDir)
  const isPooled = secrets.listenUrl !== null
  const database = await openDatabase({ ...config, databaseUrl: secrets.databaseUrl, isPooled })
  const bell = await bellFor(secrets)
  // Another process beside this one, such as an import by `npm run admin`, cannot ring here.
  const stopWatching = database.onOutsideCommit(() => bell.ringAll())
  const setupKey = secrets.setupKey ?? newToken(12)
  const secretBox = new SecretBox(secrets.secretKeys ?? [keyInFolder(config.dataDir)])
  if (secrets.databaseUrl) await mustBeKnown(database, secretBox)
  const context = assembleContext({
    ...config,
    ...{ secretBox, database, bell, setupKey },
    clock: { now: () => new Date() },
    hallHost: hallHosts(config)[0] ?? null,
    hasMail: secrets.mail !== null,
  })
  const app = await buildApp(context, { ...config, logger: loggerFor(config.logLevel), withPages: true })
  const stopDaily = startDaily(
    context,
    features.flatMap((feature) => feature.sweeps ?? []),
    (problem, placeId) =>
      app.log.error({ err: problem, placeId }, 'a daily sweep failed and will be tried again'),
  )
  let stopCarrying = (): Promise<void> => Promise.resolve()
  stopOnSignal(app, async () => {
    stopDaily()
    stopWatching()
    await Promise.all([stopCarrying(), app.close()])
    await bell.close()
    await database.close()
    unlock?.()
  })
  await app.listen({ host: config.host, port: config.port })
  stopCarrying = startCarrying(app, context, config, secrets.mail && postOver(secrets.mail))
  announce(app, config, (await isSetUp(database.reader)) ? null : setupKey)
  // Also for the start after a power cut.
  flushCompileCache()
}

async function bellFor({ databaseUrl, listenUrl }: Secrets): Promise<Bell> {
  if (!databaseUrl) return bellInProcess()
  const bell = new PostgresBell({ url: listenUrl ?? databaseUrl })
  await bell.mustHear()
  return bell
}

function startCarrying(
  app: FastifyInstance,
  context: AppContext,
  config: Config,
  mail: Post | null,
): () => Promise<void> {
  const failed = (problem: unknown): void =>
    app.log.error({ err: problem }, 'reminders could not be carried and will be tried again')
  const here = `http://${hallHosts(config)[0] ?? 'localhost'}:${portOf(app, config)}`
  const way = { address: config.publicUrl ?? here, receiver: config.robotReceiver, mail, failed }
  return startMinutely(() => carryReminders(context, way), failed)
}

function portOf(app: FastifyInstance, config: Config): number {
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : config.port
}

function stopOnSignal(app: FastifyInstance, stop: () => Promise<void>): void {
  let isStopping = false
  const end = (): void => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), MAX_STOP_MS).unref()
    stop().then(
      () => process.exit(0),
      (problem: unknown) => {
        app.log.error({ err: problem }, 'could not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

function announce(app: FastifyInstance, config: Config, setupKey: string | null): void {
  const port = portOf(app, config)
  const lines = [`\n  涼亭 Liangting  http://localhost:${port}/`]
  if (config.publicUrl) lines.push(`  在外面 outside  ${config.publicUrl}/`)
  else for (const host of hallHosts(config)) lines.push(`  同一個網 same network  http://${host}:${port}/`)
  if (setupKey)
    lines.push(`  還沒設置。從別的機器打開時用這個口令 set-up key from other machines:  ${setupKey}`)
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

function hallHosts(config: Config): string[] {
  if (!['0.0.0.0', '::'].includes(config.host)) return []
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    'Liangting runs on Node 24, which comes with its packages: start it with `npm start`.\n',
  )
  process.exit(1)
}
main().catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exit(1)
})
