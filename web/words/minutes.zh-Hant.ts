import { dayInWords } from '../../shared/words/days.ts'
import { chineseNumber } from '../../shared/words/numbers.ts'
import type { MinutesWords } from './keys/minutes.ts'

const WHY: Readonly<Record<string, string>> = {
  restored: '系統從備份恢復以後，這些話正文裡沒有了。',
  boxed: '簽字以後才送到的，沒有改動正文，已經放進記錄人的盒子裡。',
  'minutes-signed': '已經簽了字，這些話沒有進正文。',
  'schema-too-old': '這一頁是舊的，這些話沒有進正文。請重新整理，再送一次。',
  'not-allowed': '您現在不能寫這一場的紀要，這些話沒有進正文。',
  'too-long': '太長了，這些話沒有進正文。請分幾次送。',
}

export const words: MinutesWords = {
  text: '紀要正文',
  placeholder: '誰說了什麼，一句一行。先打「李嬸：」，名字就站到左邊。',
  loading: '正在把紀要取來……',
  failed: '紀要沒取來。存過的都還在，請再試一次。',
  retry: '再試一次',
  readOnly: '這裡只能看，不能寫。寫紀要的是主持人和記錄人。',
  frozen: '已經有人簽字，正文不能再改。要改，請簽字的人先收回簽字。',
  tooOld: '這一頁是舊的，寫了會弄壞別人的字，所以只能看。請重新整理。',
  empty: '還沒有寫下什麼。',

  savedAt: (time) => `已存 ${time}`,
  saving: (count) => `本機未送出 ${count} 處`,
  cutOff: '已斷線，正在接回',
  cutOffWith: (count) => `已斷線，本機未送出 ${count} 處`,
  keptHere: '已留在本機',
  notKept: '本機沒留住，先別關這一頁',
  writing: (names) => (names.length ? `${names.join('、')}也在寫` : ''),

  restoredTitle: '系統是從備份恢復的',
  restoredWhat:
    '下面是備份裡的正文，可能比您剛才看到的少。少了的話另外收著，就在「沒送進去的話」裡，一句也沒丟。',
  restoredGoOn: '知道了，接著寫',

  colon: '：',
  asideTitle: '沒送進去的話',
  asideWhy: (why, time) => `${time}，${WHY[why] ?? '這些話沒有送進正文。'}`,
  asideComparing: '等正文取來，再看哪幾句沒送進去。',
  asideAtRisk: '這台電腦留不住這些話，關了這一頁就沒了，請先複製出去。',
  asideCopy: '複製',
  asideCopied: '複製好了',
  asideAgain: '再送一次',
  asideDiscard: '丟掉',
  asideDiscardAsk: '真的丟掉這些話？',
  asideDiscardWhat: (lines) => `一共 ${lines} 行，丟掉就找不回來了。`,
  asideKeep: '留著',

  nthItem: (count) => `第${chineseNumber(count)}件`,
  nowTalking: '正在說',
  startedAt: (time) => `${time} 開始`,

  markConcern: '變成一件事',
  markPromise: '記承諾',
  changeSpeaker: '改誰說的',
  speaker: '誰說的',
  speakerNone: '空著就是記錄人的話',
  lineActions: '這一行',

  concernRaised: (no, text) => `${no} 號 ${text}`,
  concernAnswered: (no) => `${no} 號，當場答了`,
  concernPromised: (no) => `${no} 號，答應了日子`,
  concernReferred: (no) => `${no} 號，轉出了`,
  concernDeclined: (no) => `${no} 號，說明了不辦`,
  concernAssembly: (no) => `${no} 號，交村民會議定`,
  concernReopened: (no) => `${no} 號，重新辦`,
  concernWithdrawn: (no) => `${no} 號，本人收回了`,
  concernMerged: (no) => `${no} 號，併到另一件一起辦`,
  concernClosed: (no) => `${no} 號，辦結銷號`,
  promiseSpoken: '承諾，等念',
  promiseReadBack: '承諾，等點頭',
  promiseOpen: (day, today) => `已諾，${dayInWords(day, 'zh-Hant', today)}前`,
  promiseLate: (days) => `已諾，過了 ${days} 天`,
  promiseDone: '辦結',
  promiseDropped: '承諾，已拿掉',
  chipUnknown: '……',
}
