import type { CatalogueWords } from './catalogue.ts'

export const words: CatalogueWords = {
  title: '管什么、不管什么',
  lead: '每一类事找谁、几天有结果、要带什么，都写在这里。改一次就换一个版本，旧的还查得到。',
  takesOn: '村里办的事',
  takesOnWhat: '找村里就行。',
  notOurs: '不归村里办的事',
  notOursWhat: '这些事村里办不了，也不该派给村里；该找谁写在后面。',
  kind: '哪一类事',
  unit: '找谁',
  level: '哪一级',
  levelName: { county: '县', township: '乡镇', village: '村', compound: '小区', grid: '网格' },
  limit: '几天有结果',
  limitIn: (limit) =>
    limit === null ? '一件一议' : `${limit.count} ${limit.unit === 'working' ? '个工作日' : '天'}`,
  guidance: '怎么办',
  version: (version) => `第 ${version} 版`,
  olderVersion: (version) => `这是第 ${version} 版，后来改过。`,
  newest: '看现在这一版',
  empty: '还没有写。有事先跟主持人说，或者会上说。',
  seePublic: '大家看到的那一页',
}
