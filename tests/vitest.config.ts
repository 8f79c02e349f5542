import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

const PATIENCE = 'tests/support/running/patience.ts'

const project = (name: string, include: string, test: object = {}) => ({
  root,
  test: { name, include: [include], environment: 'node', expect: { poll: { timeout: 20_000 } }, ...test },
})

/** Components as the server renders them: without the browser condition Svelte takes its server build. */
const rendering = { plugins: [svelte({ configFile: false })] }

/** Files that follow each other in a worker share the server's modules, which keep nothing of a story. */
const server = (kind: 'sqlite' | 'postgres', test: object = {}) =>
  project(`server-${kind}`, 'tests/server/**/*.test.ts', {
    env: { TEST_DATABASE: kind },
    isolate: false,
    setupFiles: [PATIENCE],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    ...test,
  })

export default defineConfig({
  root,
  cacheDir: '.cache/vitest',
  test: {
    // A run in which a file holds no test, or only one test is asked for, is a mistake.
    allowOnly: false,
    passWithNoTests: false,
    // More than there are processors: much of a story is waiting for a socket or a database.
    maxWorkers: 3,
    projects: [
      // Rules are pure: files that follow each other in a worker share its modules.
      {
        ...rendering,
        ...project('rules', 'tests/rules/**/*.test.ts', { testTimeout: 90_000, isolate: false }),
      },
      // One file on one disk has one process.
      server('sqlite', {
        exclude: ['tests/server/**/*.pg.test.ts'],
        globalSetup: ['tests/support/running/sqlite-template.ts'],
      }),
      server('postgres', { setupFiles: [PATIENCE, 'tests/support/running/needs-postgres.ts'] }),
      {
        ...rendering,
        resolve: { conditions: ['browser'] },
        ...project('web', 'tests/web/**/*.test.ts', {
          environment: 'jsdom',
          // Each file has a window and modules of its own; jsdom itself is loaded once for each worker.
          pool: 'vmThreads',
          setupFiles: [PATIENCE],
          testTimeout: 60_000,
        }),
      },
      // The whole drawing is read in one hook, beside every other test.
      project('architecture', 'tests/architecture.test.ts', { testTimeout: 120_000, hookTimeout: 300_000 }),
      {
        ...rendering,
        ...project('journeys', 'tests/journeys/**/*.test.ts', {
          globalSetup: ['tests/support/running/sqlite-template.ts'],
          setupFiles: [PATIENCE, 'tests/support/running/needs-browser.ts'],
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        }),
      },
    ],
  },
})
