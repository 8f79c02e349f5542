import { chineseNumber } from '../../shared/words/numbers.ts'
import type { HallWords } from './keys/hall.ts'

export const words: HallWords = {
  loading: '正在取來……',
  oneVillager: '一位村民',
  staleAt: (time) => `畫面停在 ${time}，正在接回……`,
  nthItem: (count) => `第${chineseNumber(count)}件`,
  pageTitle: '牆',
  phones: '手機',
  phonesUnit: '部',
  scan: '掃一掃，也能說',
  qrLabel: '二維碼，手機掃了就能說話',
  noVoices: '誰先說一句？',
  spokenFor: (minutes, seconds) =>
    minutes === 0
      ? '剛開口'
      : `說了${minutes === 2 ? '兩' : chineseNumber(minutes)}分${seconds < 30 ? '鐘' : minutes < 10 ? '半' : '多鐘'}`,
  typeHere: '在這裡替人寫一句',
  lantern: '話燈',
  cutOff: '現在連不上，正在再試。',
}
