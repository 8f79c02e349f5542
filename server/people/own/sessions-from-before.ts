import type { AppContext } from '../../app/feature.ts'

const SINCE = 'host-cookies-since'

/**
 * Which sessions began under the plain name of the cookie and are taken over into the name that it has where there is
 * TLS. Where there is none everything has its plain name, and the next start with TLS takes all over again.
 */
export async function sessionsFromBefore({
  database,
  clock,
  sessionCookie,
}: Pick<AppContext, 'database' | 'clock' | 'sessionCookie'>): Promise<
  (tokenHash: string) => Promise<boolean>
> {
  if (sessionCookie.nameOf('') === '') {
    await database.write((work) => work.deleteFrom('instance').where('name', '=', SINCE).execute())
    return async () => false
  }
  const since = await database.write(async (work) => {
    await work
      .insertInto('instance')
      .values({ name: SINCE, value: clock.now().toISOString() })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    const row = work.selectFrom('instance').select('value').where('name', '=', SINCE)
    return (await row.executeTakeFirstOrThrow()).value
  })
  return async (tokenHash) => {
    const found = await database.reader
      .selectFrom('sessions')
      .select('tokenHash')
      .where('tokenHash', '=', tokenHash)
      .where('startedAt', '<', since)
      .executeTakeFirst()
    return found !== undefined
  }
}
