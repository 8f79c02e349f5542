import type { CatalogueWords } from './catalogue.ts'

export const words: CatalogueWords = {
  title: '管什麼、不管什麼',
  lead: '每一類事找誰、幾天有結果、要帶什麼，都寫在這裡。改一次就換一個版本，舊的還查得到。',
  takesOn: '村裡辦的事',
  takesOnWhat: '找村裡就行。',
  notOurs: '不歸村裡辦的事',
  notOursWhat: '這些事村裡辦不了，也不該派給村裡；該找誰寫在後面。',
  kind: '哪一類事',
  unit: '找誰',
  level: '哪一級',
  levelName: { county: '縣', township: '鄉鎮', village: '村', compound: '小區', grid: '網格' },
  limit: '幾天有結果',
  limitIn: (limit) =>
    limit === null ? '一件一議' : `${limit.count} ${limit.unit === 'working' ? '個工作日' : '天'}`,
  guidance: '怎麼辦',
  version: (version) => `第 ${version} 版`,
  olderVersion: (version) => `這是第 ${version} 版，後來改過。`,
  newest: '看現在這一版',
  empty: '還沒有寫。有事先跟主持人說，或者會上說。',
  seePublic: '大家看到的那一頁',
}
