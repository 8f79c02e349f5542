import type { Day } from '../../../shared/kernel/day.ts'
import type { Role } from '../../../shared/kernel/event.ts'
import type { OwnSession } from '../../../shared/people/log-in/session.ts'
import type {
  SecurityAbout,
  SecurityEntry,
  SecurityKind,
} from '../../../shared/people/security/security-log.ts'
import type { PlaceDeed } from '../../../shared/people/tree.ts'
import type { PlaceKind } from '../../../shared/places/place.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import { roleAt, roles } from '../../../shared/words/terms.zh-Hans.ts'
import { everywhere } from '../everywhere.zh-Hans.ts'

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

/** Where places stand and who holds which post there. */
export const places = {
  ...everywhere,
  title: '地方和人',
  tree: '地方',
  kind: (kind: PlaceKind): string => KINDS[kind],
  /** How many places stand in one. */
  below: (kind: PlaceKind, count: number) =>
    kind === 'county'
      ? `${count} 个乡镇`
      : kind === 'township'
        ? `${count} 个村`
        : count > 0
          ? `${count} 个网格`
          : '',
  households: (count: number) => `${count} 户`,
  nobody: (kind: PlaceKind) => `还没有${GOVERNORS[kind]}`,
  notCome: '请了，还没来',
  standsIn: (name: string) => `归${name}`,
  newPlace: {
    township: '再添一个乡镇，写镇名',
    village: '再添一个村，写村名',
    grid: '再划一个网格，写名字',
  },
  add: '添上',
  added: (name: string) => `${name}添上了。`,

  rename: '改名',
  newName: '新名字',
  renamed: '名字改好了。',
  move: '挪到别的镇',
  moveWhat: (name: string) =>
    `${name}的人、事、纪要和日子都跟着走，从前的一样查得到。还在原来那个镇手里的事，一并交给新的镇。`,
  moveTo: '挪到哪儿',
  moveNow: '挪过去',
  moved: (name: string, to: string) => `${name}归${to}了。`,
  moveNothing: '您管的地方里没有别的镇。要挪到别人管的镇，请县里来挪。',

  posts: '谁担什么',
  postsWhat: '交出去、收回来，都记下，本人看得见。',
  role: (role: Role, kind: PlaceKind): string => roleAt(role, kind),
  roleWhat: (role: Role): string => ROLES_WHAT[role],
  noHolder: '还没有人',
  since: (day: Day) => `${dayInWords(day, 'zh-Hans')}起`,
  waitingFor: '等本人来',
  give: '交给谁',
  giveFor: (role: string) => `${role}交给谁`,
  who: '请谁',
  whoWhat: '名册上有的挑出来，没有的写真名，会添进名册。',
  called: '大家怎么叫',
  calledWhat: '村书记、会计、镇长，不写就用这个职务的叫法',
  giveNow: (name: string) => `交给${name}`,
  invite: '发请帖',
  giveWithout: '只记上，不用登录',
  given: (name: string, title: string) => `${name}是${title}了。`,
  takeBack: '收回',
  takeBackFrom: (name: string, title: string) => `收回${name}的${title}`,
  takenBack: (name: string, title: string) => `${name}不再是${title}。`,
  takeBackInvitation: '收回请帖',
  invitationTakenBack: '请帖收回了，那八个字不灵了。',

  inviteFirst: (kind: PlaceKind) => `请第一位${GOVERNORS[kind]}`,
  invited: (name: string, title: string) => `请${name}来当${title}`,
  link: '发给本人这个链接',
  copy: '抄下',
  copied: '链接抄下了，贴给本人就行。',
  validFor: (days: number) => `${days} 天里有效，用过一次就不灵了。`,
  onlyShe: '密码本人自己定，您看不见。',
  newSlip: '换一张请帖',
  noSlip: '请帖只在发的时候看得见一回。丢了就换一张，旧的不灵。',
  print: '印请帖',
  slipFrom: (place: string) => `${place}请`,
  slipTitle: (name: string, place: string, title: string) => `${name}来当${place}${title}`,
  slipHow: (address: string) => `扫码，或到 ${address} 写这八个字。`,
  slipUntil: (day: Day) => `${dayInWords(day, 'zh-Hans')}前有效`,

  deeds: '都记下了',
  deed: ({ kind, who, what }: Pick<PlaceDeed, 'kind' | 'who' | 'what'>): string =>
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
  deedBy: (name: string | null) => name ?? '开张时',
  noDeeds: '还没有记下什么。',
  readOnly: '这里由管这地方的人来改，您只能看。',
}
export type PlacesWords = typeof places

