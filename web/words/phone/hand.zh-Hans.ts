import type { HandWords } from './hand.ts'

export const words: HandWords = {
  handTitle: '等人来办的事',
  handWhat: '您能办的，可以认下来。',
  raisedBy: (name) => (name === null ? '有乡亲提的' : `${name}提的`),
  take: '这件我来办',
  who: '怎么称呼您',
  how: '怎么办',
  howHint: '比如：周六带两个人把沟清了。',
  byWhen: '几号前',
  dayMeant: (day) => `也就是${day}前。`,
  nameShown: (name) => `认下来的事要写名字，大家都看得到：${name}。`,
  send: '认下来',
  sending: '正在发……',
  leave: '先不认',
  missing: {
    who: '认一件事要写名字，大家才知道找谁。',
    how: '写一句怎么办。',
    byWhen: '选一个日子，今天或往后。',
  },
  taken: (measure, day) =>
    `您认下了：${measure}，${day}前。等会儿会上念一遍，您点头才算数；不想办了，念的时候说一声就行。`,
  notSent: '没发出去，写的都还在。网通了再按一次。',
}
