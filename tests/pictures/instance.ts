import { buildApp } from '../../server/app/app.ts'
import { assembleContext } from '../../server/app/context.ts'
import { standingClock, type TestClock } from '../support/running/clock.ts'
import { openTestDatabase } from '../support/running/database.ts'

export interface PicturedInstance {
  readonly url: string
  readonly clock: TestClock
  close(): Promise<void>
}

/** A throwaway instance whose day is the story's, so that the same pictures come out on any day. */
export async function openPicturedInstance(): Promise<PicturedInstance> {
  const storage = await openTestDatabase()
  const clock = standingClock()
  const { database, bell } = storage
  const context = assembleContext({
    ...{ database, bell, clock, setupKey: 'a-key-for-pictures', secureCookies: false },
    ...{ publicUrl: null, passwordWork: 2 ** 10 },
  })
  const app = await buildApp(context, { logger: false, trustedProxies: [], publicUrl: null, withPages: true })
  // Pages take the time from this header.
  app.server.prependListener('request', (_request, response) =>
    response.setHeader('date', clock.now().toUTCString()),
  )
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  if (typeof address !== 'object' || !address) throw new Error('expected a port, found none')
  return {
    url: `http://127.0.0.1:${address.port}`,
    clock,
    async close() {
      await app.close()
      await storage.remove()
    },
  }
}
