import type * as simplified from './comments.zh-Hans.ts'

export const mine: typeof simplified.mine = {
  held: 'Saved; the facilitator reads it before it goes on the wall',
  shown: 'On the wall',
  withdrawn: 'You took it back',
}

export const lists: typeof simplified.lists = {
  held: {
    title: 'Incoming',
    count: (number, kept) => `${number} waiting${kept ? `, ${kept} written down` : ''}`,
    quiet: 'Nothing is waiting',
    empty:
      'The code is on the wall: whoever scans it can speak. For somebody without a phone, press K and type for them.',
  },
  shown: {
    title: 'Shown tonight',
    count: (number) => `${number} shown`,
    quiet: 'Shown tonight',
    empty: 'Nothing has been on the wall yet. Choose a comment on the left and press Enter.',
  },
}

export const moves: typeof simplified.moves = {
  'show-comment': { label: 'Show on the wall', told: 'It is on the wall.' },
  'hold-comment': { label: 'Take off the wall', told: 'It is off the wall.' },
}

export const mayMove: typeof simplified.mayMove = {
  'show-comment': 'Show words on the wall',
  'hold-comment': 'Take words off the wall',
}
