import { DONE, SATISFIED } from '../../../shared/words/verdict/verdict.en.ts'
import { routes } from '../../../shared/words/terms.en.ts'
import type { ActWords } from './acts.zh-Hans.ts'

export const acts: ActWords = {
  unconfirmedSigned:
    'It is signed. Open a correction at that evening; there read it back, put it off or drop it.',
  orderFrom: (day) =>
    `The level above orders five working days after the day, or once a second day has passed: from ${day}.`,
  acts: {
    accept: {
      name: 'Take it on',
      send: 'Take it on',
      told: () => 'Taken on. Whoever received it first goes on telling the villager.',
    },
    return: {
      name: 'Send it back',
      send: 'Send it back',
      told: () => 'Sent back; the reason stands in its story.',
      fields: {
        reason: {
          label: 'Why it goes back',
          hint: 'Say what is missing or whose it is, so that it does not come back again.',
        },
      },
    },
    done: {
      name: 'It is done',
      send: 'Record it as done',
      told: () => 'Recorded. Whoever raised it sees it and says whether it is done.',
      fields: {
        report: {
          label: 'What was done',
          hint: 'Say what was done and where it can be seen. Whoever raised it and the whole village can read this.',
        },
      },
    },
    'own-part': {
      name: 'A co-owner’s part is done',
      send: 'Record this part as done',
      told: () => 'This part is recorded.',
      fields: { coOwner: { label: 'Which part' }, report: { label: 'What was done' } },
    },
    part: {
      name: 'Partly done',
      send: 'Record the part',
      told: () => 'Recorded; the rest has its day.',
      fields: {
        report: { label: 'What is done' },
        remainder: { label: 'What is left' },
        remainderOn: {
          label: 'The rest by',
          hint: 'Not later than the promised day; for longer, ask for a later day first.',
        },
      },
    },
    evidence: {
      name: 'Add evidence',
      send: 'Add it',
      told: () => 'The evidence was added.',
      fields: {
        evidence: {
          label: 'Evidence',
          hint: 'Where it can be seen: a bill, an account, a spot. Everybody can read it.',
        },
      },
    },
    ask: {
      name: 'Ask for a later day',
      what: 'Give the reason before the day comes; somebody above who does not do this work decides. The first day named stays in sight.',
      send: 'Ask',
      told: () => 'Asked. The level above decides.',
      fields: { dueOn: { label: 'To which day' }, reason: { label: 'Why it takes longer' } },
    },
    grant: {
      name: 'Move the day',
      send: 'Move it to this day',
      told: (day) => `Moved to ${day}.`,
      fields: {
        dueOn: { label: 'To which day' },
        reason: { label: 'Why it moves', hint: 'This sentence stands on the echo wall for everybody.' },
      },
    },
    refuse: {
      name: 'Refuse the later day',
      send: 'Refuse',
      told: () => 'Refused; the day stays as it was.',
      fields: { reason: { label: 'Why not' } },
    },
    order: {
      name: 'Order it to be done',
      what: 'Its day has passed, so the level above speaks up. The day does not change; the order stands in its story.',
      send: 'Send the order',
      told: () => 'The order was sent.',
      fields: {
        order: {
          label: 'The order',
          hint: 'What is to be done and by when you want word. About the matter, not the person.',
        },
      },
    },
    remind: {
      name: 'Send a reminder',
      what: 'It tells whoever promised; everybody reads it in the story.',
      send: 'Send',
      told: () => 'Reminded.',
      fields: { said: { label: 'What should they hear?', hint: 'The matter, not the person.' } },
    },
    comment: {
      name: 'Comment in public',
      what: 'Everybody reads it in the story of this promise.',
      send: 'Say it',
      told: () => 'It stands in the story.',
      fields: { said: { label: 'What do you want to say?', hint: 'The matter, not the person.' } },
    },
    'request-evidence': {
      name: 'Ask for evidence',
      what: 'Ask how far it is; a photo or a slip answers it.',
      send: 'Ask',
      told: () => 'Asked.',
      fields: { said: { label: 'What do you want to see?', hint: 'For example: a photo of the new lamp.' } },
    },
    recount: {
      name: 'Take the day of the new calendar',
      send: 'Take the new day',
      told: () => 'The day follows the new calendar; this does not count as moved.',
    },
    rate: {
      name: 'Record a rating for somebody',
      what: 'For somebody without a phone: write what they say. Whoever did the work may not record it.',
      send: 'Record what they say',
      told: () => 'The rating is recorded.',
      fields: {
        done: { label: 'Was it done?' },
        satisfied: { label: 'Are they satisfied?' },
        witness: { label: 'Who said it, who was there' },
        word: { label: 'In their own words', hint: 'May stay empty.' },
      },
    },
    settle: {
      name: 'Settle it',
      what: 'Once it is rated, or the time to rate it is over, somebody who did not do the work settles it. After that nothing changes any more.',
      send: 'Record it as settled',
      told: () => 'Settled.',
    },
    promise: {
      name: 'Promise it',
      send: 'Record only',
      told: () => 'Recorded. It counts once it was read out and they agreed.',
    },
    'read-back': {
      name: 'It was read out to them',
      what: 'Read who, how and by which day to whoever promises, then press this.',
      send: 'Read out',
      told: () => 'Recorded as read out. It counts once they agree.',
    },
    confirm: {
      name: 'They agreed',
      what: 'From now on it counts: its day runs and the whole village sees it.',
      send: 'They agreed, it counts',
      told: () => 'It counts.',
    },
    'put-off': {
      name: 'Next time',
      what: 'It is no promise; the matter goes on the agenda of the next evening, and what was said stays.',
      send: 'Keep it for next time',
      told: () => 'Kept for the next evening.',
    },
    drop: {
      name: 'Written by mistake',
      what: 'Only what nobody has agreed to yet can be taken away; the matter then waits for an answer again.',
      send: 'Take it away',
      told: () => 'Taken away.',
    },
    answer: {
      name: 'Answer it',
      send: 'Record the answer',
      told: () => 'The answer is recorded; whoever raised it is asked to rate it.',
      fields: { answer: { label: 'The answer' } },
    },
    refer: {
      name: 'Refer it',
      send: 'Refer it',
      told: () => 'Recorded as referred.',
      fields: {
        referredTo: { label: 'To whom' },
        route: { label: 'By which way' },
        reason: { label: 'Why', hint: 'May stay empty.' },
      },
    },
    assembly: {
      name: 'Put it to the assembly',
      send: 'Put it to the assembly',
      told: () => 'Recorded: the villagers’ assembly decides.',
      fields: { reason: { label: 'Why everybody decides' } },
    },
    decline: {
      name: 'Say why it is not done',
      send: 'Record the reason',
      told: () => 'The reason is recorded for everybody to read.',
      fields: { reason: { label: 'Why it is not done' } },
    },
    close: {
      name: 'Close it',
      what: 'Once it is rated, or the time to rate it is over. After that nothing changes any more.',
      send: 'Close the matter',
      told: () => 'Closed.',
    },
    offer: {
      name: 'Hand it up or down',
      what: 'They take it on or send it back within two working days; until then it stays with you. Whoever received it first goes on telling the villager.',
      send: 'Hand it on',
      told: () => 'Handed on; now they answer.',
      fields: {
        toPlaceId: { label: 'To whom' },
        reason: { label: 'Why', hint: 'What is missing here: powers, money, people or papers.' },
      },
    },
    summon: {
      name: 'Call a department',
      what: 'It stays with you; the department is asked to come within two working days.',
      send: 'Call them',
      told: () => 'Called; now they come.',
      fields: {
        toPlaceId: { label: 'Of which level' },
        unit: { label: 'Which department' },
        reason: { label: 'What they are asked to do' },
      },
    },
    came: {
      name: 'The department came',
      send: 'Record that they came',
      told: () => 'Recorded: they came.',
      fields: { unit: { label: 'Which department' }, report: { label: 'What they said' } },
    },
    merge: {
      name: 'Put together with another matter',
      send: 'Put together',
      told: () => 'Put together; everybody who raised it can follow it.',
    },
    'take-back-merge': {
      name: 'Put together by mistake: take apart',
      send: 'Take apart',
      told: () => 'Taken apart again.',
    },
    'take-back-report': {
      name: 'Not done after all: take back',
      send: 'Take back',
      told: () => 'Taken back. It is under way again.',
    },
    'take-back-offer': {
      name: 'Keep it after all',
      send: 'Take back',
      told: () => 'Taken back; it stays with you.',
    },
    'take-back-acceptance': {
      name: 'Taken on by mistake',
      send: 'Take back',
      told: () => 'Taken back; the offer waits again.',
    },
    'take-back-outcome': {
      name: 'Take it back',
      send: 'Take back',
      told: () => 'Taken back; it waits for an answer again.',
    },
  },
  doneAnswer: (answer) => DONE[answer],
  satisfiedAnswer: (answer) => SATISFIED[answer],
  opensAgain: (owner, day) => `This opens the matter again: ${owner} has until ${day} at the latest.`,
  goesUpTo: (place) =>
    place === null
      ? 'It is the second time, so it goes on the next agenda.'
      : `It is the second time, so it goes up to ${place} and on the next agenda.`,
  laterThan: (day) => `Later than ${day}. The first day named stays in sight.`,
  asked: (who, day, reason) => (who ? `${who} asks for ${day}: ${reason}` : `Asked for: ${day}, ${reason}`),
  newerDay: (then, now) =>
    `The holidays were announced: by the old count ${then}, by the new one ${now}. It changes only if somebody says so.`,
  route: (route) => routes[route],
  ctrlEnter: 'Ctrl Enter',
  slip: 'Print a slip',
  moreActs: 'What else can be done',
  ownedAbove: (owner) =>
    `${owner} promised this and reports it. Whoever was told for certain may report it too.`,
}
