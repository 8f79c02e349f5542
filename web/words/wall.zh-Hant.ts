import { chineseNumber } from '../../shared/words/days.ts'
import { everywhere } from './everywhere.zh-Hant.ts'
import type { WallWords } from './keys/wall.ts'

export const words: WallWords = {
  ...everywhere,
  pageTitle: '牆',
  arrived: '到了',
  arrivedUnit: '人',
  scan: '掃一掃，也能說',
  qrLabel: '二維碼，手機掃了就能說話',

  notBegun: '請坐，一會兒就開始',
  notBegunWhat: '掃一掃，先坐進來。',
  tonight: '今晚要說的事',
  noVoices: '誰先說一句？',
  spokenFor: (minutes, seconds) =>
    minutes === 0
      ? '剛開口'
      : `說了${minutes === 2 ? '兩' : chineseNumber(minutes)}分${seconds < 30 ? '鐘' : minutes < 10 ? '半' : '多鐘'}`,

  saidBy: (name) => `${name}說`,
  who: '誰',
  how: '怎麼辦',
  byWhen: '幾號前',
  pleaseRead: (name) => `請${name}念一遍，點頭才算數。`,
  hasNodded: (name, left) => `${name}點了頭，${left}。`,
  vow: '諾',

  typeHere: '在這裡替人寫一句',
  typedBy: '誰說的',
  typedByHint: '可以空著',
  putDone: '已存，主持人看過才上牆',
  keysHint: '按 Enter 寫一句，按 Esc 收起來',

  over: '今晚散了',
  lantern: '話燈',
  codeAsk: '這面牆還沒接上。輸入今晚的碼：',
  connect: '接上',
  signed: '紀要簽好了',
  signedWhat: '誰都能看。謝謝大家。',
  together: (names) => `和${names}一起`,
  lettersOver: (count) => `多了 ${count} 個字`,
  cutOff: '現在連不上，正在再試。',
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
