/** Days are counted from the day on which the sample is opened; negative ones lie before it. */
export interface PastPromise {
  readonly raisedBy: string | null
  readonly text: string
  readonly owner: string
  readonly measure: string
  readonly verbatim: string
  readonly due: number
  readonly moved?: { readonly at: number; readonly to: number; readonly why: string }
  readonly done?: { readonly at: number; readonly report: string }
  /** Said by whoever asked, written down for them; good ones are closed. */
  readonly told?: { readonly at: number; readonly isGood: boolean; readonly witness: string }
  /** Hands at the second evening. */
  readonly hands?: { readonly good: number; readonly partly: number; readonly not: number }
  /** Done a second time after it was judged "not". */
  readonly again?: { readonly at: number; readonly report: string }
}

export interface PastAnswer {
  readonly raisedBy: string | null
  readonly text: string
  readonly name: 'answer-concern' | 'refer-concern' | 'decline-concern' | 'put-to-assembly'
  readonly fields: Readonly<Record<string, string>>
}

export const FIRST = -42
export const SECOND = -21

export const FIRST_PROMISES: readonly PastPromise[] = [
  {
    ...{ raisedBy: '李婶', text: '打谷场晚上没有灯', owner: '王建国', measure: '打谷场装 2 盏灯' },
    ...{
      verbatim: '两盏灯，月底前装上。',
      due: -30,
      done: { at: -31, report: '两盏灯装好了，晚上六点自己亮。' },
    },
    told: { at: -29, isGood: true, witness: '李婶' },
  },
  {
    ...{ raisedBy: null, text: '垃圾桶离水井太近', owner: '王建国', measure: '垃圾桶挪到打谷场西边' },
    ...{
      verbatim: '挪到西边去，两个星期。',
      due: -28,
      done: { at: -24, report: '挪过去了，地也冲干净了。' },
    },
    hands: { good: 19, partly: 4, not: 1 },
  },
  {
    ...{ raisedBy: '李婶', text: '排水沟堵，雨天漫到路上', owner: '王建国', measure: '清淤 120 米' },
    ...{ verbatim: '我去约挖机，清到桥头。', due: -26 },
    moved: { at: -28, to: -18, why: '挖机排不上' },
    done: { at: -17, report: '120 米都清完了，泥也拉走了。' },
  },
  {
    ...{ raisedBy: '张大爷', text: '村口捐款收支公示', owner: '王建国', measure: '捐款和开支逐笔贴上公示栏' },
    ...{ verbatim: '捐款和开支，一笔一笔贴出来。', due: -24, done: { at: -23, report: '贴在公示栏上了。' } },
    hands: { good: 3, partly: 5, not: 14 },
    again: { at: -10, report: '发票补齐，重新贴了一张。' },
    told: { at: -8, isGood: false, witness: '张大爷' },
  },
]

export const SECOND_PROMISES: readonly PastPromise[] = [
  {
    ...{ raisedBy: '赵姐', text: '三组的水井盖板裂了', owner: '王建国', measure: '换 6 块水泥盖板' },
    ...{ verbatim: '六块都换，半个月。', due: -5, done: { at: -6, report: '六块都换了新的，旧的拉走了。' } },
  },
  {
    ...{ raisedBy: '罗志远', text: '村东头没画停车线', owner: '王建国', measure: '村东头画 12 个车位' },
    ...{ verbatim: '天晴了就画。', due: -3 },
  },
  {
    ...{ raisedBy: null, text: '卫生室门口上不去轮椅', owner: '王建国', measure: '修 4 米缓坡，装扶手' },
    ...{ verbatim: '坡这个月修好。', due: 4 },
  },
  {
    ...{ raisedBy: '李婶', text: '路灯从开春就不亮，孩子下晚自习摸黑走', owner: '王建国' },
    ...{ measure: '联系供电所，更换 3 盏路灯', verbatim: '坏的三盏都换掉。', due: 19 },
  },
  {
    ...{ raisedBy: '黄玉珍', text: '药房没有降压药', owner: '刘会计', measure: '药房补 3 种降压药' },
    ...{ verbatim: '我跟镇卫生院说。', due: -12, done: { at: -14, report: '三种药都到了。' } },
    told: { at: -11, isGood: true, witness: '黄玉珍' },
  },
]

export const FIRST_ANSWERS: readonly PastAnswer[] = [
  {
    ...{ raisedBy: '宋春梅', text: '图书室总锁着', name: 'answer-concern' },
    fields: { answer: '周末开门，钥匙在陈静那里。' },
  },
  {
    ...{ raisedBy: '胡德厚', text: '县道的坑谁来补', name: 'refer-concern' },
    fields: { referredTo: '县公路局', route: 'department', reason: '县道归县里管，材料已经送去。' },
  },
  {
    ...{ raisedBy: '蒋老三', text: '打谷场想盖一间车库', name: 'decline-concern' },
    fields: { reason: '打谷场是集体的地，不能盖房。' },
  },
  {
    ...{ raisedBy: '高凤英', text: '修祠堂的钱从哪里出', name: 'put-to-assembly' },
    fields: { reason: '动用集体的钱，要村民会议定。' },
  },
]

/** Left over: said at the second evening, and nobody could answer. */
export const LEFT_OVER = { raisedBy: '李大山', text: '换灯的钱从哪儿出' }
export const NOT_REACHED = '年货集怎么摆'

/** Handed up to the township, and one of them on to the county. */
export const HANDED_UP = [
  { raisedBy: '林秋生', text: '下河桥栏杆断了两根', reason: '桥归镇里管，村里没有吊车。', onward: null },
  {
    raisedBy: '潘长根',
    text: '上游厂子夜里排黑水',
    reason: '村里查不了厂子。',
    onward: '镇里查不了上游的厂子，请县里看。',
  },
] as const

export const CAME_IN = [
  { channel: 'call', at: -6, raisedBy: '赵姐', text: '赶集那天村口停车堵死了' },
  { channel: 'paper', at: -4, raisedBy: null, text: '卫生室周末没人' },
  { channel: 'visit', at: -2, raisedBy: '彭素芬', text: '冬天水管冻了找谁' },
] as const

export const CATALOGUE = [
  ['路灯、沟渠', '村委会', 'village', 'working', 5, '打电话或者写进意见箱。', 'takes-on'],
  ['低保申请', '镇民政办', 'township', 'working', 20, '带户口本、身份证，村里代办。', 'takes-on'],
  ['老年优待证', '村委会', 'village', 'working', 3, '带身份证和一张照片。', 'takes-on'],
  ['县道养护', '县公路局', 'county', null, 0, '村里代为转告。', 'not-ours'],
] as const

export const VISIT = {
  ...{ atTime: '15:30', gridId: null, door: '西坡9号', visited: '蒋老三', visitors: [] },
  ...{ seen: '一个人住，腿脚不便', need: '屋顶漏雨\n低保的手续怎么办', next: '周三再来' },
}
