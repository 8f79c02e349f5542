import type { PlainOwnWords } from './plain.ts'

export const words: PlainOwnWords = {
  send: 'Send',
  putIn: 'Put it in',
}
