import type { ConcernState } from '../../../shared/concerns/concern.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import type { AlikeWords } from './alike.ts'

const STATES: Readonly<Record<ConcernState, string>> = {
  raised: '刚记下',
  recorded: '等着落',
  answered: '答复过',
  promised: '答应了',
  referred: '转出去了',
  assembly: '交村民会议了',
  declined: '说明办不了',
  rated: '评过了',
  closed: '了结了',
  reopened: '重办，等着落',
  withdrawn: '收回了',
  merged: '并到别的事里了',
}
const GROUPS = { elders: '老人', children: '孩子', 'special-needs': '特困的人' } as const

export const words: AlikeWords = {
  askedBefore: '以前说过相近的事',
  askedBeforeWhat: '是同一件，就把这个声音加进去，不另立一件。',
  no: (no) => `第 ${no} 号`,
  standing: (state, dueOn) =>
    dueOn === null ? STATES[state] : `${STATES[state]}，${dayInWords(dueOn, 'zh-Hans')}前`,
  voices: (count) => `${count} 个人说过`,
  addVoice: '加到这一件',
  addVoiceTo: (no) => `把这个声音加到第 ${no} 号`,
  voiceAdded: (no) => `加进第 ${no} 号了，这个声音也算数。`,
  voiceAlone: (no) => `已经记下了，但没能加进第 ${no} 号，现在单立一件。`,
  look: '看这一件',
  newWindow: '在新窗口打开',

  unpromised: (count) => `还没有人答应的事，找到 ${count} 件`,
  nothingPromised: (state) => `没有人答应办，${STATES[state]}`,
  rising: '这些事一再有人说',
  risingWhat: (days) => `近 ${days} 天里说得相近的事放在一起。还没等人再来说，先去看看。`,
  risingEmpty: '近来没有哪件事一再有人说。同一件事说到三回，或者两个村都说，就会在这里出现。',
  times: (count) => `说了 ${count} 回`,
  villages: (count) => `${count} 个村`,
  waiting: (count) => `${count} 件等着落`,
  about: (group, count) => `${count} 件关系到${GROUPS[group]}`,
  showThem: '一件件看',
  raisedOn: (day, today) => dayInWords(day, 'zh-Hans', today),
  notReached: '现在取不来，网通了再看。',
  retry: '再试一次',
}
