import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonId, PlaceId } from '../../../shared/kernel/id.ts'
import { folded } from '../../../shared/kernel/text/folding.ts'
import { ERASED_NAME } from '../../../shared/people/person.ts'
import { forgetReceipts } from '../../journal/erasing.ts'
import { list } from '../../ledger/list/lines.ts'
import type { Work } from '../../storage/database.ts'
import { cellWithoutNames, NAMED, withoutNames } from './names.ts'

export interface Erased {
  readonly id: PersonId
  readonly placeId: PlaceId
}

/** Names, log-in and what is theirs alone; what the village did stays, without the name. Says where something was. */
export async function erasePersonRows(work: Work, person: Erased): Promise<readonly PlaceId[]> {
  const names = await namesOf(work, person)
  const placeIds = await placesNaming(work, person)
  for (const placeId of placeIds) {
    const isShared = await isNameOfAnother(work, person.id, placeId, names)
    await emptyWords(work, { placeId, names, person, isShared })
    await emptyCells(work, { placeId, names, person, isShared })
  }
  await emptyHousehold(work, person)
  await dropOwn(work, person.id)
  return placeIds
}

/** What they are called now and were before. */
async function namesOf(work: Work, { id, placeId }: Erased): Promise<ReadonlySet<string>> {
  const { name } = await work
    .selectFrom('people')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const told = await work
    .selectFrom('journal')
    .innerJoin('eventWords', (join) =>
      join.onRef('eventWords.placeId', '=', 'journal.placeId').onRef('eventWords.seq', '=', 'journal.seq'),
    )
    .select('words')
    .where('journal.placeId', '=', placeId)
    .where('type', 'in', ['person-added', 'person-renamed'])
    .where('data', 'like', `%"${id}"%`)
    .execute()
  const before = told.map(({ words }) => (JSON.parse(words) as { name?: string }).name ?? '')
  return new Set([name, ...before].filter((one) => one !== '' && one !== ERASED_NAME))
}

/** Where they live, and wherever something was done by them or about them. */
async function placesNaming(work: Work, { id, placeId }: Erased): Promise<readonly PlaceId[]> {
  const rows = await work
    .selectFrom('journal')
    .select('placeId')
    .distinct()
    .where(({ eb, or }) => or([eb('actorId', '=', id), eb('data', 'like', `%"${id}"%`)]))
    .execute()
  return [...new Set([placeId, ...rows.map((row) => row.placeId)])]
}

interface Emptied {
  readonly placeId: PlaceId
  readonly names: ReadonlySet<string>
  readonly person: Erased
  /** Somebody else there is called the same: only what says that it is this person is touched. */
  readonly isShared: boolean
}

async function isNameOfAnother(
  work: Work,
  id: PersonId,
  placeId: PlaceId,
  names: ReadonlySet<string>,
): Promise<boolean> {
  const other = await work
    .selectFrom('people')
    .leftJoin('posts', 'posts.personId', 'people.id')
    .select('people.id')
    .where('name', 'in', [...names, ''])
    .where('people.id', '!=', id)
    .where(({ eb, or }) => or([eb('people.placeId', '=', placeId), eb('posts.placeId', '=', placeId)]))
    .executeTakeFirst()
  return other !== undefined
}

/** Words of events lose the name and the salt by which it could be guessed; the rest of them stays. */
async function emptyWords(work: Work, { placeId, names, person, isShared }: Emptied): Promise<void> {
  const rows = await work
    .selectFrom('eventWords')
    .innerJoin('journal', (join) =>
      join.onRef('journal.placeId', '=', 'eventWords.placeId').onRef('journal.seq', '=', 'eventWords.seq'),
    )
    .select(['eventWords.seq', 'words', 'data', 'actorId'])
    .where('eventWords.placeId', '=', placeId)
    .where(({ eb, or }) => or([...names].map((name) => eb('words', 'like', `%${name}%`))))
    .execute()
  const seqs: number[] = []
  for (const { seq, words, data, actorId } of rows) {
    if (isShared && actorId !== person.id && !data.includes(`"${person.id}"`)) continue
    const without = JSON.stringify(withoutNames(JSON.parse(words), names))
    if (without === words) continue
    seqs.push(seq)
    await work
      .updateTable('eventWords')
      .set({ words: without, salt: '' })
      .where('placeId', '=', placeId)
      .where('seq', '=', seq)
      .execute()
  }
  await forgetReceipts(work, placeId, seqs)
}

