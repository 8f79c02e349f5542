import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

/** Of the family that phones have drawn Chinese with for years, and small: 1.6 MB. */
const PACKAGE = 'fonts-wqy-microhei'
const FAMILY = 'WenQuanYi Micro Hei'
const CACHE = path.join(import.meta.dirname, '../../../.cache/test-env')
const HOME = path.join(CACHE, 'font')

const run = promisify(execFile)

/** What a browser is started with to know one Chinese font, the same on every Debian; other systems use their own. */
export async function chineseFont(): Promise<NodeJS.ProcessEnv> {
  if (!existsSync('/usr/bin/apt-get')) return {}
  if (!existsSync(HOME)) await fetchInto(HOME)
  const settings = path.join(HOME, 'fonts.conf')
  writeFileSync(settings, settingsFor(HOME))
  return { FONTCONFIG_FILE: settings }
}

/** Downloads and unpacks the package, which needs no root. */
async function fetchInto(home: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(`${home}-`)
  try {
    await download(folder)
    const [file] = readdirSync(folder).filter((name) => name.endsWith('.deb'))
    await run('dpkg-deb', ['--extract', file!, '.'], { cwd: folder })
    renameSync(folder, home)
  } catch (error) {
    // Another run may have been quicker.
    if (!existsSync(home)) throw new Error(`${PACKAGE} cannot be had from Debian`, { cause: error })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function download(folder: string): Promise<void> {
  const get = (...args: string[]) => run('apt-get', ['-o', 'Acquire::Retries=3', ...args], { cwd: folder })
  try {
    await get('download', PACKAGE)
  } catch {
    // The system knows no packages, or ones that the mirror no longer has: a list of our own.
    for (const part of ['lists', 'archives'])
      mkdirSync(path.join(folder, part, 'partial'), { recursive: true })
    const own = ['-o', `Dir::State::lists=${folder}/lists`, '-o', `Dir::Cache=${folder}`]
    await get(...own, 'update')
    await get(...own, 'download', PACKAGE)
    rmSync(path.join(folder, 'lists'), { recursive: true })
  }
}

const settingsFor = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${home}/usr/share/fonts</dir>
  <cachedir>${home}/cache</cachedir>
  ${['sans', 'sans-serif', 'serif', 'system-ui'].map((one) => preferred(one, FAMILY)).join('\n  ')}
  ${preferred('monospace', `${FAMILY} Mono`)}
</fontconfig>
`

const preferred = (family: string, font: string): string =>
  `<alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`
