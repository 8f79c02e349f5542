import type { DoneWords } from './done.ts'

export const done: DoneWords = {
  doneName: ({ state }) => (state === 'settled' ? '办结' : state === 'rated' ? '评过了' : '说是办好了'),
}