async function emptyCells(work: Work, emptied: Emptied): Promise<void> {
  const { placeId, names, person, isShared } = emptied
  for (const { table, column, id } of NAMED) {
    const [from, cell] = [sql.table(table), sql.ref(column)]
    const isTheirs = id === null ? sql`1 = 0` : sql`${sql.ref(id)} = ${person.id}`
    const ofThem = isShared ? isTheirs : sql`1 = 1`
    const like = sql.join(
      [...names].map((name) => sql`${cell} like ${`%${name}%`}`),
      sql` or `,
    )
    const { rows } = await sql<{ cell: string }>`
      select distinct ${cell} as cell from ${from} where "placeId" = ${placeId} and ${ofThem} and (${like})`.execute(
      work,
    )
    for (const { cell: before } of rows) {
      const without = cellWithoutNames(before, names)
      if (without !== before)
        await sql`update ${from} set ${cell} = ${without}
          where "placeId" = ${placeId} and ${ofThem} and ${cell} = ${before}`.execute(work)
    }
  }
  await listAgain(work, emptied)
}

/** The search of the ledger knows owners by their letters. */
async function listAgain(work: Work, { placeId, names }: Emptied): Promise<void> {
  const lines = await work
    .selectFrom('ledgerLines')
    .innerJoin('ledgerTexts', 'ledgerTexts.line', 'ledgerLines.line')
    .select('commitmentId')
    .where('placeId', '=', placeId)
    .where(({ eb, or }) => or([...names].map((name) => eb('text', 'like', `%${folded(name)}%`))))
    .execute()
  for (const { commitmentId } of lines) await list(work, commitmentId)
}

/** A household that is called after somebody who lived there alone. */
async function emptyHousehold(work: Work, { id }: Erased): Promise<void> {
  const { householdId } = await work
    .selectFrom('people')
    .select('householdId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await work.updateTable('people').set({ householdId: null }).where('id', '=', id).execute()
  if (householdId === null) return
  const others = work.selectFrom('people').select('id').where('householdId', '=', householdId)
  if (await others.executeTakeFirst()) return
  const rows = await work
    .updateTable('households')
    .set({ name: ERASED_NAME })
    .where('id', '=', householdId)
    .returning('placeId')
    .execute()
  for (const { placeId } of rows) await emptyHouseholdWords(work, placeId, householdId)
}

async function emptyHouseholdWords(work: Work, placeId: PlaceId, householdId: string): Promise<void> {
  const told = await work
    .selectFrom('journal')
    .select('seq')
    .where('placeId', '=', placeId)
    .where('type', '=', 'household-added')
    .where('data', 'like', `%"${householdId}"%`)
    .execute()
  const seqs = told.map(({ seq }) => seq)
  await work
    .updateTable('eventWords')
    .set({ words: JSON.stringify({ name: ERASED_NAME }), salt: '' })
    .where('placeId', '=', placeId)
    .where('seq', 'in', [-1, ...seqs])
    .execute()
  await forgetReceipts(work, placeId, seqs)
}

const OWN_TABLES = [
  'sessions',
  'logins',
  'passkeys',
  'loginResets',
  'mailboxes',
  'calendarLinks',
  'savedViews',
] as const

/** What nobody else has a share in. */
export async function dropOwn(work: Work, id: PersonId): Promise<void> {
  await dropAttempts(work, id)
  const sessions = work.selectFrom('sessions').select('tokenHash').where('personId', '=', id)
  await work.deleteFrom('tickets').where('sessionHash', 'in', sessions).execute()
  const invitations = work.selectFrom('invitations').select('id').where('personId', '=', id)
  await work.deleteFrom('invitationCodes').where('invitationId', 'in', invitations).execute()
  await work
    .updateTable('invitations')
    .set({ state: 'taken-back' })
    .where('personId', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  for (const table of OWN_TABLES) await work.deleteFrom(table).where('personId', '=', id).execute()
  await work.deleteFrom('claims').where('actorId', '=', id).execute()
  await work.deleteFrom('notices').where('recipientId', '=', id).execute()
  await work.deleteFrom('deliveryAttempts').where('receiverId', '=', id).execute()
  await work.deleteFrom('deliveries').where('receiverId', '=', id).execute()
  await work
    .deleteFrom('securityLog')
    .where(({ eb, or }) => or([eb('byId', '=', id), eb('personId', '=', id)]))
    .execute()
}

/** Only the hash of the name alone can be made again; the others go within a day. */
async function dropAttempts(work: Work, id: PersonId): Promise<void> {
  const login = await work
    .selectFrom('logins')
    .select('loginName')
    .where('personId', '=', id)
    .executeTakeFirst()
  if (!login) return
  const nameHash = createHash('sha256').update(`name\n${login.loginName}`).digest('hex')
  await work.deleteFrom('loginAttempts').where('nameHash', '=', nameHash).execute()
}
