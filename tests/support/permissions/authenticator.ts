import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { Client } from '../running/client.ts'

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const HAS_CREDENTIAL = 0x40

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const uint = (value: number, bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntBE(value, 0, bytes)
  return buffer
}
/** CBOR (RFC 8949): a head of major type and length, for lengths below 65,536. */
const head = (major: number, length: number): Buffer =>
  length < 24
    ? uint((major << 5) | length, 1)
    : length < 256
      ? Buffer.concat([uint((major << 5) | 24, 1), uint(length, 1)])
      : Buffer.concat([uint((major << 5) | 25, 1), uint(length, 2)])
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)])
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value])
const int = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value))
const map = (...entries: Buffer[]): Buffer => Buffer.concat([head(5, entries.length / 2), ...entries])

interface Options {
  readonly rpId: string
  readonly origin: string
  readonly challenge: string
}

/** A key as a phone has it (WebAuthn Level 3, attestation `none`, ES256), which asks nobody for a finger. */
export class Authenticator {
  readonly id = randomBytes(32)
  readonly #key: KeyObject
  readonly #publicKey: Buffer
  counter = 0
  isVerified = true

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x, y } = publicKey.export({ format: 'jwk' })
    this.#key = privateKey
    this.#publicKey = map(
      ...[int(1), int(2), int(3), int(-7), int(-1), int(1)],
      ...[int(-2), bytes(Buffer.from(x!, 'base64url')), int(-3), bytes(Buffer.from(y!, 'base64url'))],
    )
  }

  /** What a browser sends of a new passkey. */
  make({ rpId, origin, challenge }: Options) {
    const credential = Buffer.concat([Buffer.alloc(16), uint(this.id.length, 2), this.id, this.#publicKey])
    const state = Buffer.concat([this.#state(rpId, HAS_CREDENTIAL), credential])
    const attested = map(text('fmt'), text('none'), text('attStmt'), map(), text('authData'), bytes(state))
    return {
      id: this.id.toString('base64url'),
      clientDataJSON: signedClient('webauthn.create', challenge, origin).toString('base64url'),
      attestationObject: attested.toString('base64url'),
      transports: ['internal'],
    }
  }

  /** What a browser sends to log in with it. */
  prove({ rpId, origin, challenge }: Options) {
    this.counter++
    const state = this.#state(rpId, 0)
    const client = signedClient('webauthn.get', challenge, origin)
    const signature = sign('sha256', Buffer.concat([state, sha256(client)]), this.#key)
    return {
      id: this.id.toString('base64url'),
      clientDataJSON: client.toString('base64url'),
      authenticatorData: state.toString('base64url'),
      signature: signature.toString('base64url'),
    }
  }

  #state(rpId: string, flags: number): Buffer {
    const verified = this.isVerified ? USER_VERIFIED : 0
    return Buffer.concat([sha256(rpId), uint(USER_PRESENT | verified | flags, 1), uint(this.counter, 4)])
  }
}

const signedClient = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

const originOf = (client: Client): string => new URL(client.url).origin

/** What this browser sends to add the passkey. @throws when it may not */
export async function newPasskey(client: Client, password: string, made = new Authenticator()) {
  const { status, body } = await client.post('/api/me/passkeys/options', { password })
  if (status !== 200) throw new Error(`expected options of a passkey, found ${JSON.stringify(body)}`)
  return made.make({ rpId: body.rp.id, origin: originOf(client), challenge: body.challenge })
}

/** What this browser sends to log in. */
export async function proofOf(client: Client, passkey: Authenticator, other: Partial<Options> = {}) {
  const { body } = await client.post('/api/sessions/passkey/options', {})
  const asked = { rpId: body.rpId, origin: originOf(client), challenge: body.challenge }
  return passkey.prove({ ...asked, ...other })
}
