import { chineseNumber, dayInWords } from '../../shared/words/days.ts'
import type { MinutesWords } from './keys/minutes.ts'

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
  writing: (names) => (names.length ? `${names.join('、')}也在寫` : ''),

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
  promiseSpoken: '承諾，等念',
  promiseReadBack: '承諾，等點頭',
  promiseOpen: (day, today) => `已諾，${dayInWords(day, 'zh-Hant', today)}前`,
  promiseLate: (days) => `已諾，過了 ${days} 天`,
  promiseDone: '辦結',
  promiseDropped: '承諾，已拿掉',
  chipUnknown: '……',
}
