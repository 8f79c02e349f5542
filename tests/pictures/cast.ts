import { Client } from '../support/running/client.ts'
import type { TestClock } from '../support/running/clock.ts'

/** The sample village as the story's people know it. */
export interface Cast {
  readonly url: string
  readonly clock: TestClock
  readonly placeId: string
  readonly townshipId: string
  readonly people: Readonly<Record<string, string>>
  readonly facilitator: Client
  readonly recorder: Client
  readonly cadre: Client
  readonly accountant: Client
  readonly township: Client
}

/** A promise whose day is named outright, as most are. */
export const BY_NAME = { origin: 'promise', entryId: null, limit: null, isOnTheSpot: false }

export async function openSampleVillage(url: string, clock: TestClock): Promise<Cast> {
  const door = new Client(url)
  const { status, body } = await door.post('/api/setup/sample', { key: null, language: 'zh-Hans' })
  if (status !== 200) throw new Error(`expected the sample village, found ${status} ${JSON.stringify(body)}`)
  const village = body.places.find((place: { kind: string }) => place.kind === 'village')
  const placeId: string = village.id
  const as = async (name: string): Promise<Client> => {
    const { loginName, password } = body.cast.find((one: { name: string }) => one.name === name)
    const client = new Client(url)
    client.placeId = placeId
    const answer = await client.post('/api/sessions', { loginName, password })
    if (answer.status !== 200) throw new Error(`expected ${name} to log in, found ${answer.status}`)
    return client
  }
  const facilitator = await as('陈静')
  const roster = await facilitator.read(`/api/places/${placeId}/roster`)
  return {
    url,
    clock,
    placeId,
    townshipId: village.parentId,
    people: Object.fromEntries(roster.people.map(({ name, id }: { name: string; id: string }) => [name, id])),
    facilitator,
    recorder: await as('陈晓'),
    cadre: await as('王建国'),
    accountant: await as('刘会计'),
    township: await as('赵明'),
  }
}

/** Somebody comes with a phone. */
export async function comeIn(cast: Cast, code: string, name: string | null): Promise<Client> {
  const phone = new Client(cast.url)
  const { status, body } = await phone.post('/api/sessions/join', { code, name })
  if (status !== 200) throw new Error(`expected ${name ?? 'a phone'} to come in, found ${status}`)
  phone.placeId = body.placeId
  return phone
}
