import type { Me } from '../../shared/people/person.ts'
import { ask, type Answer } from './ask.ts'
import { preloaded } from './live/preloaded.ts'

/** Who this screen is, as the server knows it by the cookie. */
class Session {
  me = $state.raw<Me | null>(null)
  /** Told before anything is drawn for them. */
  onPerson: (personId: string) => void = () => {}
}

export const session = new Session()

export interface Joined {
  readonly placeId: string
  readonly meetingId: string
  /** Null for whoever holds a post there and comments as themselves. */
  readonly guestId: string | null
}

/** What a code leads to, before anybody joins. */
export interface Invitation {
  readonly placeId: string
  readonly meetingId: string
  readonly placeName: string
  readonly title: string
  readonly format: string
}

function keep(answer: Answer<Me>): Answer<Me> {
  if (answer.kind !== 'told') return answer
  const { actor } = answer.value
  if (actor?.personId) session.onPerson(actor.personId)
  session.me = answer.value
  return answer
}

/** Who came with the page, if it was told. */
export function takeMe(): Answer<Me> | null {
  const value = preloaded<Me>('/api/me')
  return value && keep({ kind: 'told', value })
}

export const loadMe = async (): Promise<Answer<Me>> => keep(await ask('GET', '/api/me'))

export const codeAddress = (code: string): `/api/codes/${string}` => `/api/codes/${encodeURIComponent(code)}`

export const readCode = (code: string): Promise<Answer<Invitation>> => ask('GET', codeAddress(code))

/** As a guest of the evening that the code opens; the same phone is recognised by its cookie. */
export const join = (code: string, name: string | null): Promise<Answer<Joined>> =>
  andMe(ask('POST', '/api/sessions/join', { code, name }))

export const nameMyself = (name: string | null): Promise<Answer<unknown>> =>
  andMe(ask('POST', '/api/sessions/name', { name }))

async function andMe<Value>(asking: Promise<Answer<Value>>): Promise<Answer<Value>> {
  const answer = await asking
  if (answer.kind === 'told') await loadMe()
  return answer
}

export const logIn = async (loginName: string, password: string): Promise<Answer<Me>> =>
  keep(await ask('POST', '/api/sessions', { loginName, password }))

export async function logOut(): Promise<void> {
  await ask('DELETE', '/api/sessions')
  await loadMe()
}
