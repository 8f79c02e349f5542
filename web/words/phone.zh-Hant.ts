import { everywhere } from './everywhere.zh-Hant.ts'
import type { PhoneWords } from './keys/phone.ts'

export const words: PhoneWords = {
  ...everywhere,
  pageTitle: '我說一句',

  nameLabel: '怎麼稱呼您',

  notBegun: '會還沒開',
  notBegunWhat: '主持人一開會，這裡就能說話。您可以先把話寫好。',
  nowTalking: (title) => `正說著：${title}`,
  closed: '今晚散了',
  closedWhat: '您說過的話都記著。紀要簽了字，就能在這裡看。',
  seeMinutes: '看紀要',

  whoMayKnow: '誰能知道是您說的？',
  laneOpen: '寫我的名字，',
  laneOpenWhat: '大家都看得見。',
  laneMasked: '不寫名字，',
  laneMaskedWhat: '只有工作人員知道。',
  laneOpenNeedsName: '要寫名字，先告訴我們怎麼稱呼您。',
  whatToSay: '想說的話',
  sayPlaceholder: '想說什麼，寫在這裡',
  lettersLeft: (count) => `還能寫 ${count} 個字`,
  lettersOver: (count) => `多了 ${count} 個字`,
  sendOpen: '發出去，寫我的名字',
  sendMasked: '發出去，不寫名字',
  sending: '正在發……',
  unsent: '還沒發出去',
  notWrittenYet: '先寫幾個字，再發。',

  mine: '您說過的',
  mineWaiting: '還沒發出去，網路一通就發',
  mineHeld: '已存，主持人看過才上牆',
  mineShown: '已經上牆',
  mineWithdrawn: '您收回了',
  withdraw: '收回',
  onTheWall: '牆上的話',

  promisedBy: (name) => `${name}答應：`,
  minutes: '紀要',
  cutOff: '現在連不上，正在再試。您寫的都還在。',
  notDurable: '沒有存進手機，發出去以前別關這一頁。',
  otherCode: '輸入另一個碼',
  signedWhat: '紀要簽了字，誰都能看。謝謝您來。',
  withdrawSure: '收回了就不上牆。真的收回？',
  matters: '今晚答應的事',
  mineKept: '已存，還沒人看過，會後村裡接著看',
  mineFiled: { minutes: '已經記進紀要', appendix: '寫進紀要的附錄裡' },
  mineAway: (reason) => `看過了，先放下：${reason}`,
  myMatters: '我提過的事，辦得怎麼樣了',
  before: (day) => `${day}前`,
}
