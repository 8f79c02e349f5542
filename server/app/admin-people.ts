import type { PersonId, PlaceId } from '../../shared/kernel/id.ts'
import { isRefusal } from '../../shared/kernel/refusal.ts'
import { decideResetAtMachine } from '../../shared/people/log-in/login-reset.ts'
import { plainLoginName } from '../../shared/people/log-in/login.ts'
import { SYSTEM_ID, systemAt } from '../journal/system.ts'
import { newCode } from '../people/invitations/codes.ts'
import { endSessionsOf } from '../people/own/own-sessions.ts'
import type { Reader } from '../storage/database.ts'
import { erasePerson } from './erasing/erasing.ts'
import type { AppContext } from './feature.ts'

interface Known {
  readonly id: PersonId
  readonly placeId: PlaceId
  readonly name: string
}

/** One line for each line that is printed. */
export type Lines = readonly object[]

/** What was typed behind the name of a command; `who` is a log-in name or an id. */
export interface Asked {
  readonly who: string
  readonly file: string | null
  readonly flags: readonly string[]
  readonly address: string
}

export type AdminCommand = (context: AppContext, asked: Asked) => Promise<Lines>

/** What whoever keeps the machine does about people and their log-ins. */
export const PEOPLE_COMMANDS: Readonly<Record<string, AdminCommand>> = {
  list: ({ database }) => listed(database.reader),
  'reset-login': resetLogin,
  'end-sessions': async (context, { who }) => {
    const person = await personCalled(context.database.reader, who)
    return [{ person: person.name, ended: await endSessionsOf(context, person.id, SYSTEM_ID) }]
  },
  'erase-person': async (context, { who, flags }) => {
    const person = await personCalled(context.database.reader, who, 'also-gone')
    if (!flags.includes('--yes'))
      throw new Error(
        `This takes ${person.name} out of the roster, the log-ins and every record, for good. ` +
          'What the village did stays, without the name. Say it again with --yes to do it.',
      )
    return erasePerson(context, person)
  },
}

/** Places, and who holds a post there with when they logged in last; no secret is among it. */
async function listed(reader: Reader): Promise<Lines> {
  const places = await reader.selectFrom('places').selectAll().orderBy('id').execute()
  const posts = await reader
    .selectFrom('posts')
    .innerJoin('people', 'people.id', 'posts.personId')
    .leftJoin('logins', 'logins.personId', 'posts.personId')
    .select(['posts.placeId', 'people.id as personId', 'name', 'role', 'title', 'loginName', 'loggedInAt'])
    .where('endedAt', 'is', null)
    .orderBy('givenAt')
    .execute()
  return places
    .filter(({ kind }) => kind !== 'grid')
    .map(({ id, kind, name }) => ({
      ...{ id, kind, name },
      posts: posts.filter(({ placeId }) => placeId === id).map(({ placeId: _, ...post }) => post),
    }))
}

/** A code with which the person sets a log-in of their own; told here once, and to its owner and the security log. */
async function resetLogin(context: AppContext, { who, address }: Asked): Promise<Lines> {
  const { id: personId, placeId, name } = await personCalled(context.database.reader, who)
  const { codeHash, told } = await newCode(context, address)
  const handler = {
    name: 'login-reset',
    load: async (): Promise<null> => null,
    decide: decideResetAtMachine,
  }
  const command = { placeId, personId }
  const outcome = await context.journal.execute(handler, command, systemAt(placeId), context.newId())
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`)
  // After the events, which begin a row without a code.
  await context.database.write((work) =>
    work.updateTable('loginResets').set({ codeHash }).where('personId', '=', personId).execute(),
  )
  const { code, expiresAt } = told
  return [{ person: name, code, expiresAt, address: told.address }]
}

/** @throws where nobody is called so */
async function personCalled(reader: Reader, who: string, which?: 'also-gone'): Promise<Known> {
  const person = await reader
    .selectFrom('people')
    .leftJoin('logins', 'logins.personId', 'people.id')
    .select(['people.id', 'placeId', 'name'])
    .where(({ eb, or }) => or([eb('people.id', '=', who), eb('loginName', '=', plainLoginName(who))]))
    .$if(which === undefined, (query) => query.where('movedAwayAt', 'is', null))
    .executeTakeFirst()
  if (!person) throw new Error(`nobody has the log-in name or id "${who}": npm run admin -- list`)
  return person
}
