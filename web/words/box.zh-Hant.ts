import { everywhere } from './everywhere.zh-Hant.ts'
import type { BoxWords } from './keys/box.ts'

export const words: BoxWords = {
  ...everywhere,
  boxTitle: '意見箱',
  boxWhat: '有難處、有意見，寫在這裡。不用註冊，工作人員都會看。',
  mineTitle: '我提的事',
  toMine: (count) => (count ? `我提的事（${count}）` : '我提的事'),
  toPublic: '村裡答應過的事',

  whoMayKnow: '誰能知道是您說的？',
  laneOpen: '寫我的名字，',
  laneOpenWhat: '大家都看得見。',
  laneMasked: '不寫名字，',
  laneMaskedWhat: '只有工作人員知道。',
  laneOpenNeedsName: '要寫名字，先告訴我們怎麼稱呼您。',
  nameLabel: '怎麼稱呼您',
  nameOptional: '怎麼稱呼您（可以空著）',
  whatToSay: '什麼事',
  sayPlaceholder: '在哪裡、什麼事、多久了，想到什麼寫什麼',
  whichGrid: '在哪一片',
  noGrid: '說不準',
  lettersLeft: (count) => `還能寫 ${count} 個字`,
  lettersOver: (count) => `多了 ${count} 個字`,
  sendOpen: '投進去，寫我的名字',
  sendMasked: '投進去，不寫名字',
  notWrittenYet: '先寫幾個字，再投。',
  unsent: '還沒投進去',
  sending: '正在投……',
  waiting: '還沒投進去，網路一通就投',
  notDurable: '沒有存進手機，投進去以前別關這一頁。',
  sent: '收到了，已存。',
  sentWhat:
    '工作人員先跟您把話對準，對準了這件事就有自己的一頁，大家都看得到。下文和那一頁，都在「我提的事」裡。',
  urgent: '著火、傷人、停電，請直接打 119、110、120 或村裡的電話。',
  cutOff: '現在連不上，正在再試。您寫的都還在。',
}
