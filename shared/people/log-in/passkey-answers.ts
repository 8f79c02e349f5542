import Type from 'typebox'
import { Closed, OneOf, TextOrNull, schemaFor } from '../../kernel/schema.ts'
import type { OwnPasskeys } from './passkey.ts'
import { BROWSERS, DEVICES } from './session.ts'

/** What an authenticator gives is binary: base64url without `=` (RFC 4648 §5). */
const Binary = (maxLength: number) => Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength })
const CredentialId = () => Binary(1_400)
const SignedClient = () => Binary(4_000)
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

/** What a browser made for a new passkey (WebAuthn Level 3, `RegistrationResponseJSON`, without what nobody here reads). */
export const NewPasskey = Closed({
  id: CredentialId(),
  clientDataJSON: SignedClient(),
  attestationObject: Binary(8_000),
  transports: Type.Array(OneOf(TRANSPORTS), { maxItems: TRANSPORTS.length }),
})

/** What a browser signed with one (WebAuthn Level 3, `AuthenticationResponseJSON`, likewise). */
export const PasskeyProof = Closed({
  id: CredentialId(),
  clientDataJSON: SignedClient(),
  authenticatorData: Binary(2_000),
  signature: Binary(2_000),
})

const Credential = Closed({
  id: Type.String(),
  type: OneOf(['public-key']),
  transports: Type.Array(OneOf(TRANSPORTS)),
})

/** Handed to the browser as it is (`PublicKeyCredentialCreationOptionsJSON`). */
export const PasskeyCreationAnswer = Closed({
  challenge: Type.String(),
  rp: Closed({ id: Type.String(), name: Type.String() }),
  user: Closed({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
  pubKeyCredParams: Type.Array(Closed({ alg: Type.Integer(), type: OneOf(['public-key']) })),
  timeout: Type.Integer(),
  excludeCredentials: Type.Array(Credential),
  authenticatorSelection: Closed({
    residentKey: OneOf(['required']),
    requireResidentKey: Type.Boolean(),
    userVerification: OneOf(['required']),
  }),
  attestation: OneOf(['none']),
})

/** Handed to the browser as it is (`PublicKeyCredentialRequestOptionsJSON`); it names nobody. */
export const PasskeyRequestAnswer = Closed({
  challenge: Type.String(),
  rpId: Type.String(),
  timeout: Type.Integer(),
  userVerification: OneOf(['required']),
})

export const OwnPasskeysAnswer = schemaFor<OwnPasskeys>()(
  Closed({
    passkeys: Type.Array(
      Closed({
        id: Type.String(),
        browser: OneOf(BROWSERS),
        device: OneOf(DEVICES),
        since: Type.String(),
        lastUsedOn: TextOrNull(),
      }),
    ),
  }),
)
