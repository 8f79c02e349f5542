import type { OwnPasskeys } from '../../../shared/people/log-in/passkey.ts'
import type { Me } from '../../../shared/people/person.ts'
import type { BodyAt } from '../../../shared/api.ts'
import { ask, type Answer } from '../../sync/ask.ts'
import { loadMe } from '../../sync/session.svelte.ts'

/** A number in place of a name, of either kind; browsers keep passkeys for names (WebAuthn Level 3, §5.1.2). */
const IS_NUMBER = /^[\d.]+$|:/

/** Only on https or on the server itself, and at a name. */
export const takesPasskeys = (): boolean =>
  globalThis.isSecureContext && 'PublicKeyCredential' in window && !IS_NUMBER.test(location.hostname)

/** Null where somebody thought better of it, or has none: the browser has told them. */
async function orNull<Made>(make: () => Promise<Made>): Promise<Made | null> {
  try {
    return await make()
  } catch {
    return null
  }
}

type Transports = BodyAt<'POST', '/api/me/passkeys'>['transports']

const NOTHING_DONE = { kind: 'told', value: null } as const

/** Asks the browser for a passkey of this site and logs its owner in; null where none was given. */
export async function logInByPasskey(): Promise<Answer<Me | null>> {
  const options = await ask('POST', '/api/sessions/passkey/options')
  if (options.kind !== 'told') return options
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = { ...options.value }
  const signed = await orNull(() => startAuthentication({ optionsJSON }))
  if (!signed) return NOTHING_DONE
  const { clientDataJSON, authenticatorData, signature } = signed.response
  const proof = { id: signed.id, clientDataJSON, authenticatorData, signature }
  const answer = await ask('POST', '/api/sessions/passkey', proof)
  return answer.kind === 'told' ? loadMe() : answer
}

/** Has the browser make a passkey for whoever knows this password; null where none was made. */
export async function addPasskey(password: string): Promise<Answer<OwnPasskeys | null>> {
  const options = await ask('POST', '/api/me/passkeys/options', { password })
  if (options.kind !== 'told') return options
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { value } = options
  const optionsJSON = {
    ...value,
    pubKeyCredParams: [...value.pubKeyCredParams],
    excludeCredentials: value.excludeCredentials.map((one) => ({ ...one, transports: [...one.transports] })),
  }
  const made = await orNull(() => startRegistration({ optionsJSON }))
  if (!made) return NOTHING_DONE
  const { clientDataJSON, attestationObject } = made.response
  // How an authenticator is reached, in words of the same list.
  const transports = (made.response.transports ?? []) as Transports
  return ask('POST', '/api/me/passkeys', { id: made.id, clientDataJSON, attestationObject, transports })
}
