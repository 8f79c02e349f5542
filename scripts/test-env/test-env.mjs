import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { at, run } from '../run.mjs'

export const isRoot = process.getuid?.() === 0

/** Installs one of the small package sets of scripts/test-env into .cache and gives back its node_modules. */
export async function installFor(name, say) {
  const source = at('scripts/test-env', name)
  const target = at('.cache/test-env', name)
  const stamp = `${target}/installed`
  const lock = readFileSync(`${source}/package-lock.json`, 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return `${target}/node_modules`
  say(`Fetching the ${name} for the tests from npm`)
  mkdirSync(target, { recursive: true })
  cpSync(source, target, { recursive: true })
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: target })
  if (code !== 0) throw new Error(`npm ci failed\n${output}`)
  writeFileSync(stamp, lock)
  return `${target}/node_modules`
}

/** Installs a Debian package where that is possible; says why not where it is not. */
export async function aptInstall(name, say) {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    say(`${name} from Debian: only root on a Debian system can install it`)
    return false
  }
  say(`Installing ${name} from Debian`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const patience = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']
  // An old package list points at versions the mirror no longer has.
  await run('apt-get', [...patience, 'update'], { env })
  const { code, output } = await run(
    'apt-get',
    [...patience, 'install', '-y', '--no-install-recommends', name],
    { env },
  )
  if (code !== 0) say(`${name} from Debian: ${output.trim().split('\n').slice(-3).join(' ')}`)
  return code === 0
}
