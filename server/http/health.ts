import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import type { AppContext } from '../app/feature.ts'
import { refusals } from '../contract/responses.ts'

export const VERSION = '0.1.0'

/** For whoever starts and stops processes, and whoever spreads requests over them; neither is counted. */
export function healthRoutes(app: FastifyInstance, context: AppContext): void {
  const ready = new Readiness(context)
  const config = { rateLimit: false } as const
  const tags = ['instance']
  const running = Type.Object({ ok: Type.Literal(true), database: Type.String(), version: Type.String() })
  app.get(
    '/api/health',
    {
      schema: {
        ...{ tags, operationId: 'health', summary: 'That the process answers; asks the database nothing' },
        response: { 200: running, ...refusals },
      },
      config,
    },
    async () => ({ ok: true as const, database: context.database.dialect, version: VERSION }),
  )
  app.get(
    '/api/ready',
    {
      schema: {
        ...{ tags, operationId: 'ready', summary: 'Whether something can be written now, and others heard' },
        response: { 200: running, ...refusals },
      },
      config,
    },
    async () => {
      const problem = await ready.problem()
      if (problem) throw problem
      return { ok: true as const, database: context.database.dialect, version: VERSION }
    },
  )
}

const DEADLINE_MS = 3_000
/** However many ask: one write in so long. */
const KNOWN_MS = 2_000

/** Whether this process can do its work, as far as it depends on others. */
class Readiness {
  readonly #context: AppContext
  #asked: Promise<Refusal | null> | null = null
  #askedAtMs = -Infinity

  constructor(context: AppContext) {
    this.#context = context
  }

  problem(): Promise<Refusal | null> {
    const now = performance.now()
    if (!this.#asked || now - this.#askedAtMs > KNOWN_MS) {
      this.#askedAtMs = now
      this.#asked = this.#ask()
    }
    return this.#asked
  }

  async #ask(): Promise<Refusal | null> {
    if (!this.#context.journal.bell.isHearing) return refuse('storage-failed', 'notifications')
    return (await withinDeadline(this.#write())) ? null : refuse('storage-failed', 'database')
  }

  async #write(): Promise<void> {
    const value = this.#context.clock.now().toISOString()
    await this.#context.database.write((work) =>
      work
        .insertInto('instance')
        .values({ name: 'readyAt', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute(),
    )
  }
}

function withinDeadline(work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), DEADLINE_MS)
    const settle = (isDone: boolean) => (): void => {
      clearTimeout(timer)
      resolve(isDone)
    }
    work.then(settle(true), settle(false))
  })
}
