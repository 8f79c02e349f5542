import type { ConcernState } from '../../../shared/concerns/concern.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import type { AlikeWords } from './alike.ts'

const STATES: Readonly<Record<ConcernState, string>> = {
  raised: 'just noted',
  recorded: 'waiting for an outcome',
  answered: 'answered',
  promised: 'promised',
  referred: 'referred',
  assembly: 'put to the assembly',
  declined: 'declined with a reason',
  rated: 'rated',
  closed: 'closed',
  reopened: 'reopened, waiting',
  withdrawn: 'taken back',
  merged: 'put together with another',
}
const GROUPS = { elders: 'the old', children: 'children', 'special-needs': 'people in need' } as const
const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const words: AlikeWords = {
  askedBefore: 'Something alike was asked before',
  askedBeforeWhat: 'If it is the same matter, add this voice to it instead of opening another.',
  no: (no) => `No. ${no}`,
  standing: (state, dueOn) =>
    dueOn === null ? STATES[state] : `${STATES[state]}, by ${dayInWords(dueOn, 'en')}`,
  voices: (count) => `asked by ${counted(count, 'person', 'people')}`,
  addVoice: 'Add to this one',
  addVoiceTo: (no) => `Add this voice to no. ${no}`,
  voiceAdded: (no) => `Added to no. ${no}; this voice counts there.`,
  voiceAlone: (no) => `It is noted, but could not be added to no. ${no}; for now it stands by itself.`,
  look: 'Look at it',
  newWindow: 'opens in a new window',

  unpromised: (count) =>
    count === 1
      ? 'Nothing was promised yet for 1 matter found'
      : `Nothing was promised yet for ${count} matters found`,
  nothingPromised: (state) => `nothing promised, ${STATES[state]}`,
  rising: 'Said again and again',
  risingWhat: (days) =>
    `Matters of the last ${days} days that are alike. Go and look before anybody asks again.`,
  risingEmpty:
    'Nothing is said again and again at present. What is asked three times, or in two villages, appears here.',
  times: (count) => `asked ${counted(count, 'time', 'times')}`,
  villages: (count) => counted(count, 'village', 'villages'),
  waiting: (count) => `${count} waiting for an outcome`,
  about: (group, count) => `${count} about ${GROUPS[group]}`,
  showThem: 'One by one',
  raisedOn: (day, today) => dayInWords(day, 'en', today),
  notReached: 'This cannot be fetched now; look again when there is a line.',
  retry: 'Try again',
}
