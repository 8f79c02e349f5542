import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ID_PATTERN } from '../../../shared/kernel/id.ts'
import type { PlainPage, Typed } from '../../../shared/protocol/plain.ts'
import type { AppContext } from '../../app/feature.ts'
import { randomId } from '../../browser/random-id.ts'
import { languageOf } from '../../browser/language.ts'
import { ApiClient } from './api-client.ts'
import type { PlainPages } from './page.ts'

export type PlainContext = Pick<AppContext, 'newToken' | 'clock'>

/** One request for a page without scripts: what it may ask, and how it is answered. */
export class PlainRequest {
  readonly api: ApiClient
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly #pages: PlainPages
  readonly #context: PlainContext

  constructor(
    { app, pages, context }: { app: FastifyInstance; pages: PlainPages; context: PlainContext },
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    this.request = request
    this.reply = reply
    this.#pages = pages
    this.#context = context
    this.api = new ApiClient(app, request, reply, languageOf(request))
  }

  get readAt(): string {
    return this.#context.clock.now().toISOString()
  }

  /** Whether the form stood in the page with scripts, and was sent before they were there. */
  get isFull(): boolean {
    return (this.request.query as { page?: string }).page === 'full'
  }

  readonly newId = (): string => randomId(this.#context)

  show(page: PlainPage): FastifyReply {
    void this.reply.header('cache-control', 'no-store')
    return this.#pages.send(this.reply, page)
  }

  /** After a form that counted: reading the page again sends nothing again. */
  goTo(address: string): FastifyReply {
    return this.reply.redirect(address, 303)
  }
}

export type OpenRequest = (request: FastifyRequest, reply: FastifyReply) => PlainRequest

/** The fields of a form; what a browser leaves out is empty. */
export class FormFields {
  readonly #fields: Readonly<Record<string, string>>

  constructor(body: unknown) {
    this.#fields = (body ?? {}) as Record<string, string>
  }

  /** Line ends as everywhere else: a form sends two characters for one. */
  text(name: string): string {
    return (this.#fields[name] ?? '').replaceAll('\r\n', '\n').trim()
  }

  textOrNull(name: string): string | null {
    return this.text(name) || null
  }

  /** Null where it is no id. */
  id(name: string): string | null {
    const value = this.#fields[name] ?? ''
    return ID.test(value) ? value : null
  }

  get said(): Typed {
    return {
      text: this.text('text'),
      lane: this.text('lane') === 'open' ? 'open' : 'masked',
      name: this.text('name'),
    }
  }
}

const ID = new RegExp(ID_PATTERN)
