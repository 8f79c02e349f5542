import type { HandedWords } from './handed.ts'

export const handed: HandedWords = {
  handedToUs: '交给我们，等回话',
  answerUntil: (day) => `最晚${day}回话`,
  twiceNotGood: '两回没办好，照规矩往上走',
  chooseThis: '选这一件',
  chooseAll: '全选',
  acceptChosen: (count) => (count === 0 ? '接下选中的' : `接下选中的 ${count} 件`),
  accepted: '接下来了',
  acceptedSome: (count) => `接下来 ${count} 件。最先接的那一家还是给乡亲回话的。`,
  notAllTakenBack: '没有全收回，看看哪一件还在手里。',
  heldByUs: '别处的，在我们手里',
  tossed: '推来推去',
  tossedThrice: '退了三回',
  tossedBetween: (names) => `在${names.join('和')}之间来回，要我们来定`,
  handsUnreachable: '交来交去的没取来。看看网，再试一次。',
}
