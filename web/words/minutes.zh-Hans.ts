import { dayInWords } from '../../shared/words/days.ts'
import { chineseNumber } from '../../shared/words/numbers.ts'
import type { MinutesWords } from './keys/minutes.ts'

const WHY: Readonly<Record<string, string>> = {
  restored: '系统从备份恢复以后，这些话正文里没有了。',
  boxed: '签字以后才送到的，没有改动正文，已经放进记录人的盒子里。',
  'minutes-signed': '已经签了字，这些话没有进正文。',
  'schema-too-old': '这一页是旧的，这些话没有进正文。请刷新，再送一次。',
  'not-allowed': '您现在不能写这一场的纪要，这些话没有进正文。',
  'too-long': '太长了，这些话没有进正文。请分几次送。',
}

export const words: MinutesWords = {
  text: '纪要正文',
  placeholder: '谁说了什么，一句一行。先打「李婶：」，名字就站到左边。',
  loading: '正在把纪要取来……',
  failed: '纪要没取来。存过的都还在，请再试一次。',
  retry: '再试一次',
  readOnly: '这里只能看，不能写。写纪要的是主持人和记录人。',
  frozen: '已经有人签字，正文不能再改。要改，请签字的人先收回签字。',
  tooOld: '这一页是旧的，写了会弄坏别人的字，所以只能看。请刷新。',
  empty: '还没有写下什么。',

  savedAt: (time) => `已存 ${time}`,
  saving: (count) => `本机未送出 ${count} 处`,
  cutOff: '已断线，正在接回',
  cutOffWith: (count) => `已断线，本机未送出 ${count} 处`,
  keptHere: '已留在本机',
  notKept: '本机没留住，先别关这一页',
  writing: (names) => (names.length ? `${names.join('、')}也在写` : ''),

  restoredTitle: '系统是从备份恢复的',
  restoredWhat:
    '下面是备份里的正文，可能比您刚才看到的少。少了的话另外收着，就在「没送进去的话」里，一句也没丢。',
  restoredGoOn: '知道了，接着写',

  colon: '：',
  asideTitle: '没送进去的话',
  asideWhy: (why, time) => `${time}，${WHY[why] ?? '这些话没有送进正文。'}`,
  asideComparing: '等正文取来，再看哪几句没送进去。',
  asideAtRisk: '这台电脑留不住这些话，关了这一页就没了，请先复制出去。',
  asideCopy: '复制',
  asideCopied: '复制好了',
  asideAgain: '再送一次',
  asideDiscard: '丢掉',
  asideDiscardAsk: '真的丢掉这些话？',
  asideDiscardWhat: (lines) => `一共 ${lines} 行，丢掉就找不回来了。`,
  asideKeep: '留着',

  nthItem: (count) => `第${chineseNumber(count)}件`,
  nowTalking: '正在说',
  startedAt: (time) => `${time} 开始`,

  markConcern: '变成一件事',
  markPromise: '记承诺',
  changeSpeaker: '改谁说的',
  speaker: '谁说的',
  speakerNone: '空着就是记录人的话',
  lineActions: '这一行',

  concernRaised: (no, text) => `${no} 号 ${text}`,
  concernAnswered: (no) => `${no} 号，当场答了`,
  concernPromised: (no) => `${no} 号，答应了日子`,
  concernReferred: (no) => `${no} 号，转出了`,
  concernDeclined: (no) => `${no} 号，说明了不办`,
  concernAssembly: (no) => `${no} 号，交村民会议定`,
  concernReopened: (no) => `${no} 号，重新办`,
  concernWithdrawn: (no) => `${no} 号，本人收回了`,
  concernMerged: (no) => `${no} 号，并到另一件一起办`,
  concernClosed: (no) => `${no} 号，办结销号`,
  promiseSpoken: '承诺，等念',
  promiseReadBack: '承诺，等点头',
  promiseOpen: (day, today) => `已诺，${dayInWords(day, 'zh-Hans', today)}前`,
  promiseLate: (days) => `已诺，过了 ${days} 天`,
  promiseDone: '办结',
  promiseDropped: '承诺，已拿掉',
  chipUnknown: '……',
}
