import { chineseNumber } from '../../../shared/words/numbers.ts'
import type { HallWords } from './hall.ts'

export const words: HallWords = {
  loading: '正在取来……',
  oneVillager: '一位村民',
  staleAt: (time) => `画面停在 ${time}，正在接回……`,
  nthItem: (count) => `第${chineseNumber(count)}件`,
  pageTitle: '墙',
  phones: '手机',
  phonesUnit: '部',
  scan: '扫码能说，或打开',
  qrLabel: '二维码，手机扫了就能说话',
  noVoices: '谁先说一句？',
  spokenFor: (minutes, seconds) =>
    minutes === 0
      ? '刚开口'
      : `说了${minutes === 2 ? '两' : chineseNumber(minutes)}分${seconds < 30 ? '钟' : minutes < 10 ? '半' : '多钟'}`,
  typeHere: '在这里替人写一句',
  lantern: '话灯',
  cutOff: '现在连不上，正在再试。',
}
