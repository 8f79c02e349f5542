import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { PersonId } from '../../../shared/kernel/id.ts'
import { refuse } from '../../../shared/kernel/refusal.ts'
import type { NewPasskey, PasskeyProof } from '../../../shared/people/log-in/passkey-answers.ts'
import type { AppContext } from '../../app/feature.ts'
import type { PasskeyRow } from '../../storage/tables/people.ts'
import { browserOf } from '../own/browser-kind.ts'
import { dayOf } from '../own/unused.ts'
import { isOpenChallenge } from './challenges.ts'

/** COSE: EdDSA, ES256, RS256, which are what phones, computers and keys make. */
export const ALGORITHMS = [-8, -7, -257]

/** Which site a passkey is of: the one whose page asks. A browser gives it to no other (WebAuthn Level 3, §5.1). */
export function siteOf(context: AppContext, request: FastifyRequest): { origin: string; host: string } {
  // Another site's page was refused before.
  const { origin = new URL(context.addressFor(request)).origin } = request.headers
  return { origin, host: new URL(origin).hostname }
}

const fixed = { rawId: '', type: 'public-key', clientExtensionResults: {} } as const

/** What is kept of a new passkey. @throws passkey-unknown */
export async function madePasskey(
  context: AppContext,
  request: FastifyRequest<{ Body: Static<typeof NewPasskey> }>,
  personId: PersonId,
): Promise<PasskeyRow> {
  const { origin, host } = siteOf(context, request)
  const { id, transports, ...response } = request.body
  const { registrationInfo } = await knownOrRefused(() =>
    verifyRegistrationResponse({
      response: { ...fixed, id, rawId: id, response: { ...response, transports } },
      expectedChallenge: (challenge) => isOpenChallenge(context, challenge, `add/${personId}`),
      expectedOrigin: origin,
      expectedRPID: host,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!registrationInfo) throw refuse('passkey-unknown')
  const { credential } = registrationInfo
  return {
    credentialId: credential.id,
    personId,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: JSON.stringify(transports),
    browser: browserOf(request.headers['user-agent']),
    madeAt: context.clock.now().toISOString(),
    lastUsedOn: null,
  }
}

/** The passkey as it stands after this use, and what was signed with it. @throws passkey-unknown */
export async function usedPasskey(
  context: AppContext,
  request: FastifyRequest<{ Body: Static<typeof PasskeyProof> }>,
  passkey: PasskeyRow,
): Promise<{ readonly passkey: PasskeyRow; readonly challenge: string }> {
  const { origin, host } = siteOf(context, request)
  const { id, ...response } = request.body
  let signed = ''
  const { verified, authenticationInfo } = await knownOrRefused(() =>
    verifyAuthenticationResponse({
      response: { ...fixed, id, rawId: id, response },
      expectedChallenge: (challenge) => {
        signed = challenge
        return isOpenChallenge(context, challenge, 'log-in')
      },
      expectedOrigin: origin,
      expectedRPID: host,
      credential: {
        id: passkey.credentialId,
        publicKey: Buffer.from(passkey.publicKey, 'base64url'),
        counter: passkey.counter,
      },
    }),
  )
  if (!verified) throw refuse('passkey-unknown')
  const used = { counter: authenticationInfo.newCounter, lastUsedOn: dayOf(context.clock.now()) }
  return { passkey: { ...passkey, ...used }, challenge: signed }
}

/** The library throws a sentence of its own for each thing that is not as it should be; who asks learns none of them. */
async function knownOrRefused<Result>(verify: () => Promise<Result>): Promise<Result> {
  try {
    return await verify()
  } catch {
    throw refuse('passkey-unknown')
  }
}
