import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../../..')

/** `npm run admin` beside whatever runs; one line of JSON for each line that it printed. */
export async function administer(args: readonly string[], env: NodeJS.ProcessEnv) {
  const admin = spawn(process.execPath, ['server/app/admin.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  admin.stdout.on('data', (chunk) => (said += String(chunk)))
  const [code] = await once(admin, 'close')
  return {
    code,
    lines: said
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  }
}
