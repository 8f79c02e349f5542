import type { PlainOwnWords } from './plain.ts'

export const words: PlainOwnWords = {
  send: '发出去',
  putIn: '投进去',
}
