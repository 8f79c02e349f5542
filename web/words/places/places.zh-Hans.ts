import { roles } from '../../../shared/words/roles.zh-Hans.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import { everywhere } from '../everywhere.zh-Hans.ts'
import type { PlacesWords } from './places.ts'

const KINDS = { county: '县', township: '乡镇', village: '村', compound: '小区', grid: '网格' } as const
const GOVERNORS = {
  county: '县里经办人',
  township: '镇里经办人',
  village: '主持人',
  compound: '主持人',
  grid: '网格员',
} as const
const ROLES_WHAT = {
  facilitator: '排会、开会、签纪要，管名册',
  recorder: '写纪要、一起签字',
  cadre: '答应、办、回话',
  supervision: '提醒、要佐证、一起签月报',
  'grid-worker': '先接网格里的事，办不了交到村里',
  township: '看下面各村，接交上来的事，准改期，添村请人',
  county: '看下面各镇各村，接交上来的事，添地方请人',
  discipline: '只看公开的；单独说的事另交',
  representative: '写在名册上，不用登录',
  villager: '写在名册上，不用登录',
} as const

export const words: PlacesWords = {
  ...everywhere,
  title: '地方和人',
  tree: '地方',
  kind: (kind) => KINDS[kind],
  below: (kind, count) =>
    kind === 'county'
      ? `${count} 个乡镇`
      : kind === 'township'
        ? `${count} 个村`
        : count > 0
          ? `${count} 个网格`
          : '',
  households: (count) => `${count} 户`,
  nobody: (kind) => `还没有${GOVERNORS[kind]}`,
  notCome: '请了，还没来',
  standsIn: (name) => `归${name}`,
  newPlace: {
    township: '再添一个乡镇，写镇名',
    village: '再添一个村，写村名',
    grid: '再划一个网格，写名字',
  },
  add: '添上',
  added: (name) => `${name}添上了。`,

  rename: '改名',
  newName: '新名字',
  renamed: '名字改好了。',
  move: '挪到别的镇',
  moveWhat: (name) =>
    `${name}的人、事、纪要和日子都跟着走，从前的一样查得到。还在原来那个镇手里的事，一并交给新的镇。`,
  moveTo: '挪到哪儿',
  moveNow: '挪过去',
  moved: (name, to) => `${name}归${to}了。`,
  moveNothing: '您管的地方里没有别的镇。要挪到别人管的镇，请县里来挪。',

  posts: '谁担什么',
  postsWhat: '交出去、收回来，都记下，本人看得见。',
  role: (role) => roles[role],
  roleWhat: (role) => ROLES_WHAT[role],
  noHolder: '还没有人',
  since: (day) => `${dayInWords(day, 'zh-Hans')}起`,
  waitingFor: '等本人来',
  give: '交给谁',
  giveFor: (role) => `${role}交给谁`,
  who: '请谁',
  whoWhat: '名册上有的挑出来，没有的写真名，会添进名册。',
  called: '大家怎么叫',
  calledWhat: '村书记、会计、镇长，不写就用这个职务的叫法',
  giveNow: (name) => `交给${name}`,
  invite: '发请帖',
  giveWithout: '只记上，不用登录',
  given: (name, title) => `${name}是${title}了。`,
  takeBack: '收回',
  takeBackFrom: (name, title) => `收回${name}的${title}`,
  takenBack: (name, title) => `${name}不再是${title}。`,
  takeBackInvitation: '收回请帖',
  invitationTakenBack: '请帖收回了，那八个字不灵了。',

  inviteFirst: (kind) => `请第一位${GOVERNORS[kind]}`,
  invited: (name, title) => `请${name}来当${title}`,
  link: '发给本人这个链接',
  copy: '抄下',
  copied: '链接抄下了，贴给本人就行。',
  validFor: (days) => `${days} 天里有效，用过一次就不灵了。`,
  onlyShe: '密码本人自己定，您看不见。',
  newSlip: '换一张请帖',
  noSlip: '请帖只在发的时候看得见一回。丢了就换一张，旧的不灵。',
  print: '印请帖',
  slipFrom: (place) => `${place}请`,
  slipTitle: (name, place, title) => `${name}来当${place}${title}`,
  slipHow: (address) => `扫码，或到 ${address} 写这八个字。`,
  slipUntil: (day) => `${dayInWords(day, 'zh-Hans')}前有效`,

  deeds: '都记下了',
  deed: ({ kind, who, what }) =>
    ({
      'place-founded': `添了${what}`,
      'place-renamed': `改名叫${what}`,
      'place-moved': `挪到${what}`,
      'levels-named': '改了各级的叫法',
      'raiser-naming-set': '定了旧台账里提的人公开不公开',
      'grid-drawn': `划了网格${what}`,
      'grid-renamed': `网格改名叫${what}`,
      'post-given': `${who ?? ''}担起${what}`,
      'post-ended': `收回${who ?? ''}的${what}`,
      'person-invited': `请${who ?? ''}来当${what}`,
      'invitation-taken-back': `收回给${who ?? ''}的请帖（${what}）`,
      'invitation-accepted': `${who ?? ''}凭请帖来了（${what}）`,
      'login-set': `设了${who ?? ''}的密码`,
      'login-reset-asked': `申请重设${who ?? ''}的登录`,
      'login-reset-confirmed': `确认重设${who ?? ''}的登录`,
      'login-reset-stopped': `停下重设${who ?? ''}的登录`,
    })[kind],
  deedBy: (name) => name ?? '开张时',
  noDeeds: '还没有记下什么。',
  readOnly: '这里由管这地方的人来改，您只能看。',
}
