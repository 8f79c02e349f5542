import type { PlainOwnWords } from './keys/plain.ts'

export const words: PlainOwnWords = {
  send: 'Send',
  putIn: 'Put it in',
}
