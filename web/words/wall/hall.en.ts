import type { HallWords } from './hall.ts'

export const words: HallWords = {
  loading: 'Fetching …',
  oneVillager: 'A villager',
  staleAt: (time) => `This picture stopped at ${time}. Reconnecting …`,
  nthItem: (number) => `Item ${number}`,
  pageTitle: 'Wall',
  phones: 'Phones:',
  phonesUnit: '',
  scan: 'Scan, or open',
  qrLabel: 'QR code: scan it with a phone to speak',
  noVoices: 'Who says the first word?',
  spokenFor: (minutes, seconds) =>
    minutes === 0
      ? 'just began'
      : `${minutes}${seconds < 30 ? '' : '½'} minute${minutes === 1 && seconds < 30 ? '' : 's'}`,
  typeHere: 'Write for somebody here',
  lantern: 'Speaking lantern',
  cutOff: 'No connection now; trying again.',
}
