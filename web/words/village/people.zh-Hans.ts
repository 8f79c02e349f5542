import type { ConcernKind, ConcernState } from '../../../shared/concerns/concern.ts'
import type { Role } from '../../../shared/kernel/event.ts'
import type { PartnerKind } from '../../../shared/people/partner.ts'
import type { RosterProblem } from '../../../shared/people/roster/roster.ts'
import type { VisitPart } from '../../../shared/visits/visit.ts'
import type { PlaceKind } from '../../../shared/places/place.ts'
import { roleAt } from '../../../shared/words/terms.zh-Hans.ts'
import { everywhere } from '../everywhere.zh-Hans.ts'

const ROLES_WHAT = {
  facilitator: '排会、开会、管墙、管名册，能签字',
  recorder: '写纪要，记事和承诺，能签字',
  cadre: '看桌面和台账，报办好了',
  supervision: '看桌面和台账',
  'grid-worker': '先接网格里的事，办不了交到村里',
  township: '看这里的桌面和台账',
  county: '看下面各镇各村，接交上来的事',
  discipline: '只看公开的；单独说的事另交',
  representative: '写在名册上，不用登录',
  villager: '写在名册上，不用登录',
} as const

/** The page of people, households, grids and posts. */
export const roster = {
  title: '名册',
  counts: (people: number, households: number, grids: number) =>
    `${people} 人，${households} 户，${grids} 个网格`,
  find: '找人',
  findPlaceholder: '名字、户、职务',
  noneFound: (text: string) => `没有找到「${text}」。`,
  empty: '名册还是空的',
  emptyWhat:
    '写上村里的人，开会时打一个字就能认出是谁，承诺也能落到人头上。可以一个一个写，也可以整张表贴进来。',
  noGrid: '还没划进网格',
  noHousehold: '没写哪一户',
  peopleIn: (count: number) => `${count} 人`,
  readOnly: '名册由主持人管，这里只能看。',
  onlyPosts: '只看有职务的',

  addOne: '写一个',
  addOneWhat: '户和网格没有的，会自己添上。',
  name: '姓名',
  household: '哪一户',
  householdWhat: '门牌或户主，不写也行',
  grid: '哪个网格',
  gridWhat: '不写也行',
  put: '写上',
  putDone: (name: string) => `${name}写上了。`,

  addMany: '贴一张名单',
  addManyWhat: '从表格里整块复制，贴在下面；或者选一个 CSV 文件。三列：姓名、户、网格，后两列可以没有。',
  pastePlaceholder: '李秀英\t东头 3 号\t第一网格\n赵大姐\t东头 5 号\t第一网格',
  file: '选一个文件',
  preview: (good: number, wrong: number) => (wrong ? `${good} 行没错，${wrong} 行要改` : `${good} 行都没错`),
  line: (line: number) => `第 ${line} 行`,
  problem: ({ code, text }: RosterProblem): string =>
    ({
      'name-missing': '没有姓名，补上名字。',
      'name-too-long': `名字「${text}」太长了，最多 30 个字。`,
      'household-too-long': `户「${text}」太长了，最多 40 个字。`,
      'grid-too-long': `网格「${text}」太长了，最多 40 个字。`,
      'letters-unreadable': '有认不得的字，像是文件的编码不对。用 UTF-8 另存一次再来。',
      'twice-in-list': `「${text}」在这张单子里写了两回。不是一个人，就把户写上。`,
      'already-on-roster': `「${text}」名册里已经有了，不会再写一遍。`,
      'identity-passed-over': `「${text}」这一列是证件号，不收，也不保存。`,
      'column-unknown': `「${text}」这一列不认得，不会存。`,
      'too-many-rows': '一次最多 2000 行，后面的请分一次再贴。',
    })[code],
  importGood: (count: number) => `存下没错的 ${count} 行`,
  importing: '正在存名单',
  imported: (count: number) => `${count} 人写进名册了。`,
  stayBehind: (count: number) => `还有 ${count} 行留在这里，改好再存。`,
  fileUnreadable: '这个文件读不出来。在表格里另存为 CSV（UTF-8），再选一次。',

  drawGrid: '划一个网格',
  gridName: '网格的名字',
  gridDrawn: (name: string) => `网格「${name}」划好了。`,

  role: (role: Role, kind: PlaceKind): string => roleAt(role, kind),
  roleWhat: (role: Role): string => ROLES_WHAT[role],
  posts: '职务',
  noPost: '没有职务',
  givePost: '给一个职务',
  postRole: '做什么',
  postTitle: '大家怎么叫',
  postTitlePlaceholder: '村书记、会计、网格员',
  postGiven: (name: string, title: string) => `${name}是${title}了。`,
  endPost: (title: string) => `不再做${title}`,
  postEnded: '职务收回了。',
  rename: '改名字',
  renamed: '名字改好了。',
  movedAway: '搬走了',
  movedAwaySure: (name: string) => `${name}真的搬走了吗？说过的话、答应的事都还在，只是名册里不再列。`,
  movedAwayDone: (name: string) => `${name}从名册里划掉了。`,
  logIn: '登录',
  hasLogin: '能登录',
  noLogin: '还没有登录名',
  giveLogin: '给一个登录名',
  resetWhat:
    '忘了密码？先申请重设登录，再由这里另一位有职务的人（主持人、记录人、监督）或者上一级来确认。都会记下，本人看得到。',
  /** Nobody else here could confirm it. */
  resetAlone:
    '这里没有另一位能确认的人。先申请，请上一级来确认；上面没有别级的，请管服务器的人运行：npm run admin -- reset-login。',
  askReset: '申请重设登录',
  resetAsked: (by: string | null, day: string) => `${by ?? '有人'}在${day}申请重设登录。`,
  resetWaits: '等这里另一位有职务的人，或者上一级，打开这一行来确认。',
  resetConfirmed: '已经确认，码告诉了确认的人。码丢了，请再申请一次。',
  confirmReset: '确认，看码',
  stopReset: '不重设了',
  resetCode: (name: string, days: number) => `这个码只给${name}本人，只显示这一次，${days}天内用一次：`,
  newPassword: '换密码',
  loginName: '登录名',
  password: '密码',
  passwordWhat: (shortest: number) => `至少 ${shortest} 个字，当面告诉本人`,
  loginPut: (name: string) => `${name}能登录了。`,
  letMachineChoose: '替我想一个',
  tellThem: '抄下来当面给本人，关上就看不到了。',
}
export type RosterWords = typeof roster

