import { everywhere } from '../everywhere.en.ts'
import type { BoxWords } from './box.zh-Hans.ts'

export const words: BoxWords = {
  ...everywhere,
  boxTitle: 'Opinion box',
  boxWhat:
    'Whatever troubles you: write it here at any time. No account is needed, and the staff read all of it.',
  mineTitle: 'What I raised',
  toMine: (count) => (count ? `What I raised (${count})` : 'What I raised'),
  toPublic: 'The village',
  toPromises: (count) => `My promises ${count}`,
  matterNo: (no) => `No. ${no}`,

  whoMayKnow: 'Who may know that you said it?',
  laneOpen: 'With my name: ',
  laneOpenWhat: 'everybody can see it.',
  laneMasked: 'Without my name: ',
  laneMaskedWhat: 'only facilitator and recorder know.',
  laneOpenNeedsName: 'To show your name, please tell us first what to call you.',
  nameLabel: 'What shall we call you?',
  nameOptional: 'What shall we call you? (may stay empty)',
  whatToSay: 'What is the matter?',
  sayPlaceholder: 'Where, what, since when: write what comes to mind',
  whichGrid: 'Which part of the village',
  noGrid: 'Not sure; may be left open',
  lettersLeft: (count) => `${count} letters left`,
  lettersOver: (count) => `${count} letters too many`,
  sendOpen: 'Put it in with my name',
  sendMasked: 'Put it in without my name',
  notWrittenYet: 'Please write a few words first.',
  unsent: 'Not sent yet',
  sending: 'Sending …',
  waiting: 'Not sent yet; it goes out when the line is back',
  notDurable: 'Not saved on this phone: leave the page open until it is sent.',
  sent: 'Received and saved.',
  sentWhat:
    'The staff agree the wording with you first; then it has a page of its own that everybody can read. That page and what becomes of it stand under “My matters”.',
  urgent: 'Fire, injury or a power cut: please call 119, 110, 120 or the village at once.',
  cutOff: 'No connection now; trying again. What you wrote is still here.',
}
