import { everywhere } from './everywhere.en.ts'
import type { WallWords } from './keys/wall.ts'

export const words: WallWords = {
  ...everywhere,
  notBegun: 'Please sit down, we begin soon',
  notBegunWhat: 'Scan the code and come in.',
  tonight: 'Tonight',
  saidBy: (name) => `${name} said`,
  who: 'Who',
  how: 'How',
  byWhen: 'By',
  pleaseRead: (name) => `Please read it aloud, ${name}: it counts when you say yes.`,
  hasNodded: (name, left) => `${name} said yes, ${left}.`,
  vow: 'Yes',
  typedBy: 'Who says it',
  typedByHint: 'May stay empty',
  putDone: 'Saved; the facilitator reads it before it goes on the wall',
  keysHint: 'Enter to write, Esc to put away',
  over: 'This evening is over',
  codeAsk: 'This wall is not connected yet. Type the code of this evening:',
  connect: 'Connect',
  signed: 'The minutes are signed',
  signedWhat: 'Anybody can read them. Thank you all.',
  together: (names) => `with ${names}`,
  lettersOver: (count) => `${count} letters too many`,
  overWhat: 'The minutes are public once they are signed.',
  overCounts: (answered, promised, passedOn) =>
    [
      answered ? `${answered} answered` : '',
      promised ? `${promised} promised` : '',
      passedOn ? `${passedOn} passed on` : '',
    ]
      .filter(Boolean)
      .join(', '),
}
