import type { HandWords } from './hand.ts'

export const words: HandWords = {
  handTitle: 'Waiting for somebody to do it',
  handWhat: 'What you can do yourself, you can take on.',
  raisedBy: (name) => (name === null ? 'raised by a villager' : `raised by ${name}`),
  take: 'I will do this',
  who: 'What we may call you',
  how: 'How you will do it',
  howHint: 'For example: clear the ditch with two others on Saturday.',
  byWhen: 'By which day',
  dayMeant: (day) => `That is by ${day}.`,
  nameShown: (name) => `What you take on stands under your name, for everybody to see: ${name}.`,
  send: 'Take it on',
  sending: 'Sending…',
  leave: 'Not now',
  missing: {
    who: 'Write your name, so that everybody knows whom to ask.',
    how: 'Write in one line how you will do it.',
    byWhen: 'Choose a day, today or later.',
  },
  taken: (measure, day) =>
    `You took on: ${measure}, by ${day}. It will be read out, and counts once you nod; if you would rather not, just say so then.`,
  notSent: 'It was not sent; your words are still here. Press again once the line is back.',
}
