import type { FastifyInstance, FastifyReply, FastifyRequest, InjectOptions } from 'fastify'
import type { AddressOf, AnswerAt, BodyAt, CommandFields, CommandName } from '../../../shared/api.ts'
import { isRefusal, type Refusal } from '../../../shared/kernel/refusal.ts'
import type { Language } from '../../../shared/words/language.ts'

/** A refusal with its sentence, as the interface answers it. */
export interface Refused extends Refusal {
  readonly sentence: string
}

/**
 * Asks the application's own interface for a browser that has no scripts, with its session: the same checks,
 * limits and refusals as for every other page.
 */
export class ApiClient {
  readonly #app: FastifyInstance
  readonly #request: FastifyRequest
  readonly #reply: FastifyReply
  readonly #language: Language
  #cookie: string

  constructor(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply, language: Language) {
    this.#app = app
    this.#request = request
    this.#reply = reply
    this.#language = language
    this.#cookie = request.headers.cookie ?? ''
  }

  get<const Address extends AddressOf<'GET'>>(address: Address): Promise<AnswerAt<'GET', Address> | Refused> {
    return this.#ask({ method: 'GET', url: address })
  }

  post<const Address extends AddressOf<'POST'>>(
    address: Address,
    body: BodyAt<'POST', Address>,
  ): Promise<AnswerAt<'POST', Address> | Refused> {
    return this.#ask({ method: 'POST', url: address, payload: body as object })
  }

  /** Null when it is done. */
  async command<Name extends CommandName>(
    name: Name,
    placeId: string,
    fields: CommandFields<Name>,
    commandId: string,
  ): Promise<Refused | null> {
    const answer = await this.#ask<object | Refused>({
      method: 'POST',
      url: `/api/commands/${name}`,
      payload: { placeId, ...fields },
      headers: { 'idempotency-key': commandId },
    })
    return isRefused(answer) ? answer : null
  }

  async #ask<Answer>({ headers, ...asked }: InjectOptions): Promise<Answer> {
    const answer = await this.#app.inject({
      ...asked,
      remoteAddress: this.#request.ip,
      headers: { ...headers, 'accept-language': this.#language, cookie: this.#cookie },
    })
    const given = answer.headers['set-cookie']
    if (given) this.#keep([given].flat())
    return answer.json<Answer>()
  }

  /** A session that begins while the page is made goes to the browser, and along with what is asked next. */
  #keep(cookies: readonly string[]): void {
    void this.#reply.header('set-cookie', cookies)
    const own = cookies.map((cookie) => cookie.split(';')[0]!)
    const isReplaced = (pair: string) => own.some((one) => one.split('=')[0] === pair.split('=')[0]?.trim())
    const kept = this.#cookie.split(';').filter((pair) => pair.trim() && !isReplaced(pair))
    this.#cookie = [...kept, ...own].join('; ')
  }
}

export const isRefused = (answer: unknown): answer is Refused => isRefusal(answer)
