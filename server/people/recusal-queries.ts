import { sql } from 'kysely'
import { holds, type Actor, type Role } from '../../shared/kernel/event.ts'
import { isAboutThem, isDoneByThem, NO_RECUSAL, type Recusal } from '../../shared/kernel/recusal.ts'
import { KEEPS } from '../../shared/permissions/groups.ts'
import type { Reader } from '../storage/database.ts'

/** What is about whoever keeps the record of a place; everybody else knows no hidden name anyway. */
export async function recusalOf(reader: Reader, { personId, placeId, roles }: Actor): Promise<Recusal> {
  if (personId === null || !holds({ roles }, ...KEEPS)) return NO_RECUSAL
  const household = await householdOf(reader, personId)
  const names = [...new Set([...household.map(({ name }) => name), ...(await titlesOf(reader, household))])]
  const known: Recusal = {
    aboutIds: new Set(),
    personIds: new Set(household.map(({ id }) => id)),
    names: names.filter((name) => name.length >= 2),
  }
  const theirs = [...(await promisedBy(reader, placeId, known)), ...(await named(reader, placeId, known))]
  return { ...known, aboutIds: new Set(theirs) }
}

interface Person {
  readonly id: string
  readonly name: string
}

async function householdOf(reader: Reader, personId: string): Promise<readonly Person[]> {
  const people = reader.selectFrom('people')
  return people
    .select(['id', 'name'])
    .where((row) =>
      row.or([
        row('id', '=', personId),
        row('householdId', 'in', people.select('householdId').where('id', '=', personId)),
      ]),
    )
    .execute()
}

/** Everybody who runs an evening is called so. */
const OF_THE_EVENING: readonly Role[] = ['villager', 'representative']
const EVERYBODYS: readonly string[] = ['主持人', '记录人', '記錄人', 'Facilitator', 'Recorder']
const IS_HAN = /^\p{Script=Han}+$/u

/** 村书记, and 王书记 where their name is 王建国. */
async function titlesOf(reader: Reader, household: readonly Person[]): Promise<readonly string[]> {
  const posts = await reader
    .selectFrom('posts')
    .select(['personId', 'title'])
    .where(
      'personId',
      'in',
      household.map(({ id }) => id),
    )
    .where('endedAt', 'is', null)
    .where('role', 'not in', [...OF_THE_EVENING])
    .execute()
  return posts
    .filter(({ title }) => !EVERYBODYS.includes(title))
    .flatMap(({ personId, title }) => {
      const { name } = household.find(({ id }) => id === personId)!
      const isHan = IS_HAN.test(name) && IS_HAN.test(title)
      return isHan ? [title, `${[...name][0]}${title.slice(-2)}`] : [title]
    })
}

/** Promises of which they do a part, what these answer, and the comments from which that came. */
async function promisedBy(reader: Reader, placeId: string, known: Recusal): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('commitments')
    .leftJoin('concerns', (join) =>
      join.on((row) =>
        row.or([
          row('concerns.id', '=', row.ref('commitments.concernId')),
          row('concerns.mergedIntoId', '=', row.ref('commitments.concernId')),
        ]),
      ),
    )
    .select(['commitments.id', 'concernId', 'ownerId', 'owner', 'coOwners', 'commentId'])
    .select('concerns.id as answeredId')
    .where('commitments.placeId', '=', placeId)
    .where('commitments.state', '<>', 'dropped')
    .where((row) =>
      row.or([
        row('ownerId', 'in', [...known.personIds]),
        row('owner', 'in', [...known.names]),
        row('coOwners', '<>', '[]'),
      ]),
    )
    .execute()
  return rows
    .filter(({ ownerId, owner, coOwners }) => {
      const parts: readonly { name: string; personId: string | null }[] = JSON.parse(coOwners)
      const ids = [ownerId, ...parts.map((part) => part.personId)]
      return isDoneByThem(known, ids, [owner, ...parts.map(({ name }) => name)])
    })
    .flatMap(({ id, concernId, answeredId, commentId }) =>
      [id, concernId, answeredId, commentId].filter((one) => one !== null),
    )
}

/** Hidden names of matters and comments that name them. */
async function named(reader: Reader, placeId: string, known: Recusal): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; text: string; commentId: string | null; said: string | null }>`
    select concerns.id, concerns.text, concerns."commentId", comments.text as said
    from concerns left join comments on comments.id = concerns."commentId"
    where concerns."placeId" = ${placeId} and concerns.lane = 'masked'
      and (${sql.join(
        known.names.map((name) => {
          const like = `%${name.replaceAll(/[\\%_]/g, '')}%`
          return sql`concerns.text like ${like} or comments.text like ${like}`
        }),
        sql` or `,
      )})`.execute(reader)
  return rows
    .filter(({ text, said }) => isAboutThem(known, [], `${text}\n${said ?? ''}`))
    .flatMap(({ id, commentId }) => (commentId === null ? [id] : [id, commentId]))
}
