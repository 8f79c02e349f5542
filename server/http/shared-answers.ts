import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { languageOf } from '../browser/language.ts'
import type { Reader } from '../storage/database.ts'
import { PACKINGS, WORTH_PACKING_BYTES } from './compress.ts'

const MAX_KEPT_BYTES = 64 * 1024 * 1024
const ENTRY_BYTES = 500
/** Read anew after so long in any case. */
const MAX_AGE_MS = 60_000
/** Different answers that are made for strangers at the same time; whoever comes behind is told to come again. */
const MAX_MAKING = 32
const HEADERS = ['content-type', 'content-disposition', 'cache-control', 'referrer-policy'] as const

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer to this request is the same for others until something happens; its address names the place. */
    isShared?: (request: FastifyRequest) => boolean
  }
  interface FastifyRequest {
    /** Where the answer goes that is being made for all who ask. */
    making: Making | null
  }
}

type Payload = string | Buffer

interface Kept {
  readonly payload: Payload
  /** Packed when somebody first asks for it so. */
  readonly packed: Map<string, Promise<Buffer>>
  readonly headers: Readonly<Record<string, string>>
  readonly version: Version
  readonly madeMs: number
}

interface Version {
  readonly place: number
  /** Of all places: an answer may tell of others. */
  readonly all: number
}

interface Making {
  readonly done: (kept: Pick<Kept, 'payload' | 'headers'> | null) => void
}

export interface SharedAnswersOptions {
  readonly reader: Reader
  readonly nowMs: () => number
  /** While nothing happened at its own place, an answer may be so old, whatever happened elsewhere. */
  readonly sharedForMs: number
}

/** Makes an answer that is the same for many once for all of them, until something happens. */
export class SharedAnswers {
  readonly #options: SharedAnswersOptions
  readonly #kept = new Map<string, Kept>()
  readonly #making = new Map<string, Promise<Kept | null>>()
  #bytes = 0

  constructor(options: SharedAnswersOptions) {
    this.#options = options
  }

  /** What was made before, or what somebody else is making; else whoever asks makes it. @throws too-often */
  async find(key: string, placeId: PlaceId): Promise<Kept | Making> {
    const version = await this.#versionOf(placeId)
    const kept = this.#kept.get(key)
    if (kept && this.#isFresh(kept, version)) return kept
    const begun = await this.#making.get(`${key}\n${version.all}`)
    return begun ?? this.#begin(key, version)
  }

  #begin(key: string, version: Version): Making {
    if (this.#making.size >= MAX_MAKING) throw refuse('too-often')
    const name = `${key}\n${version.all}`
    const { promise, resolve } = Promise.withResolvers<Kept | null>()
    this.#making.set(name, promise)
    return {
      done: (made) => {
        const kept = made && { ...made, packed: new Map(), version, madeMs: this.#options.nowMs() }
        if (kept) this.#keep(key, kept)
        this.#making.delete(name)
        resolve(kept)
      },
    }
  }

  #isFresh({ version, madeMs }: Kept, now: Version): boolean {
    const ageMs = this.#options.nowMs() - madeMs
    if (version.place !== now.place || ageMs > MAX_AGE_MS) return false
    return version.all === now.all || ageMs < this.#options.sharedForMs
  }

  #keep(key: string, kept: Kept): void {
    this.#drop(key)
    this.#kept.set(key, kept)
    this.#bytes += weightOf(key, kept)
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= MAX_KEPT_BYTES) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key)
    if (kept) this.#bytes -= weightOf(key, kept)
    this.#kept.delete(key)
  }

  async #versionOf(placeId: PlaceId): Promise<Version> {
    const { reader } = this.#options
    const row = await reader
      .selectFrom('heads')
      .select(({ fn, eb }) => [
        fn.coalesce(fn.sum<number>('seq'), eb.lit(0)).as('all'),
        eb.selectFrom('heads').select('seq').where('placeId', '=', placeId).as('place'),
      ])
      .executeTakeFirstOrThrow()
    return { all: Number(row.all), place: row.place ?? 0 }
  }
}

/** Addresses and headers are chosen by whoever asks, so that they count too; packed it stands there once more. */
const weightOf = (key: string, { payload }: Kept): number => 2 * (payload.length + key.length) + ENTRY_BYTES

/** Answers from what is shared, and keeps what is made for the first who asks. */
export function shareAnswers(app: FastifyInstance, answers: SharedAnswers): void {
  app.decorateRequest('making', null)
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'GET' || !request.routeOptions.config.isShared?.(request)) return undefined
    const { placeId } = request.params as { placeId: PlaceId }
    const found = await answers.find(keyOf(request), placeId)
    if ('payload' in found) return sendKept(request, reply, found)
    request.making = found
    return undefined
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const { making } = request
    if (!making) return payload
    request.making = null
    making.done(isToBeKept(reply, payload) ? { payload, headers: headersOf(reply, payload) } : null)
    return payload
  })
  app.addHook('onRequestAbort', async (request) => giveUp(request))
  app.addHook('onResponse', async (request) => giveUp(request))
}

/** Nobody waits for an answer that was never sent. */
function giveUp(request: FastifyRequest): void {
  request.making?.done(null)
  request.making = null
}

async function sendKept(request: FastifyRequest, reply: FastifyReply, kept: Kept): Promise<FastifyReply> {
  const { payload, headers } = kept
  const isKnown = request.headers['if-none-match'] === headers['etag']
  for (const [name, value] of Object.entries(headers))
    if (!isKnown || !name.startsWith('content-')) void reply.header(name, value)
  if (isKnown) return reply.code(304).send()
  const how = PACKINGS.find(({ name }) => request.headers['accept-encoding']?.includes(name))
  if (!how || payload.length < WORTH_PACKING_BYTES || !isText(headers['content-type']))
    return reply.send(payload)
  const packed = kept.packed.get(how.name) ?? how.pack(payload)
  kept.packed.set(how.name, packed)
  return reply
    .header('content-encoding', how.name)
    .header('vary', 'accept-encoding')
    .send(await packed)
}

const isText = (type = ''): boolean => /^(text\/|application\/json)/.test(type)

// An answer that sets a choice on one browser is nobody else's.
const isToBeKept = (reply: FastifyReply, payload: unknown): payload is Payload =>
  reply.statusCode === 200 &&
  !reply.hasHeader('set-cookie') &&
  (typeof payload === 'string' || Buffer.isBuffer(payload))

function headersOf(reply: FastifyReply, payload: Payload): Record<string, string> {
  const etag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`
  void reply.header('etag', etag)
  const named = HEADERS.flatMap((name) => {
    const value = reply.getHeader(name)
    return value === undefined ? [] : [[name, String(value)] as const]
  })
  return { ...Object.fromEntries(named), etag }
}

/** Everything of a request on which an answer without an identity may depend. */
const keyOf = (request: FastifyRequest): string =>
  [request.protocol, request.host, request.url, languageOf(request), request.cookies['letters'] ?? ''].join(
    '\n',
  )
