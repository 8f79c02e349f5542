import type { MatterWords } from './matter.ts'

export const words: MatterWords = {
  list: (parts) => parts.join('，'),
  toList: '回到台账',
  raised: (day) => `${day}提的`,
  voices: (others) => `${others} 个人也说了`,
  sameDay: '当天',
  now: '今天',
  pastFirstDay: (days) => `按头一回说的已过 ${days} 天`,
  whatNow: '您现在能做的',
  nothingNow: '这件事现在等别人，没有要您做的。',
  whole: '从头看',
  summoned: (unit, day) => `请了${unit}，${day}前来`,
}
