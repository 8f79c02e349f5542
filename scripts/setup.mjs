// Runs before node_modules exists and on the system's own Node: Node built-ins only.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...parts) => join(root, ...parts)

const OLDEST_NODE = 20
const PACKAGES_STAMP = at('node_modules/.cache/setup-stamp')
const MESSAGES_STAMP = at('.cache/messages-stamp')
const WEB_STAMP = at('dist/.web-stamp')
const LOCK = at('.cache/setup.lock')
const NODE = at('node_modules/.bin/node')

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  stop(
    `Node ${process.versions.node} is too old to start from. Install Node ${OLDEST_NODE} or newer ` +
      '(Debian: apt-get install nodejs npm; otherwise https://nodejs.org) and run the same command again.',
  )
}

const lock = readFileSync(at('package-lock.json'))
const packagesKey = hash(lock, process.platform, process.arch, libc())
const messagesKey = hash(
  lock,
  ...sourcesUnder('scripts'),
  ...sourcesUnder('web/words'),
  ...sourcesUnder('shared/words'),
)
const wantsWeb = !process.argv.includes('--no-web')
const webKey = wantsWeb ? hash(messagesKey, ...sourcesUnder('web'), ...sourcesUnder('shared')) : ''

const needsPackages = () => stampOf(PACKAGES_STAMP) !== packagesKey || !existsSync(NODE)
const needsMessages = () =>
  stampOf(MESSAGES_STAMP) !== messagesKey || !existsSync(at('shared/words/refusals.zh-Hant.ts'))
const needsWeb = () => wantsWeb && (stampOf(WEB_STAMP) !== webKey || !existsSync(at('dist/web')))

if (needsPackages() || needsMessages() || needsWeb()) {
  await oneAtATime(async () => {
    if (needsPackages()) await installPackages()
    if (needsMessages()) await makeTraditional()
    if (needsWeb()) await buildWeb()
  })
}

async function installPackages() {
  await step('Installing packages', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (nodeMajor() === null) await fetchNode()
  const major = nodeMajor()
  if (major !== 24) {
    stop(
      `Node 24 did not arrive in node_modules (found ${major ?? 'none'}). It comes with the package "node", ` +
        'whose install script fetches it: check that npm can reach its registry, then run again.',
    )
  }
  if (sqliteTrouble()) await step('Building SQLite for this machine', 'npm', ['rebuild', 'better-sqlite3'])
  const trouble = sqliteTrouble()
  if (trouble) stop(`SQLite does not load on this machine:\n${trouble}`)
  stamp(PACKAGES_STAMP, packagesKey)
}

async function makeTraditional() {
  await step('Writing the messages in Traditional', NODE, [at('scripts/traditional/traditional.ts')])
  stamp(MESSAGES_STAMP, messagesKey)
}

async function buildWeb() {
  await step('Building the pages', NODE, [
    at('node_modules/vite/bin/vite.js'),
    ...['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
  ])
  stamp(WEB_STAMP, webKey)
}

/** Runs one command quietly: a line when it is done, its whole output when it fails. */
async function step(title, command, args, cwd = root) {
  const begun = performance.now()
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(0)} s`
  const hint = process.stderr.isTTY ? () => process.stderr.write(`\r${title} … ${seconds()} `) : () => {}
  const timer = setInterval(hint, 500)
  hint()
  const { code, output } = await run(command, args, cwd)
  clearInterval(timer)
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  if (code !== 0) stop(`${title}: failed after ${seconds()}\n${output}`)
  console.log(`${title}: done in ${seconds()}`)
}

function run(command, args, cwd) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { cwd, env: cleanEnv(), stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

// A production shell would leave out vite; node-gyp finds headers offline beside an installed Node.
function cleanEnv() {
  const env = { ...process.env, npm_config_update_notifier: 'false' }
  for (const name of ['NODE_ENV', 'npm_config_omit', 'NPM_CONFIG_OMIT', 'npm_config_production'])
    delete env[name]
  const prefix = join(process.execPath, '../..')
  if (existsSync(join(prefix, 'include/node/node.h'))) env.npm_config_nodedir = prefix
  return env
}

/** Two commands started together must not install into the same folder at once. */
async function oneAtATime(work) {
  mkdirSync(at('.cache'), { recursive: true })
  for (let told = false; !takeLock(); told = true) {
    if (!told) console.log('Waiting for another set-up in this folder to finish')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  try {
    await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    process.on('exit', () => rmSync(LOCK, { force: true }))
    return true
  } catch {
    if (!isAlive(Number(stampOf(LOCK)))) rmSync(LOCK, { force: true })
    return false
  }
}

function isAlive(pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function sqliteTrouble() {
  const script = 'new (require("better-sqlite3"))(":memory:").exec("select 1")'
  const { status, stderr } = spawnSync(NODE, ['-e', script], { cwd: root, encoding: 'utf8' })
  return status === 0 ? null : stderr || 'it crashed'
}

/** Where npm may not run install scripts, that of the package "node" is run by hand. */
async function fetchNode() {
  await step('Fetching Node 24', process.execPath, ['installArchSpecificPackage.js'], at('node_modules/node'))
  if (existsSync(NODE)) return
  rmSync(NODE, { force: true })
  symlinkSync('../node/bin/node', NODE)
}

function nodeMajor() {
  const { stdout, status } = spawnSync(NODE, ['--version'], { encoding: 'utf8' })
  return status === 0 ? Number(/^v(\d+)/.exec(stdout)?.[1]) : null
}

function libc() {
  const isMusl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime
  return isMusl ? 'musl' : 'libc'
}

function sourcesUnder(folder) {
  return readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.zh-Hant.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .flatMap((file) => [file.slice(root.length), readFileSync(file)])
}

function hash(...parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex')
}

function stampOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

function stamp(file, key) {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, key)
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
