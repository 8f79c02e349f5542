import { dayInWords } from '../../shared/words/days.ts'
import { everywhere } from './everywhere.zh-Hant.ts'
import type { PlacesWords } from './keys/places.ts'

const KINDS = { county: '縣', township: '鄉鎮', village: '村', compound: '社區', grid: '網格' } as const
const GOVERNORS = {
  county: '縣裡經辦的人',
  township: '鎮裡經辦的人',
  village: '主持人',
  compound: '主持人',
  grid: '網格員',
} as const
const ROLES = {
  facilitator: '主持人',
  recorder: '記錄人',
  cadre: '幹部',
  supervision: '監委會',
  'grid-worker': '網格員',
  township: '鎮裡經辦',
  county: '縣裡經辦',
  discipline: '紀檢',
  representative: '村民代表',
  villager: '村民',
} as const
const ROLES_WHAT = {
  facilitator: '排會、開會、簽紀要，管名冊',
  recorder: '寫紀要、一起簽字',
  cadre: '答應、辦、回話',
  supervision: '提醒、要佐證、一起簽月報',
  'grid-worker': '先接網格裡的事，辦不了交到村裡',
  township: '看下面各村，接交上來的事，准改期，添村請人',
  county: '看下面各鎮各村，接交上來的事，添地方請人',
  discipline: '只看公開的；單獨說的事另交',
  representative: '寫在名冊上，不用登入',
  villager: '寫在名冊上，不用登入',
} as const

export const words: PlacesWords = {
  ...everywhere,
  title: '地方和人',
  tree: '地方',
  kind: (kind) => KINDS[kind],
  below: (kind, count) =>
    kind === 'county'
      ? `${count} 個鄉鎮`
      : kind === 'township'
        ? `${count} 個村`
        : count > 0
          ? `${count} 個網格`
          : '',
  households: (count) => `${count} 戶`,
  youRun: '您管',
  nobody: (kind) => `還沒有${GOVERNORS[kind]}`,
  notCome: '請了，還沒來',
  standsIn: (name) => `歸${name}`,
  newPlace: {
    township: '再添一個鄉鎮，寫鎮名',
    village: '再添一個村，寫村名',
    grid: '再劃一個網格，寫名字',
  },
  add: '添上',
  added: (name) => `${name}添上了。`,

  rename: '改名',
  newName: '新名字',
  renamed: '名字改好了。',
  move: '挪到別的鎮',
  moveWhat: (name) =>
    `${name}的人、事、紀要和日子都跟著走，從前的一樣查得到。還在原來那個鎮手裡的事，一併交給新的鎮。`,
  moveTo: '挪到哪兒',
  moveNow: '挪過去',
  moved: (name, to) => `${name}歸${to}了。`,
  moveNothing: '您管的地方裡沒有別的鎮。要挪到別人管的鎮，請縣裡來挪。',

  posts: '誰擔什麼',
  postsWhat: '交出去、收回來，都記下，本人看得見。',
  role: (role) => ROLES[role],
  roleWhat: (role) => ROLES_WHAT[role],
  noHolder: '還沒有人',
  since: (day) => `${dayInWords(day, 'zh-Hant')}起`,
  waitingFor: '等他來',
  give: '交給誰',
  giveFor: (role) => `${role}交給誰`,
  who: '請誰',
  whoWhat: '名冊上有的挑出來，沒有的寫真名，會添進名冊。',
  called: '大家怎麼叫',
  calledWhat: '村書記、會計、鎮長，不寫就用左邊的叫法',
  giveNow: (name) => `交給${name}`,
  invite: '發請帖',
  giveWithout: '只記上，不用登入',
  given: (name, title) => `${name}是${title}了。`,
  takeBack: '收回',
  takeBackFrom: (name, title) => `收回${name}的${title}`,
  takenBack: (name, title) => `${name}不再是${title}。`,
  takeBackInvitation: '收回請帖',
  invitationTakenBack: '請帖收回了，那八個字不靈了。',

  inviteFirst: (kind) => `請第一位${GOVERNORS[kind]}`,
  invited: (name, title) => `請${name}來當${title}`,
  link: '發給本人這個連結',
  copy: '抄下',
  copied: '連結抄下了，貼給本人就行。',
  validFor: (days) => `${days} 天裡有效，用過一次就不靈了。`,
  onlyShe: '密碼本人自己定，您看不見。',
  newSlip: '換一張請帖',
  noSlip: '請帖只在發的時候看得見一回。丟了就換一張，舊的不靈。',
  print: '印請帖',
  slipFrom: (place) => `${place}請`,
  slipTitle: (name, place, title) => `${name}來當${place}${title}`,
  slipHow: (address) => `掃碼，或到 ${address} 寫這八個字。`,
  slipUntil: (day) => `${dayInWords(day, 'zh-Hant')}前有效`,

  deeds: '都記下了',
  deed: ({ kind, who, what }) =>
    ({
      'place-founded': `添了${what}`,
      'place-renamed': `改名叫${what}`,
      'place-moved': `挪到${what}`,
      'levels-named': '改了各級的叫法',
      'raiser-naming-set': '定了舊台賬裏提的人公開不公開',
      'grid-drawn': `劃了網格${what}`,
      'grid-renamed': `網格改名叫${what}`,
      'post-given': `${who ?? ''}擔起${what}`,
      'post-ended': `收回${who ?? ''}的${what}`,
      'person-invited': `請${who ?? ''}來當${what}`,
      'invitation-taken-back': `收回給${who ?? ''}的請帖（${what}）`,
      'invitation-accepted': `${who ?? ''}憑請帖來了（${what}）`,
    })[kind],
  deedBy: (name) => name ?? '開張時',
  noDeeds: '還沒有記下什麼。',
  readOnly: '這裡由管這地方的人來改，您只能看。',
}