const DEVICES = { phone: '手机', computer: '电脑' } as const
const BROWSERS = {
  wechat: '微信',
  edge: 'Edge',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  other: '浏览器',
} as const

/** One's own log-in: the password, and who else has set it. */
export const account = {
  title: '我的登录',
  lead: '密码只有自己知道，签的字才算自己的。',
  setBy: (name: string | null, when: string) => `您的密码是${name ?? '别人'}在${when}设的。`,
  setByWhat: '签字、办结以前，先设一个只有自己知道的。',
  resetAsked: (askedBy: string | null, confirmedBy: string | null, when: string) =>
    `${askedBy ?? '有人'}替您申请重设登录${confirmedBy === null ? '' : `，${confirmedBy}确认了`}，${when}。`,
  resetAskedWhat: '密码没丢，就请停下。码还没人用，什么都没变。',
  resetDone: (askedBy: string | null, confirmedBy: string | null, when: string) =>
    `您的登录在${when}重设过：${askedBy ?? '有人'}申请，${confirmedBy ?? '有人'}确认。`,
  stopReset: '停下，不重设',
  resetStopped: '停下了，登录还是原来的。',
  setOwn: '设自己的密码',
  oldPassword: '现在的密码',
  newPassword: '新密码',
  passwordWhat: (shortest: number) => `至少 ${shortest} 个字，一句好记的话就行`,
  again: '再输一遍',
  differ: '两遍不一样，请再输一遍。',
  save: '换成这个密码',
  saved: '密码换好了。别处登录着的都退出了，这里不用重新登录。',

  passkeys: '通行密钥',
  passkeysWhat: '不用记密码：用指纹、人脸或者屏幕锁登录。密钥留在您的手机或电脑里，谁也骗不走。',
  passkeysNotHere: '这个地址上用不了通行密钥：要用 https 开头的网址，或者在服务器本机上。密码照常能用。',
  passkeyDays: (since: string, lastUsedOn: string | null) =>
    lastUsedOn === null ? `${since}添加，还没用过` : `${since}添加，${lastUsedOn}用过`,
  addPasskey: '添加通行密钥',
  passkeyAdded: '添加好了。下次登录点「用通行密钥登录」就行。',
  passkeyNotMade: '没有添加，什么都没变。',
  removePasskey: '移除',
  passkeyRemoved: '移除了，用它登录不了了。',

  sessions: '在哪些地方登录着',
  sessionsWhat: '不认得的，或者别人的电脑，按一下就退出。三十天没用的会自己退出。',
  browser: (browser: OwnSession['browser'], device: OwnSession['device']) =>
    `${DEVICES[device]}上的${BROWSERS[browser]}`,
  sessionDays: (since: string, lastUsedOn: string) => `${since}登录，${lastUsedOn}用过`,
  thisOne: '就是这里',
  end: '退出这一处',
  endOthers: '别处的都退出',
  ended: '退出了。',
}
export type AccountWords = typeof account

/** The page on which somebody who was invited chooses a log-in. */
export const invited = {
  ...everywhere,
  pageTitle: '请帖',
  codeTitle: '照着请帖写八个字',
  codeWhat: '字不分大小，中间的横可以不写。',
  code: '请帖上的八个字',
  codeHint: '比如：4Q7M-8KXT',
  open: '打开请帖',
  from: (place: string) => `${place}请`,
  title: (name: string, place: string, title: string) => `${name}来当${place}${title}`,
  /** Of a log-in that is set anew. */
  resetTitle: (name: string, place: string) => `重设${place}${name}的登录`,
  until: (day: Day) => `${dayInWords(day, 'zh-Hans')}前有效，用一次。`,
  loginName: '登录名',
  loginHint: '以后登录用。手机号、拼音、名字都行。',
  password: '密码',
  passwordHint: (shortest: number) => `至少 ${shortest} 个字，自己定，谁也看不见。`,
  showPassword: '让我看见密码',
  passwordAgain: '密码再写一遍',
  passwordsDiffer: '两遍写得不一样，请照着再写一遍。',
  accept: '接下，进去看看',
  accepting: '正在开门……',
  otherCode: '换八个字',
  notSent: '没发出去，您写的还在这里。看看网，再按一次。',
}
export type InvitedWords = typeof invited

