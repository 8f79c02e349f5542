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

const KINDS: Readonly<Record<string, string>> = {
  named: '起了名的一稿',
  signed: '签字的一稿',
  agenda: '换一件事的时候',
  time: '写到这时',
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

  history: '以前的样子',
  historyLoading: '正在取来……',
  historyUnreachable: '现在取不来，正文没有动。请等网通了再试。',
  historyEmpty: '还没有留下以前的样子。写一阵子，或者给现在这一稿起个名，就有了。',
  pointKind: (kind) => KINDS[kind] ?? '当时的正文',
  pointOf: (name, time, by) => [time, name, by].filter(Boolean).join('　'),
  compareWith: '和哪一稿比',
  asItIsNow: '现在的正文',
  nothingChanged: '两稿一个字不差。',
  changes: (count) => `有 ${count} 行不一样。`,
  linesSame: (count) => `这里 ${count} 行没有变`,
  lineBecame: (kind) => ({ added: '加上了一行：', gone: '去掉了一行：', changed: '改了一行：' })[kind],
  restorePoint: '恢复成这一稿',
  restoreKeeps: '恢复以后，别人这会儿正写的字还在；恢复错了，可以撤回。',
  restoredPoint: '正文已经恢复成那一稿。',
  undo: '撤回',
  nameNow: '给现在这一稿起个名',
  namePoint: '给这一稿起个名',
  nameOnceSaved: '等已存了，就可以起名。',
  nameExample: '念给大家听的一稿',
  giveName: '记下',
  close: '关上',

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
  promiseSpoken: '承诺，等念',
  promiseReadBack: '承诺，等点头',
  promiseOpen: (day, today) => `已诺，${dayInWords(day, 'zh-Hans', today)}前`,
  promiseLate: (days) => `已诺，过了 ${days} 天`,
  promiseDone: '办结',
  promiseDropped: '承诺，已拿掉',
  chipUnknown: '……',
}
