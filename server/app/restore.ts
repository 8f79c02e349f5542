import { readConfig } from './config.ts'
import { restoreCopy } from './copies/restore-copy.ts'

/** Puts a copy in place of the database of an instance that does not run: `npm run restore -- FILE`. */
function restore(): void {
  process.umask(0o077)
  const file = process.argv[2]
  if (!file) throw new Error('Say which copy: npm run restore -- /somewhere/liangting-2026-11-22.sqlite')
  const { config, secrets } = readConfig(process.env)
  if (secrets.databaseUrl)
    throw new Error('This instance runs on PostgreSQL: restore its copies with pg_restore.')
  const before = restoreCopy(file, config.dataDir, new Date())
  process.stdout.write(`The copy stands in ${config.dataDir}. The next start goes on from it.\n`)
  if (before) process.stdout.write(`What stood there before is kept: ${before}\n`)
}

try {
  restore()
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exit(1)
}
