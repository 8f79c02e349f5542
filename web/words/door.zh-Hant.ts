import type { DoorWords } from './keys/door.ts'

export const words: DoorWords = {
  pageTitle: '我說一句',
  brand: '涼亭',
  loading: '正在取來……',
  settings: '設定',
  joinTitle: '進來坐坐',
  joinWhat: '不用註冊。牆上有四個數字，輸入就能說話。',
  codeLabel: '牆上的碼',
  codeHint: '四個數字',
  nameLabel: '怎麼稱呼您',
  nameHint: '寫不寫都行，寫什麼都行，例如「李嬸」。',
  namePlaceholder: '可以空著',
  join: '進來',
  joinWithoutName: '先不寫，直接進來',
  joining: '正在進來……',
  cutOff: '現在連不上，正在再試。您寫的都還在。',
}
