import { everywhere } from '../everywhere.zh-Hans.ts'

/** The opinion box, before anything has been put into it. */
export const words = {
  ...everywhere,
  boxTitle: '意见箱',
  boxWhat: '有难处、有意见，写在这里。不用注册，工作人员都会看。',
  mineTitle: '我提的事',
  toMine: (count: number) => (count ? `我提的事（${count}）` : '我提的事'),
  toPublic: '村里的事',
  toPromises: (count: number) => `我答应办的 ${count}`,
  matterNo: (no: number) => `${no} 号`,

  whoMayKnow: '谁能知道是您说的？',
  laneOpen: '写我的名字，',
  laneOpenWhat: '大家都看得见。',
  laneMasked: '不写名字，',
  laneMaskedWhat: '只有主持人、记录人知道。',
  laneOpenNeedsName: '要写名字，先告诉我们怎么称呼您。',
  nameLabel: '怎么称呼您',
  nameOptional: '怎么称呼您（可以空着）',
  whatToSay: '什么事',
  sayPlaceholder: '在哪里、什么事、多久了，想到什么写什么',
  whichGrid: '在哪一片',
  noGrid: '说不准',
  lettersLeft: (count: number) => `还能写 ${count} 个字`,
  lettersOver: (count: number) => `多了 ${count} 个字`,
  sendOpen: '投进去，写我的名字',
  sendMasked: '投进去，不写名字',
  notWrittenYet: '先写几个字，再投。',
  unsent: '还没投进去',
  sending: '正在投……',
  waiting: '还没投进去，网一通就投',
  notDurable: '没有存进手机，投进去以前别关这一页。',
  sent: '收到了，已存。',
  sentWhat:
    '工作人员先跟您把话对准，对准了这件事就有自己的一页，大家都看得到。下文和那一页，都在「我提的事」里。',
  urgent: '着火、伤人、停电，请直接打 119、110、120 或村里的电话。',
  cutOff: '现在连不上，正在再试。您写的都还在。',
}
export type BoxWords = typeof words
