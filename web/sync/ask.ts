import type { Refusal } from '../../shared/kernel/refusal.ts'
import type { AddressOf, AnswerAt, BodyAt } from '../../shared/api.ts'
import { clock } from './clock.svelte.ts'

const GIVE_UP_MS = 10_000

/** A refusal as the server told it, with its sentence and HTTP status. */
export interface ToldRefusal extends Refusal {
  readonly sentence: string
  readonly status: number
}

export type Answer<Value> =
  | { readonly kind: 'told'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: ToldRefusal }
  /** Nobody knows whether it arrived: ask again, with the same command id. */
  | { readonly kind: 'unreachable' }

const unreachable = { kind: 'unreachable' } as const

type Method = 'GET' | 'POST' | 'DELETE'
/** Nothing is sent where nothing is asked for. */
type BodyOf<How extends Method, Address extends string> = How extends 'POST' | 'DELETE'
  ? Record<string, never> extends BodyAt<How, Address>
    ? []
    : [body: BodyAt<How, Address>]
  : []

/** One request to the server, at an address that it declares; never throws. */
export const ask: <const How extends Method, const Address extends AddressOf<How>>(
  method: How,
  address: Address,
  ...body: BodyOf<How, Address>
) => Promise<Answer<AnswerAt<How, Address>>> = request

/** One request to the server whose answer the caller names; never throws. */
export async function request<Value>(
  method: Method,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer<Value>> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), GIVE_UP_MS)
  try {
    const response = await fetch(path, {
      method,
      headers: body ? { 'Content-Type': 'application/json', ...headers } : headers,
      body: body && JSON.stringify(body),
      credentials: 'same-origin',
      signal: giveUp.signal,
    })
    return await answerIn<Value>(response)
  } catch {
    return unreachable
  } finally {
    clearTimeout(timer)
  }
}

async function answerIn<Value>(response: Response): Promise<Answer<Value>> {
  if (response.status === 204) return { kind: 'told', value: undefined as Value }
  // A network that wants a log-in first answers every request with a page of its own.
  if (response.status >= 500 || !/json/.test(response.headers.get('Content-Type') ?? '')) return unreachable
  const value = await response.json()
  clock.hear(response.headers.get('Date'))
  if (response.ok) return { kind: 'told', value }
  return { kind: 'refused', refusal: { ...value, status: response.status } }
}
