/** The little that a phone says before anybody has come in; it is all of the first load. */
export const words = {
  pageTitle: '我说一句',
  brand: '凉亭',
  loading: '正在取来……',
  settings: '设置',
  staff: '工作人员登录',
  joinTitle: '进来坐坐',
  joinWhat: '不用注册。墙上有四个数字，输进来就能说话。',
  codeLabel: '墙上的码',
  codeHint: '四个数字',
  nameLabel: '怎么称呼您',
  nameHint: '写不写都行，写什么都行，比如「李婶」。',
  namePlaceholder: '可以空着',
  join: '进来',
  joinWithoutName: '先不写，直接进来',
  joining: '正在进来……',
  cutOff: '现在连不上，正在再试。您写的都还在。',
  retry: '再试一次',
}
export type DoorWords = typeof words
