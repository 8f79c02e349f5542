import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { at, runTool } from './run.mjs'

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

/** Counts checks and tests together and says at the end what went wrong and what was slow. */
export class Tally {
  passed = 0
  failures = []
  timings = []
  begun = performance.now()

  note(name, isGood, output, ms) {
    if (isGood) this.passed++
    else this.failures.push(name)
    console.log(`${isGood ? '✓' : '✗'} ${name} ${seconds(ms)}`)
    if (!isGood) console.log(output.trimEnd())
  }

  fail(name, reason) {
    this.failures.push(name)
    console.log(`✗ ${name}: ${reason}`)
  }

  /**
   * Runs the tests of the named vitest projects. Every project must hold at least one test. What a run beside
   * another says is given back, to be printed when both are done.
   */
  async runTests(projects, env = {}, { loud = true } = {}) {
    const counts = at(`.cache/counts-${process.pid}-${projects.join('-')}.json`)
    mkdirSync(at('.cache'), { recursive: true })
    rmSync(counts, { force: true })
    const { code, output } = await runTool(
      'vitest/vitest.mjs',
      [
        ...['run', '--config', 'tests/vitest.config.ts'],
        ...projects.flatMap((project) => ['--project', project]),
        ...['--reporter', 'default', '--reporter', at('scripts/count-reporter.mjs')],
      ],
      {
        env: {
          ...env,
          ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
          COUNTS_FILE: counts,
        },
        loud,
      },
    )
    this.addCounts(projects, code, counts)
    rmSync(counts, { force: true })
    return output
  }

  addCounts(projects, code, file) {
    if (!existsSync(file))
      return this.fail(projects.join(', '), `vitest stopped with code ${code} before counting`)
    const { passed, failures, slowest, seen } = JSON.parse(readFileSync(file, 'utf8'))
    this.passed += passed
    this.failures.push(...failures)
    this.timings.push(...slowest)
    for (const project of projects) {
      if (!seen.includes(project)) this.fail(project, 'has no tests')
    }
    if (code !== 0 && failures.length === 0) this.fail(projects.join(', '), `vitest ended with code ${code}`)
  }

  /** Prints the closing line, which stands alone and last, and gives back the exit code. */
  close() {
    const slow = this.timings.sort((a, b) => b.ms - a.ms).slice(0, 10)
    if (slow.length)
      console.log(`\nSlowest tests\n${slow.map(({ name, ms }) => `  ${seconds(ms)}  ${name}`).join('\n')}`)
    if (this.failures.length)
      console.log(`\nFailed\n${this.failures.map((name) => `  ✗ ${name}`).join('\n')}`)
    console.log(`\nTook ${seconds(performance.now() - this.begun)}\n`)
    console.log(`${this.passed} passed, ${this.failures.length} failed`)
    return this.failures.length === 0 && this.passed > 0 ? 0 : 1
  }
}
