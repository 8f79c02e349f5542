import { everywhere } from './everywhere.zh-Hans.ts'
import type { WallWords } from './keys/wall.ts'

export const words: WallWords = {
  ...everywhere,
  notBegun: '请坐，一会儿就开始',
  notBegunWhat: '扫一扫，先坐进来。',
  tonight: '今晚要说的事',
  saidBy: (name) => `${name}说`,
  who: '谁',
  how: '怎么办',
  byWhen: '几号前',
  pleaseRead: (name) => `请${name}念一遍，点头才算数。`,
  hasNodded: (name, left) => `${name}点了头，${left}。`,
  vow: '诺',
  typedBy: '谁说的',
  typedByHint: '可以空着',
  putDone: '已存，主持人看过才上墙',
  keysHint: '按回车写一句，按 Esc 收起来',
  over: '今晚散了',
  codeAsk: '这面墙还没接上。输入今晚的码：',
  connect: '接上',
  signed: '纪要签好了',
  signedWhat: '谁都能看。谢谢大家。',
  together: (names) => `和${names}一起`,
  lettersOver: (count) => `多了 ${count} 个字`,
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