const ABOUTS: Readonly<Record<SecurityAbout, string>> = {
  ...roles,
  'ledger-csv': '台账（文本表格）',
  'ledger-xlsx': '台账（工作簿）',
  backup: '整个数据库的备份',
  place: '这个地方的全部资料',
  evening: '在夜话页上',
  inbox: '在收件箱里',
  matter: '在一件事的页面上',
  ledger: '在台账里',
  live: '在工作台上随时听到',
  other: '在别的页面上',
}

const about = ({ about }: SecurityEntry): string => (about === null ? '' : ABOUTS[about])
const by = ({ by }: SecurityEntry): string => by ?? '已不在名册上的人'

const TOUCHED: Readonly<Record<SecurityKind, string>> = {
  'logged-in': '登录',
  'log-in-failed': '登录没成功',
  'logged-out': '退出',
  'sessions-ended': '结束别处的登录',
  'login-set': '设密码',
  'passkey-added': '添加通行密钥',
  'passkey-removed': '移除通行密钥',
  'reset-asked': '申请重设登录',
  'reset-confirmed': '确认重设登录',
  'reset-stopped': '停下重设登录',
  'post-given': '给职务',
  'post-taken': '收职务',
  exported: '带走文件',
  'roster-read': '看名册',
  'masked-read': '看不具名者的名字',
  'person-erased': '删去个人信息',
  'place-removed': '删去地方',
}

/** What touched log-ins, posts, files and masked names. */
export const security = {
  title: '安全记录',
  lead: '谁登录过，谁给了、收了职务，谁带走了文件，谁看过不具名者的名字。保存六个月。大家说的、输入的内容都不记在这里。',
  kind: '只看',
  all: '全部',
  kinds: TOUCHED,
  /** What happened, in one sentence. */
  entry: (entry: SecurityEntry): string => {
    const whose = entry.who === null ? '自己' : entry.who
    const told: Readonly<Record<SecurityEntry['kind'], string>> = {
      'logged-in': `${by(entry)}登录了。`,
      'log-in-failed':
        entry.who === null ? '有人用不认得的名字登录，没成功。' : `有人用${entry.who}的名字登录，没成功。`,
      'logged-out': `${by(entry)}退出了。`,
      'sessions-ended': `${by(entry)}结束了自己在别处的登录。`,
      'login-set': `${by(entry)}给${whose}设了密码。`,
      'passkey-added': `${by(entry)}给自己添加了通行密钥。`,
      'passkey-removed': `${by(entry)}移除了自己的通行密钥。`,
      'reset-asked': `${by(entry)}申请重设${whose}的登录。`,
      'reset-confirmed': `${by(entry)}确认重设${whose}的登录。`,
      'reset-stopped': `${by(entry)}停下了重设${whose}的登录。`,
      'post-given': `${entry.by ?? '系统'}给${whose}职务：${about(entry)}。`,
      'post-taken': `${entry.by ?? '系统'}收回${whose}的职务：${about(entry)}。`,
      exported: `${entry.by ?? '管服务器的人'}带走了${about(entry)}。`,
      'roster-read': `${by(entry)}看了名册。`,
      'masked-read': `${by(entry)}${about(entry)}看了不具名者的名字。`,
      'person-erased': '管服务器的人删去了一个人的名字和登录。',
      'place-removed': '管服务器的人删去了一个地方和那里的全部资料。',
    }
    return told[entry.kind]
  },
  times: (count: number, until: string) => `共${count}次，最后一次${until}`,
  none: '没有这样的记录',
  noneWhat: '最近六个月，这里没有记下什么。',
  older: '看更早的',
}
export type SecurityWords = typeof security
