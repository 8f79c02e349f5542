import type { OverWords } from './over.ts'

export const words: OverWords = {
  closedWhat: 'All you said is kept. The minutes appear here once they are signed.',
  signedWhat: 'The minutes are signed and anybody can read them. Thank you for coming.',
  unsaidTitle: 'These words of yours were not sent in time',
  unsaidWhat:
    'The evening is over and takes no more. You can put them into the opinion box; the village answers those too.',
  toBox: 'Put it into the opinion box',
  discard: 'Throw it away',
}
