import { chineseNumber, dayInWords } from '../../shared/words/days.ts'
import type { MinutesWords } from './keys/minutes.ts'

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
  writing: (names) => (names.length ? `${names.join('、')}也在写` : ''),

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
