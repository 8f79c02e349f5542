import { Client } from '../../support/running/client.ts'

export interface Login {
  readonly loginName: string
  readonly password: string
}

/** Who runs the evening, logged in at one village. */
export interface Runners {
  readonly facilitator: Client
  readonly recorder: Client
  readonly placeId: string
}

interface SampleAnswer {
  readonly places: readonly { readonly id: string; readonly kind: string }[]
  readonly cast: readonly (Login & { readonly name: string; readonly roles?: readonly string[] })[]
}

/** Opens the sample village on a new instance, or logs in with what was given for a running one. */
export async function gatherRunners(url: string, given: readonly Login[], hasPast = false): Promise<Runners> {
  const door = new Client(url)
  const me = await door.read('/api/me')
  if (!me.setupNeeded && given.length < 2)
    throw new Error(
      'This instance is set up already: name two log-ins with --login NAME:PASSWORD, facilitator first.',
    )
  const logins = me.setupNeeded ? await openSample(door, hasPast) : given
  const [facilitator, recorder] = [await logIn(url, logins[0]!), await logIn(url, logins[1]!)]
  return { facilitator, recorder, placeId: facilitator.placeId }
}

async function openSample(door: Client, hasPast: boolean): Promise<readonly Login[]> {
  const { status, body } = await door.post('/api/setup/sample', { key: null, language: 'zh-Hans', hasPast })
  if (status !== 200) throw new Error(`expected the sample village, found ${status} ${JSON.stringify(body)}`)
  const { cast } = body as SampleAnswer
  const named = (name: string): Login => cast.find((one) => one.name === name) ?? cast[0]!
  return [named('陈静'), named('陈晓')]
}

export async function logIn(url: string, login: Login): Promise<Client> {
  const client = new Client(url)
  const { status, body } = await client.post('/api/sessions', {
    loginName: login.loginName,
    password: login.password,
  })
  if (status !== 200) throw new Error(`${login.loginName} could not log in: ${JSON.stringify(body)}`)
  const place = body.places.find((one: { kind: string }) => one.kind === 'village' || one.kind === 'compound')
  client.placeId = place.id
  return client
}