const PARTNER_KINDS = {
  hospital: '医院',
  school: '学校',
  firm: '企业',
  charity: '公益组织',
  police: '派出所',
  'law-office': '律所',
  other: '别的单位',
} as const

/** Who beside the roster can take what on. */
export const partners = {
  kind: (kind: PartnerKind): string => PARTNER_KINDS[kind],
  title: '共建单位',
  lead: '村里能请谁帮忙、各自能办什么。答应事情的时候，可以选它来办，也可以请它办其中一份。',
  kindLabel: '哪一类',
  name: '单位名称',
  takesOn: '能办什么',
  takesOnHint: '比如：量血压、义诊、送药上门。',
  add: '添一家',
  change: '改',
  changeOne: (name: string) => `改「${name}」`,
  remove: '不再列',
  removeOne: (name: string) => `不再列「${name}」`,
  save: '记下',
  cancel: '先不改',
  saved: '记下了，往后答应事情时能选到。',
  removed: '不再列了；它答应过的事还在。',
  undo: '撤回',
  empty: '还没有共建单位',
  emptyWhat: '卫生院、学校、企业、派出所、律所：谁能帮上什么，写在这里。',
  readOnly: '这张单子由主持人来改。',
  loading: '正在取来……',
  offline: '没连上，存过的都还在。看看网，再试一次。',
  retry: '再试一次',
}
export type PartnersWords = typeof partners

const PARTS: Readonly<Record<VisitPart, readonly [string, string]>> = {
  seen: ['看到的', '家里怎么样，有什么难处。一行一件。'],
  need: ['说的、要的', '本人怎么说就怎么记。一行一件。'],
  next: ['下一步', '谁、哪天、做什么。'],
}
const KNOWN_BY: Readonly<Record<ConcernKind, string>> = {
  stated: '本人说的',
  observed: '我看到的',
  inferred: '听话音觉得的',
}
const STATES: Readonly<Record<ConcernState, string>> = {
  raised: '说法还没对过',
  recorded: '等着落',
  answered: '答复过',
  promised: '答应了',
  referred: '转出去了',
  assembly: '交村民会议了',
  declined: '说明办不了',
  rated: '评过了',
  closed: '了结了',
  reopened: '重办',
  withdrawn: '收回了',
  merged: '并到别的事里了',
}

/** Notes of visits at people's doors. */
export const visits = {
  ...everywhere,
  title: '民情日记',
  whoReads: '只有写的人、一起去的人和主持人看得见。不上墙，不公开，不进台账。',
  write: '记一次走访',
  writing: '这一次走访',
  changing: '改这一篇',
  empty: '还没有记过',
  emptyWhat: '从哪家出来，站在路边就能记两行。里面哪一行要办，点一下就成一件事，不用再打一遍。',
  showMore: '再看早些的',
  onDay: '哪一天',
  atTime: '几点',
  grid: '哪个网格',
  noGrid: '不分网格',
  door: '哪一家、哪里',
  doorWhat: '比如东头第三家',
  visited: '看的是谁',
  visitedWhat: '比如孙大伯',
  visitors: '一起去的人',
  visitorsWhat: '几个人就用顿号隔开。名册上的人也看得见这一篇。',
  part: (part: VisitPart): string => PARTS[part][0],
  partWhat: (part: VisitPart): string => PARTS[part][1],
  keep: '存下',
  needsMore: '写上看的是谁，再写一行看到的或者说的，就能存。',
  kept: '记下了。',
  changed: '改好了，原来的字已经抹掉。',
  unsent: '还没送出去',
  unsentWhat: '字都在这个手机上，网一通就送。',
  discard: '不要了',
  wentAlong: (names: string) => `一起去的：${names}`,
  changedOne: '改过',
  drop: '拿掉',
  dropSure: '拿掉这一篇？',
  dropWhat: '里面的字会全部抹掉，找不回来。已经立成的事不受影响。',
  dropped: '拿掉了，字都抹掉了。',
  makeMatter: '立成一件事',
  makeMatterOf: (line: string) => `把“${line}”立成一件事`,
  matterText: '这件事怎么写',
  matterTextWhat: '这一句大家都看得到。病、家里的难处、能认出是谁的话，请改掉。',
  kind: '怎么知道的',
  kindOf: (kind: ConcernKind): string => KNOWN_BY[kind],
  whoRaised: '谁提的',
  whoRaisedWhat: '只有工作人员看得见；不写也行。',
  agreed: '这句话跟本人对过了',
  put: '立下',
  putDone: '立成一件事了。',
  matter: (no: number, state: ConcernState | null) =>
    state ? `第 ${no} 号 · ${STATES[state]}` : `第 ${no} 号`,
  tooLong: (over: number) => `多了 ${over} 个字，请写短一点。`,
}
export type VisitsWords = typeof visits
