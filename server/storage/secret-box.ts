import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Database } from './database.ts'

export const SECRET_KEY_FILE = 'secret-key'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
const VERSION = 'v1'
const CIPHER = 'aes-256-gcm'

/** Stands before a sealed text, so that it is found again by what was sealed: only for texts that nobody can guess. */
export const sealMark = (text: string): string =>
  `${VERSION}.${createHash('sha256').update(`mark\n${text}`).digest('hex')}.`

const isSealed = (text: string): boolean => text.startsWith(`${VERSION}.`)

/** Whether this was made from that text, sealed or kept as it was by an earlier version. */
export const isSealOf = (kept: string, text: string): boolean =>
  kept === text || kept.startsWith(sealMark(text))

/** Seals what opens something elsewhere, so that a copy of the database does not (AES-256-GCM, NIST SP 800-38D). */
export class SecretBox {
  readonly #keys: readonly Buffer[]

  /** The first key seals; the others still open what was sealed before it was changed. */
  constructor(secrets: readonly [string, ...string[]]) {
    this.#keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'secret-box', KEY_BYTES)))
  }

  /** Tells keys apart and gives none away. */
  get marks(): readonly string[] {
    return this.#keys.map((key) => createHash('sha256').update('key').update(key).digest('hex'))
  }

  seal(text: string): string {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv(CIPHER, this.#keys[0]!, iv)
    const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return sealMark(text) + sealed.toString('base64url')
  }

  /** The text; null where it was sealed with a key that is not here. */
  open(kept: string): string | null {
    if (!isSealed(kept)) return kept
    for (const key of this.#keys) {
      const text = opened(kept, key)
      if (text !== null) return text
    }
    return null
  }

  /** Sealed with the present key: as it is kept, or anew; null where nothing is to be done or can be. */
  resealed(kept: string): string | null {
    if (isSealed(kept) && opened(kept, this.#keys[0]!) !== null) return null
    const text = this.open(kept)
    return text === null ? null : this.seal(text)
  }
}

function opened(kept: string, key: Buffer): string | null {
  const bytes = Buffer.from(kept.split('.')[2] ?? '', 'base64url')
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES))
  try {
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}

/** The key that lies beside the data, made when it is first needed; a copy of the database does not hold it. */
export function keyInFolder(dataDir: string): string {
  const file = path.join(dataDir, SECRET_KEY_FILE)
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * Of several nodes on one database each must open what the others seal.
 * @throws where the key is neither the one that this database knows nor one after it
 */
export async function mustBeKnown(database: Database, { marks }: SecretBox): Promise<void> {
  const [mark = ''] = marks
  await database.write(async (work) => {
    const row = { name: 'secretKeyMark', value: mark }
    await work
      .insertInto('instance')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    const known = work.selectFrom('instance').select('value').where('name', '=', row.name)
    const { value } = await known.executeTakeFirstOrThrow()
    if (!marks.includes(value)) throw new Error(OTHER_KEY)
    await work.updateTable('instance').set({ value: mark }).where('name', '=', row.name).execute()
  })
}

const OTHER_KEY =
  'This database was written to with another SECRET_KEY (or another DATA_DIR/secret-key): give every node the same. ' +
  "Where that key is lost: delete from instance where name = 'secretKeyMark', and set groups and mailboxes once more."
