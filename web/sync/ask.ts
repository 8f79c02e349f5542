import type { Refusal } from '../../shared/kernel/refusal.ts'
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

/** One request to the server; never throws. */
export async function ask<Value>(
  method: 'GET' | 'POST' | 'DELETE',
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
