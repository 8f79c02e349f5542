import type { ConcernChannel } from '../../../shared/concerns/concern.ts'
import type { PlanWords } from './plan.ts'

const CHANNELS: Readonly<Record<ConcernChannel, string>> = {
  meeting: 'at a meeting',
  form: 'opinion box',
  call: 'by telephone',
  paper: 'paper slip',
  visit: 'at a visit',
  import: 'old ledger',
}
const photosOf = (count: number): string =>
  count ? `${count} ${count === 1 ? 'photo' : 'photos'}` : 'no photo'

export const words: PlanWords = {
  title: 'Plan the next evening',
  nextIsPlanned: 'The next meeting is planned',
  drawnUp: 'The next meeting, drawn up from what was promised',
  seeOrChange: 'See or change the agenda',
  goThrough: 'Go through it and settle',
  untilSettled: 'It counts once it is settled; on the day it is opened here.',
  lateAmong: (late) => (late === 1 ? '1 past its day' : `${late} past their day`),
  part: (part) =>
    ({
      promised: 'Promised before',
      above: 'Answers from above',
      unfinished: 'Left over',
      inbox: 'Came in',
      added: 'New',
    })[part],
  count: (count) => String(count),
  reason: (reason, who, day) => {
    switch (reason.kind) {
      case 'judged-not':
        return `judged not done ${reason.times === 2 ? 'twice' : `${reason.times} times`}`
      case 'late':
        return `${reason.days} ${reason.days === 1 ? 'day' : 'days'} late`
      case 'reported':
        return `reported done, ${photosOf(reason.photos)}`
      case 'judged':
        return `whoever asked says ${reason.isGood ? 'done' : 'not done'}, ${photosOf(reason.photos)}`
      case 'due':
        return `due ${day(reason.on)}`
      case 'marked':
        return 'kept for the next evening'
      case 'no-outcome':
        return 'no answer yet'
      case 'not-reached':
        return 'not reached'
      case 'came-in':
        return [
          who ?? 'a villager',
          CHANNELS[reason.channel],
          reason.voices > 1 ? `${reason.voices - 1} more asked` : '',
        ]
          .filter(Boolean)
          .join(', ')
      case 'answered':
        return 'answered already, not on this evening'
    }
  },
  about: ({ who, firstDueOn, doneOn }, day) =>
    `${who ?? ''}, first promised for ${firstDueOn ? day(firstDueOn) : ''}${doneOn ? `, reported done ${day(doneOn)}` : ''}. If kept, they speak first.`,
  nothing: 'Nothing waits. Add below what is to be talked about.',
  nothingYet: 'A first evening has nothing from before. Add below what is to be talked about.',
  notYetDue: (count, firstDay) =>
    count === 1
      ? `One more promise is not due yet (${firstDay}), so it is not looked at.`
      : `${count} more promises are not due yet, the first on ${firstDay}, so they are not looked at.`,
  inLedger: 'See the ledger',
  keep: 'Keep',
  putOff: 'Next time',
  takeOut: 'Take out',
  isKept: 'kept',
  isPutOff: 'not this time',
  choose: 'choose',
  forward: 'move up',
  add: 'add an item',
  addHint: 'One more item, then Enter',
  added: 'New',
  back: 'step back',
  draftKept: 'A half-made plan stays',
  savedAt: (time) => `Saved ${time}, on this device`,
  notSaved: 'This device keeps nothing: settle it before you close the page',
  facts: { title: 'Name', day: 'Day', venue: 'Place', howLong: 'Length' },
  change: 'change',
  changed: 'done',
  changing: (fact) => `Change: ${fact}`,
  noVenue: 'no place said yet',
  onWall: 'as the wall will say',
  promisesFor: (count, minutes) => `${count}, about ${minutes} min`,
  minutes: (minutes) => `${minutes} min`,
  howLong: (minutes) =>
    minutes < 60 ? `About ${minutes} min` : `About ${Math.floor(minutes / 60)} h ${minutes % 60} min`,
  settle: 'Settle it',
  settleWhat: 'Items can still be added and changed during the evening.',
  isThere: 'This evening was settled already, in another window. Changes are made there.',
  goThere: 'Go to that evening',
  ctrlEnter: 'Ctrl Enter',
  notYours: 'The facilitator plans the evening',
  notYoursWhat: 'Tell the facilitator what to add, or put it into the opinion box.',
}
