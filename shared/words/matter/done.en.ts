import type { DoneWords } from './done.ts'

export const done: DoneWords = {
  doneName: ({ state }) => (state === 'settled' ? 'settled' : state === 'rated' ? 'judged' : 'reported done'),
}
