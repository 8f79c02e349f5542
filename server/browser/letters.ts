import type { FastifyReply } from 'fastify'
import { keepChoice } from './choices.ts'

export const LETTERS = ['off', '24', '30'] as const
export type Letters = (typeof LETTERS)[number]

/** How large letters are to be; a size that a link asked for stays chosen on this browser. */
export function lettersOf(reply: FastifyReply): Letters {
  const { query, cookies } = reply.request
  const asked = LETTERS.find((one) => one === (query as { letters?: unknown } | undefined)?.letters)
  if (asked) keepChoice(reply, 'letters', asked)
  return asked ?? LETTERS.find((one) => one === cookies['letters']) ?? 'off'
}

/** Attributes of `<html>`, which the tokens hear. */
export const ELDER_MODES: Readonly<Record<Letters, string>> = {
  off: '',
  '24': 'data-mode="elder"',
  '30': 'data-mode="elder" data-size="largest"',
}
