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
const lint = tool('lint', 'eslint/bin/eslint.js', [
  ...['--config', 'tests/eslint.config.js', '--max-warnings', '0'],
  ...['--cache', '--cache-strategy', 'content', '--cache-location', '.cache/eslint', '.'],
])
// Rules that know types (`.oxlintrc.json`). No cache: they change their mind about a file when another file changes.
const typedLint = tool('lint with types', 'oxlint/bin/oxlint', [
  ...['--type-aware', '--tsconfig', 'tests/tsconfig.lint.json'],
  ...['shared', 'server', 'web', 'tests', 'migrations'],
])

// The README draws the order that the architecture test holds.
const order = {
  name: 'order of the features',
  run: () => run(NODE, [at('scripts/feature-order.mjs'), '--check']),
}

/** Two lines of work for two processors; within a line the checks take turns. */
const SHORT_LINE = [types, components]
const LONG_LINE = [order, format, lint, typedLint]

export async function runCheck({ name, run }, tally) {
  const begun = performance.now()
  const { code, output } = await run()
  tally.note(name, code === 0, output, performance.now() - begun)
}

/** Checks the text of the program; `then` follows on the line that is free first. */
export async function runChecks(tally, then) {
  const inTurn = async (parts) => {
    for (const part of parts) await runCheck(part, tally)
  }
  await Promise.all([inTurn(SHORT_LINE).then(then), inTurn(LONG_LINE)])
}
