import { chineseNumber } from '../../shared/words/days.ts'
import { everywhere } from './everywhere.zh-Hans.ts'
import type { WallWords } from './keys/wall.ts'

export const words: WallWords = {
  ...everywhere,
  pageTitle: '墙',
  arrived: '到了',
  arrivedUnit: '人',
  scan: '扫一扫，也能说',
  qrLabel: '二维码，手机扫了就能说话',

  notBegun: '请坐，一会儿就开始',
  notBegunWhat: '扫一扫，先坐进来。',
  tonight: '今晚要说的事',
  noVoices: '谁先说一句？',
  spokenFor: (minutes, seconds) =>
    minutes === 0
      ? '刚开口'
      : `说了${minutes === 2 ? '两' : chineseNumber(minutes)}分${seconds < 30 ? '钟' : minutes < 10 ? '半' : '多钟'}`,

  saidBy: (name) => `${name}说`,
  who: '谁',
  how: '怎么办',
  byWhen: '几号前',
  pleaseRead: (name) => `请${name}念一遍，点头才算数。`,
  hasNodded: (name, left) => `${name}点了头，${left}。`,
  vow: '诺',

  typeHere: '在这里替人写一句',
  typedBy: '谁说的',
  typedByHint: '可以空着',
  putDone: '已存，主持人看过才上墙',
  keysHint: '按回车写一句，按 Esc 收起来',

  over: '今晚散了',
  lantern: '话灯',
  codeAsk: '这面墙还没接上。输入今晚的码：',
  connect: '接上',
  signed: '纪要签好了',
  signedWhat: '谁都能看。谢谢大家。',
  together: (names) => `和${names}一起`,
  lettersOver: (count) => `多了 ${count} 个字`,
  cutOff: '现在连不上，正在再试。',
  overWhat: '纪要签了字就公开。',
  overCounts: (answered, promised, passedOn) =>
    [
      answered ? `当场答了 ${answered} 件` : '',
      promised ? `答应了 ${promised} 件` : '',
      passedOn ? `转出 ${passedOn} 件` : '',
    ]
      .filter(Boolean)
      .join('，'),
}
