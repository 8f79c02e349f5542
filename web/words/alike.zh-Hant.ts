import type { ConcernState } from '../../shared/concerns/concern.ts'
import { dayInWords } from '../../shared/words/days.ts'
import type { AlikeWords } from './keys/alike.ts'

const STATES: Readonly<Record<ConcernState, string>> = {
  raised: '剛記下',
  recorded: '等著落',
  answered: '答覆過',
  promised: '答應了',
  referred: '轉出去了',
  assembly: '交村民會議了',
  declined: '說明辦不了',
  rated: '評過了',
  closed: '了結了',
  reopened: '重辦，等著落',
  withdrawn: '收回了',
  merged: '併到別的事裡了',
}
const GROUPS = { elders: '老人', children: '孩子', 'special-needs': '特困的人' } as const

export const words: AlikeWords = {
  askedBefore: '以前說過相近的事',
  askedBeforeWhat: '是同一件，就把這個聲音加進去，不另立一件。',
  no: (no) => `第 ${no} 號`,
  standing: (state, dueOn) =>
    dueOn === null ? STATES[state] : `${STATES[state]}，${dayInWords(dueOn, 'zh-Hant')}前`,
  voices: (count) => `${count} 個人說過`,
  addVoice: '加到這一件',
  addVoiceTo: (no) => `把這個聲音加到第 ${no} 號`,
  voiceAdded: (no) => `加進第 ${no} 號了，這個聲音也算數。`,
  voiceAlone: (no) => `已經記下了，但沒能加進第 ${no} 號，現在單立一件。`,
  look: '看這一件',
  newWindow: '在新視窗打開',

  rising: '這些事一再有人說',
  risingWhat: (days) => `近 ${days} 天裡說得相近的事放在一起。還沒等人再來說，先去看看。`,
  risingEmpty: '近來沒有哪件事一再有人說。同一件事說到三回，或者兩個村都說，就會在這裡出現。',
  times: (count) => `說了 ${count} 回`,
  villages: (count) => `${count} 個村`,
  waiting: (count) => `${count} 件等著落`,
  about: (group, count) => `${count} 件關係到${GROUPS[group]}`,
  showThem: '一件件看',
  raisedOn: (day, today) => dayInWords(day, 'zh-Hant', today),
  notReached: '現在取不來，網通了再看。',
  retry: '再試一次',
}
