import type { HandedWords } from './handed.ts'

export const handed: HandedWords = {
  handedToUs: 'handed to us, waiting for our answer',
  answerUntil: (day) => `answer by ${day}`,
  twiceNotGood: 'Twice not good enough, so it goes up',
  chooseThis: 'Choose this one',
  chooseAll: 'All of them',
  acceptChosen: (count) => (count === 0 ? 'Take on those chosen' : `Take on ${count}`),
  accepted: 'Taken on',
  acceptedSome: (count) => `Taken on: ${count}. Whoever received them first goes on telling the villagers.`,
  notAllTakenBack: 'Not all of them went back; see which are still in your hands.',
  heldByUs: 'from elsewhere, in our hands',
  tossed: 'sent back and forth',
  tossedThrice: 'returned three times',
  tossedBetween: (names) => `Between ${names.join(' and ')}; it is for us to decide`,
  handsUnreachable: 'What was handed on did not arrive. Check the network and try again.',
}
