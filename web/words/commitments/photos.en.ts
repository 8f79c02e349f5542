import type { PhotoWords } from './photos.ts'

export const words: PhotoWords = {
  label: 'Photos (not needed)',
  hint: (most) =>
    `At most ${most}. Where and by what they were taken is removed first; please leave out faces and door numbers. Everybody can see them.`,
  choose: 'Add photos',
  more: 'Add another',
  preparing: 'Making the photo smaller…',
  uploading: 'Sending the photo…',
  taken: (nth) => `Photo ${nth}, sent`,
  takeOut: (nth) => `Leave out photo ${nth}`,
  retry: 'Send again',
  unreadable: 'This picture cannot be read. Please try another one.',
  tooMany: (most) => `At most ${most}: the others were not added.`,
  unreachable:
    'The photo did not get through; it is still here. Please send it again when you are connected.',
  strip: 'Photos',
  open: (nth, of) => `Open photo ${nth} of ${of}`,
  removed: 'This photo was taken away',
  remove: (nth) => `Take away photo ${nth}`,
  removeSurely: 'Take it away for good',
  keep: 'Keep it',
  removeFailed: 'It was not taken away. Please try again.',
}
