import type { HandWords } from './keys/hand.ts'

export const words: HandWords = {
  handTitle: '等人來辦的事',
  handWhat: '您能辦的，可以認下來。',
  raisedBy: (name) => (name === null ? '有鄉親提的' : `${name}提的`),
  take: '這件我來辦',
  who: '怎麼稱呼您',
  how: '怎麼辦',
  howHint: '比如：週六帶兩個人把溝清了。',
  byWhen: '幾號前',
  dayMeant: (day) => `也就是${day}前。`,
  send: '認下來',
  sending: '正在發……',
  leave: '先不認',
  missing: {
    who: '認一件事要寫名字，大家才知道找誰。',
    how: '寫一句怎麼辦。',
    byWhen: '選一個日子，今天或往後。',
  },
  taken: (measure, day) =>
    `您認下了：${measure}，${day}前。等會兒會上念一遍，您點頭才算數；不想辦了，念的時候說一聲就行。`,
  notSent: '沒發出去，寫的都還在。網通了再按一次。',
}
