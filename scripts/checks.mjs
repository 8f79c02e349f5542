import { NODE, at, run, runTool } from './run.mjs'

export const pageSizes = { name: 'page sizes', run: () => run(NODE, [at('scripts/size.mjs')]) }

const tool = (name, file, args) => ({ name, run: () => runTool(file, args) })

const types = tool('types', 'typescript/bin/tsc', ['-b'])
const components = tool('component types', 'svelte-check/bin/svelte-check', [
  ...['--tsconfig', 'web/tsconfig.json', '--output', 'human', '--fail-on-warnings'],
])
const format = tool('format', 'prettier/bin/prettier.cjs', [
  ...['--check', '--cache', '--cache-location', '.cache/prettier', '--log-level', 'warn', '.'],
])
// No cache: rules that know types change their mind about a file when another file changes.
const lint = tool('lint', 'eslint/bin/eslint.js', [
  '--config',
  'tests/eslint.config.js',
  '--max-warnings',
  '0',
  '.',
])

/** Two lines of work for two processors; within a line the checks take turns. */
const LINES = [
  [types, components],
  [format, lint],
]

export async function runCheck({ name, run }, tally) {
  const begun = performance.now()
  const { code, output } = await run()
  tally.note(name, code === 0, output, performance.now() - begun)
}

/** Checks the text of the program, before any of it runs. */
export async function runChecks(tally) {
  const inTurn = async (parts) => {
    for (const part of parts) await runCheck(part, tally)
  }
  await Promise.all(LINES.map(inTurn))
}
