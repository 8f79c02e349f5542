import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Language } from '../../shared/words/language.ts'
import type { AppContext } from '../app/feature.ts'
import { hashedLogin, type NewLoginRow } from '../people/log-in/logins.ts'
import { CAST, COUNTY, GRIDS, inTraditional, MAYOR, TOWNSHIP, VILLAGE, type CastMember } from './cast.ts'
import { Past } from './past.ts'
import { Founder } from './village.ts'

// These passwords are printed on the page: there is nothing to protect and nobody should wait.
const PASSWORD_WORK = 2 ** 10

export interface SampleLogin {
  readonly name: string
  readonly title: string
  readonly loginName: string
  readonly password: string
}

export interface Sample {
  readonly facilitatorId: string
  readonly logins: readonly NewLoginRow[]
  readonly cast: readonly SampleLogin[]
  readonly villageId: PlaceId
  /** Promises of the past by what they answer; null where there is none. */
  readonly promises: ReadonlyMap<string, string> | null
}

/**
 * Founds the sample village with its cast through the commands that a real village uses. With a past, two evenings and
 * the weeks after them have been lived through; without, nothing has happened there yet.
 */
export async function foundSample(
  context: AppContext,
  language: Language,
  hasPast: boolean,
): Promise<Sample> {
  const founder = new Founder(context)
  const spelt = language === 'zh-Hant' ? inTraditional : (text: string): string => text
  const countyId = hasPast ? await founder.found('county', spelt(COUNTY), null) : null
  const townshipId = await founder.found('township', spelt(TOWNSHIP), countyId)
  const villageId = await founder.found('village', spelt(VILLAGE), townshipId)
  const ids = await fillRoster(founder, villageId, spelt)
  const mayorId = founder.newId()
  await founder.perform('add-person', townshipId, {
    personId: mayorId,
    name: spelt(MAYOR.name),
    householdId: null,
  })
  ids.set(MAYOR.name, mayorId)
  const post = ({ name, role, title }: CastMember, placeId: PlaceId): Promise<void> =>
    founder.perform('give-post', placeId, {
      postId: founder.newId(),
      personId: ids.get(name),
      role,
      title: spelt(title),
    })
  await post(MAYOR, townshipId)
  for (const member of CAST) await post(member, villageId)
  const past = countyId === null ? null : new Past(context, { villageId, townshipId, countyId, ids, spelt })
  const promises = (await past?.live()) ?? null
  const facilitatorId = ids.get(CAST[0]!.name)!
  return { facilitatorId, villageId, promises, ...(await logIns(context, ids, spelt)) }
}

async function fillRoster(
  founder: Founder,
  placeId: PlaceId,
  spelt: (text: string) => string,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const rows = Object.entries(GRIDS).flatMap(([grid, doors]) =>
    doors.flatMap(([household, ...names]) =>
      names.map((name) => {
        const personId = founder.newId()
        ids.set(name, personId)
        return { personId, name: spelt(name), household: spelt(household), grid: spelt(grid) }
      }),
    ),
  )
  await founder.perform('import-roster', placeId, { rows })
  return ids
}

async function logIns(
  context: AppContext,
  ids: ReadonlyMap<string, string>,
  spelt: (text: string) => string,
): Promise<Pick<Sample, 'logins' | 'cast'>> {
  const cast: SampleLogin[] = []
  const logins: NewLoginRow[] = []
  const passwords = context.passwords.at(PASSWORD_WORK)
  for (const { name, title, login } of [...CAST, MAYOR]) {
    if (!login) continue
    cast.push({ name: spelt(name), title: spelt(title), ...login })
    logins.push(await hashedLogin({ ...context, passwords }, ids.get(name)!, login))
  }
  return { logins, cast }
}
