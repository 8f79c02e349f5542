import { mine } from '../../../shared/words/comments/comments.zh-Hans.ts'
import { everywhere } from '../everywhere.zh-Hans.ts'

export const words = {
  ...everywhere,
  pageTitle: '我说一句',

  nameLabel: '怎么称呼您',

  notBegun: '会还没开',
  notBegunWhat: '主持人一开会，这里就能说话。您可以先把话写好。',
  nowTalking: (title: string) => `正说着：${title}`,
  closed: '今晚散了',
  seeMinutes: '看纪要',

  whoMayKnow: '谁能知道是您说的？',
  laneOpen: '写我的名字，',
  laneOpenWhat: '大家都看得见。',
  laneMasked: '不写名字，',
  laneMaskedWhat: '只有主持人、记录人知道。',
  laneOpenNeedsName: '要写名字，先告诉我们怎么称呼您。',
  whatToSay: '想说的话',
  sayPlaceholder: '想说什么，写在这里',
  lettersLeft: (count: number) => `还能写 ${count} 个字`,
  lettersOver: (count: number) => `多了 ${count} 个字`,
  sendOpen: '发出去，写我的名字',
  sendMasked: '发出去，不写名字',
  sending: '正在发……',
  unsent: '还没发出去',
  notWrittenYet: '先写几个字，再发。',

  mine: '您说过的',
  mineWaiting: '还没发出去，网一通就发',
  became: mine,
  withdraw: '收回',
  onTheWall: '墙上的话',

  promisedBy: (name: string) => `${name}答应：`,
  minutes: '纪要',
  cutOff: '现在连不上，正在再试。您写的都还在。',
  notDurable: '没有存进手机，发出去以前别关这一页。',
  otherCode: '输另一个码',
  withdrawSure: '收回了就不上墙。真的收回？',
  matters: '今晚答应的事',
  mineKept: '已存，还没人看过，会后村里接着看',
  mineFiled: {
    minutes: (_reason: string) => '已经记进纪要',
    appendix: (_reason: string) => '写进纪要的附录里',
    away: (reason: string) => `看过了，先放下：${reason}`,
  },
  /** Nobody put it on the wall, but it is a matter now. */
  mineMatter: (no: number) => `记成了 ${no} 号事`,
  myMatters: '我提过的事，办得怎么样了',
  before: (day: string) => `${day}前`,
}
export type PhoneWords = typeof words
