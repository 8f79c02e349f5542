import type { MyPromiseWords } from './my-promise.ts'

export const words: MyPromiseWords = {
  notReadBack: 'Counts once the village has read it out and you nodded',
  report: 'Report',
  photo: 'Photo',
  later: 'A later day',
  reportLabel: 'How did it go',
  reportSend: 'Report it done',
  photoLabel: 'What does it show',
  photoSend: 'Send it',
  laterDay: 'Until which day',
  laterWhy: 'Why later',
  laterSend: 'Ask for a later day',
  laterAsked: (day) => `Asked for ${day}; those above will answer.`,
  laterOver: 'The day has come and cannot be moved. Report it when it is done, or say so at the meeting.',
  photosComing: 'Photos are still on their way; report when they have arrived.',
  writeFirst: 'Please write a few words first.',
  reportedOn: (day) => `Reported done on ${day}`,
}
