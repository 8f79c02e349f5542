import type { HandedWords } from './keys/handed.ts'

export const handed: HandedWords = {
  handedToUs: '交給我們，等回話',
  answerUntil: (day) => `最晚${day}回話`,
  twiceNotGood: '兩回沒辦好，照規矩往上走',
  chooseThis: '選這一件',
  chooseAll: '全選',
  acceptChosen: (count) => (count === 0 ? '接下選中的' : `接下選中的 ${count} 件`),
  accepted: '接下來了',
  acceptedSome: (count) => `接下來 ${count} 件。最先接的那一家還是給鄉親回話的。`,
  notAllTakenBack: '沒有全收回，看看哪一件還在手裡。',
  heldByUs: '別處的，在我們手裡',
  tossed: '推來推去',
  tossedThrice: '退了三回',
  tossedBetween: (names) => `在${names.join('和')}之間來回，要我們來定`,
  handsUnreachable: '交來交去的沒取來。看看網，再試一次。',
  openThere: (place) => `去${place}的臺賬`,
}
