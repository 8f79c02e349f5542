import { writeFileSync } from 'node:fs'

/** Writes what a vitest run came to into the file named by COUNTS_FILE. A skipped test counts as failed. */
export default class CountReporter {
  passed = 0
  failures = []
  timings = []
  seen = new Set()

  onTestCaseResult(testCase) {
    const { state } = testCase.result()
    const name = `${testCase.project.name} › ${testCase.fullName}`
    this.seen.add(testCase.project.name)
    if (state === 'passed') this.passed++
    else this.failures.push(state === 'failed' ? name : `${name} (${state})`)
    this.timings.push({ name, ms: Math.round(testCase.diagnostic()?.duration ?? 0) })
  }

  onTestRunEnd(testModules, unhandledErrors, reason) {
    for (const testModule of testModules) this.noteBrokenModule(testModule)
    for (const error of unhandledErrors) this.failures.push(`outside any test: ${error.message}`)
    if (reason === 'interrupted') this.failures.push('the run was interrupted')
    const slowest = this.timings.sort((a, b) => b.ms - a.ms).slice(0, 10)
    writeFileSync(
      process.env.COUNTS_FILE,
      JSON.stringify({ passed: this.passed, failures: this.failures, slowest, seen: [...this.seen] }),
    )
  }

  noteBrokenModule(testModule) {
    const name = `${testModule.project.name} › ${testModule.relativeModuleId}`
    for (const error of testModule.errors()) this.failures.push(`${name}: ${error.message}`)
    for (const suite of testModule.children.allSuites()) {
      for (const error of suite.errors()) this.failures.push(`${name} › ${suite.fullName}: ${error.message}`)
    }
    for (const testCase of testModule.children.allTests()) {
      const { state } = testCase.result()
      const reported = state === 'passed' || state === 'failed'
      const name = `${testCase.project.name} › ${testCase.fullName} (${state})`
      if (!reported && !this.failures.includes(name)) this.failures.push(name)
    }
  }
}
