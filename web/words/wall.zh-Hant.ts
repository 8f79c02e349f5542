import { everywhere } from './everywhere.zh-Hant.ts'
import type { WallWords } from './keys/wall.ts'

export const words: WallWords = {
  ...everywhere,
  notBegun: '請坐，一會兒就開始',
  notBegunWhat: '掃一掃，先坐進來。',
  tonight: '今晚要說的事',
  saidBy: (name) => `${name}說`,
  who: '誰',
  how: '怎麼辦',
  byWhen: '幾號前',
  pleaseRead: (name) => `請${name}念一遍，點頭才算數。`,
  hasNodded: (name, left) => `${name}點了頭，${left}。`,
  vow: '諾',
  typedBy: '誰說的',
  typedByHint: '可以空著',
  putDone: '已存，主持人看過才上牆',
  keysHint: '按 Enter 寫一句，按 Esc 收起來',
  over: '今晚散了',
  codeAsk: '這面牆還沒接上。輸入今晚的碼：',
  connect: '接上',
  signed: '紀要簽好了',
  signedWhat: '誰都能看。謝謝大家。',
  together: (names) => `和${names}一起`,
  lettersOver: (count) => `多了 ${count} 個字`,
  overWhat: '紀要簽了字就公開。',
  overCounts: (answered, promised, passedOn) =>
    [
      answered ? `當場答了 ${answered} 件` : '',
      promised ? `答應了 ${promised} 件` : '',
      passedOn ? `轉出 ${passedOn} 件` : '',
    ]
      .filter(Boolean)
      .join('，'),
}
