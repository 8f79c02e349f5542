import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { aptInstall, installFor } from './test-env.mjs'
import { NODE, run } from '../run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** A Chromium that starts: the one in $CHROMIUM, an installed one, or one fetched for the tests. */
export async function findBrowser(say) {
  if (process.env.CHROMIUM) return checked(process.env.CHROMIUM)
  const installed = installedBrowser()
  if (installed) return checked(installed)
  if (await aptInstall('chromium', say)) {
    const path = installedBrowser()
    if (path) return checked(path)
  }
  return packagedBrowser(say)
}

function installedBrowser() {
  const paths = process.env.PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...paths, MAC].find((path) => existsSync(path))
}

async function checked(path) {
  const { code, output } = await run(path, ['--version'])
  if (code !== 0) throw new Error(`${path} does not start: ${output}`)
  return path
}

const UNPACK = `
import chromium, { inflate } from '@sparticuz/chromium'
await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br')
console.log(await chromium.executablePath())
`

async function packagedBrowser(say) {
  const home = dirname(await installFor('browser', say))
  const unpacked = join(home, 'unpacked')
  mkdirSync(unpacked, { recursive: true })
  const { code, output } = await run(NODE, ['--input-type=module', '--eval', UNPACK], {
    cwd: home,
    env: { TMPDIR: unpacked },
  })
  if (code !== 0)
    throw new Error(`no browser here, and none could be installed: set CHROMIUM to one\n${output}`)
  // A bare system lacks libraries that the package carries; only the browser may see them.
  const starter = join(home, 'chromium')
  const script = `#!/bin/sh
export LD_LIBRARY_PATH="${join(unpacked, 'al2023/lib')}:$LD_LIBRARY_PATH" FONTCONFIG_PATH="${join(unpacked, 'fonts')}"
exec "${output.trim().split('\n').at(-1)}" "$@"
`
  writeFileSync(starter, script, { mode: 0o755 })
  return checked(starter)
}
