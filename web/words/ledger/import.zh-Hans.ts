import { dayThatIsNone } from '../../../shared/ledger/import/import-days.ts'
import type {
  FactProblem,
  ImportColumn,
  ImportFlagCode,
  ImportProblemCode,
} from '../../../shared/ledger/import/import.ts'

const column: Readonly<Record<ImportColumn, string>> = {
  raisedOn: '提出时间',
  raisedBy: '提出人',
  grid: '所属网格',
  category: '类别',
  problem: '问题',
  answer: '现场答复',
  measure: '措施',
  owner: '责任人',
  coOwners: '协办',
  firstDueOn: '承诺时限',
  dueOn: '现时限',
  timesMoved: '延期次数',
  progress: '进展',
  done: '完成情况',
  closedOn: '销号时间',
  rating: '群众评价',
  timesReopened: '重开次数',
}

const PROBLEMS: Readonly<Record<ImportProblemCode, (name: string, text: string) => string>> = {
  'text-missing': () => '这一行没有写是什么问题，请补上。',
  'text-too-long': (name) => `「${name}」太长了，请写短一点。`,
  'letters-unreadable': (name) => `「${name}」里有认不出的字符，请重新打一遍。`,
  'raised-day-missing': () => '没有写哪天提出的，请补上日期。',
  'day-unreadable': (name, text) => {
    const none = dayThatIsNone(text)
    return none
      ? `${none.month} 月没有 ${none.date} 日，请写成 2026-11-22 这样。`
      : `「${name}」写的「${text}」看不出是哪一天，请写成 2026-11-22 这样。`
  },
  'day-before-raised': (name, text) => `「${name}」${text} 比提出的日子还早，请核对。`,
  'day-in-future': (name, text) => `「${name}」${text} 还没有到，请核对。`,
  'due-day-earlier': (name, text) => `「${name}」${text} 比第一次答应的日子早，请核对。`,
  'category-unknown': (name, text) =>
    `「${name}」写的「${text}」不在七类里，请改成基础设施、环境、民生、产业、村财、纠纷或其他。`,
  'grid-unknown': (_name, text) => `村里没有叫「${text}」的网格，请改成现有的网格，或者先画好这个网格。`,
  'standing-unknown': (name, text) => `「${name}」写的「${text}」看不出办没办完，请写「正在办」或「办成」。`,
  'owner-missing': () => '有措施却没有写谁来办，请补上责任人。',
  'too-many-names': (name, text) => `「${name}」一格里的人太多，最多 ${text} 个，用顿号隔开。`,
  'measure-missing': () => '没有写怎么办的，请补上措施。',
  'due-day-missing': () => '没有写答应哪天办好，请补上时限。',
  'times-unreadable': (name, text) => `「${name}」写的「${text}」不是次数，请写数字。`,
  'twice-in-file': (_name, text) => `和第 ${text} 行一字不差，只收一次。`,
  'already-imported': () => '这一行以前已经收进来了，不再重收。',
  'too-many-rows': () => '一次最多收 5000 行，请把后面的分到另一份表里。',
}

const BRIEFLY: Readonly<Record<ImportProblemCode, (name: string, text: string) => string>> = {
  'text-missing': () => '没写什么事',
  'text-too-long': (name) => `「${name}」太长`,
  'letters-unreadable': (name) => `「${name}」里有认不出的字`,
  'raised-day-missing': () => '没写哪天提的',
  'day-unreadable': (name, text) => {
    const none = dayThatIsNone(text)
    return none ? `${none.month} 月没有 ${none.date} 日` : `「${name}」看不出是哪一天`
  },
  'day-before-raised': (name) => `还没提，「${name}」就到了`,
  'day-in-future': (name) => `「${name}」还没有到`,
  'due-day-earlier': () => '比头一回答应的还早',
  'category-unknown': () => '不在七类里',
  'grid-unknown': () => '村里没有这个网格',
  'standing-unknown': () => '看不出办没办完',
  'owner-missing': () => '没写谁办',
  'too-many-names': (_name, text) => `人太多，最多 ${text} 个`,
  'measure-missing': () => '没写怎么办',
  'due-day-missing': () => '没写几号前办好',
  'times-unreadable': (name) => `「${name}」不是数字`,
  'twice-in-file': (_name, text) => `和第 ${text} 行一样，写了两遍`,
  'already-imported': () => '以前收进来过',
  'too-many-rows': () => '超过 5000 行了',
}

const FLAGS: Readonly<Record<ImportFlagCode, string>> = {
  'year-from-title': '没写年份，按标题的年份',
  'year-from-rows': '没写年份，按别的行的年份',
  'year-from-raised': '没写年份，按提出的日子往后推',
  'year-guessed': '没写年份，按最近的一年',
  'counted-from-raised': '从提的那天数出来的日子',
  'day-moved': '一格里写了两个日子，后一个算改期',
  'done-day-unknown': '办结了，哪天不知道',
  'partly-done': '还没办完，原话留着',
  'measure-unknown': '没写怎么办，空着',
  'grid-matched': '网格写得短，认出来了',
  'grid-unknown': '村里还没画网格，写的留着',
  'kept-as-remark': '多写的话留作备注',
  'owner-unlinked': '谁办只记名字，没连到名册里的哪一位',
  'identity-passed-over': '身份证号没有收',
}

/** What may be written where only a few words are known. */
const CHOICES: Readonly<Partial<Record<ImportProblemCode | 'owner-unlinked', readonly string[]>>> = {
  'category-unknown': ['基础设施', '环境', '民生', '产业', '村财', '纠纷', '其他'],
  'standing-unknown': ['正在办', '办成'],
}

const FLAG: Readonly<Record<ImportFlagCode, (rows: number) => string>> = Object.fromEntries(
  Object.entries(FLAGS).map(([code, said]) => [code, (rows: number) => `${rows} 行：${said}`]),
) as ImportWords['flag']

/** The page on which an old ledger is brought in, and the ways to take the ledger away. */
export const words = {
  pageTitle: '收进老台账',
  what: '把以前用的台账收进来：每一行成为一件事、一个承诺，第一次答应的日子照旧。已经办完的记为「未评」，不会替群众说满意。',
  file: '选一份台账文件',
  fileWhat: 'Excel（.xlsx）或 CSV。也可以把文件拖到这里。',
  /** After the name of a file that was left before. */
  goesOn: '接着上回没收完的',
  fileUnreadable: '这份文件打不开。请用 Excel 另存为 .xlsx 或 CSV 再试一次。',
  fileTooLarge: '这份文件太大，不像一本台账。请只留有内容的那一张表，或者另存为 CSV。',
  nothingInFile: '这份文件里一行也没有。请换一份。',
  notYours: '收老台账由主持人或记录人来做',
  notYoursWhat: '请他们登录后打开这一页。',
  columns: '认出来的列',
  columnCount: (count: number) => `${count} 列`,
  columnsWhat: '认错了，点一下换。用不上的列会略过。',
  column,
  passOver: '略过',
  unnamed: (at: number) => `第 ${at} 列`,
  example: '例如',
  /** 300 rows, all read. */
  readAll: (rows: number) => `${rows} 行，读完了`,
  reading: (rows: number) => `正在收，${rows} 行进来了`,
  /** So many of so many, and how long it still takes once that can be told. */
  doneOf: (done: number, of: number, secondsLeft: number | null) =>
    `${done} / ${of} 行${secondsLeft === null || secondsLeft < 1 ? '' : `，还要 ${secondsLeft} 秒`}`,
  /** What the rows above the columns told. */
  titleSays: (rows: number, placeName: string, year: number | null) =>
    [
      rows > 0 ? `头 ${rows} 行是标题` : '',
      [placeName, year === null ? '' : `${year} 年`].filter(Boolean).join('，'),
      year === null ? '' : `没写年份的日子都算 ${year} 年`,
    ]
      .filter(Boolean)
      .join('。'),
  otherPlace: (placeName: string) => `标题写的是${placeName}，请看看是不是拿错了文件。`,
  joined: '两行表头并成一行看。认错了，点一下换。',
  noColumn: '没有这一列，空着',
  passedOver: (headings: readonly string[]) => `不收的列：${headings.join('、')}`,
  identityPassedOver: '身份证号不收，也不保存。',
  canCome: '行能收',
  atOnce: '行一次改好就能收',
  notAsTheyAre: '行收不了，都写着原因',
  repeats: '一样的错，一次改好',
  repeatsWhat: (places: number, rows: number) => `改 ${places} 处，等于改 ${rows} 行`,
  rowsAlike: (count: number) => `${count} 行`,
  putRight: '都改成这样',
  putRightNow: '改好了',
  changeBack: '改回去',
  likeThis: '照这样改',
  enter: '回车',
  another: '改成别的',
  quoted: (text: string) => (text === '' ? '（空着）' : `「${text}」`),
  insteadOf: (of: string, text: string) => (text === '' ? `${of}，空着的都改成` : `${of}，「${text}」都改成`),
  /** So many bear the name. */
  sameName: (count: number) => `名册里有 ${count} 位叫这个，选一位。不选也能收，只记名字。`,
  unlinked: '名册里没有叫这个的。不改也能收，只记名字。',
  onlyOne: '名册里就这一位',
  whichOne: (count: number) => `是哪一位？有 ${count} 位`,
  /** Of grids and other things that are no persons. */
  whichOfThem: (count: number) => `是哪一个？有 ${count} 个`,
  choices: CHOICES,
  moreRepeats: (count: number) => `还有 ${count} 处，改好上面的就会看到。`,
  /** Owners who stay a name. */
  plainNames: (names: readonly string[]) =>
    `只记名字、没连到人的：${names.slice(0, 12).join('、')}${names.length > 12 ? `，还有 ${names.length - 12} 个` : ''}。名册里添上他们再收，就连上了。`,
  empty: '（空着）',
  understood: '这样认的',
  /** Under the acts: whether the place names in public who raised its old matters. */
  raisersMasked: '谁提的先不公开。',
  raisersNamed: '谁提的会公开。',
  raisersSetHere: '本村在这里定',
  undoWhat: '整批能撤回，直到有人动过其中一行。',
  undo: (count: number) => `整批撤回（${count} 行）`,
  undoSure: (count: number) => `撤回以后，这 ${count} 行就像没收过一样。`,
  undoYes: '撤回',
  undoNo: '不撤',
  undone: (count: number) => `撤回了 ${count} 行，台账和收进来以前一样。`,
  undoTouched: (count: number) => `有 ${count} 行已经有人动过，只能一行一行改了。`,
  latest: '收进来的几批',
  reason: '收不了的原因',
  writtenThere: '写的是',
  why: '为什么',
  whichRow: '第几行',
  changeRow: '改这一行',
  seeBoth: '看两行',
  seeMore: '都看看',
  flag: FLAG,
  counted: (good: number, wrong: number) => `可以收进 ${good} 行，${wrong} 行要先改。`,
  wrongRows: '收不了的',
  wrongWhat: '改好了马上能收。没改的留在这里，不会丢。',
  moreWrong: (count: number) => `还有 ${count} 行`,
  goodRows: '可以收进的行',
  moreGood: (count: number) => `还有 ${count} 行没有列出。`,
  line: (line: number) => `第 ${line} 行`,
  problem: ({ column: of, code, text }: FactProblem) => PROBLEMS[code](of ? column[of] : '', text),
  /** The same in a few words, where the row itself stands beside it. */
  briefly: ({ column: of, code, text }: FactProblem) => BRIEFLY[code](of ? column[of] : '', text),
  putRightAbove: (count: number) => `还有 ${count} 行，在上面一次改好`,
  restLater: (count: number) => `剩下 ${count} 行，改好了再收。`,
  cameIn: '行收进来了',
  notYetIn: '行还没轮到',
  stayOut: '行没收，在下面',
  goesOnLater: '关了这一页，下回打开接着收。',
  bringIn: (count: number) => `收进 ${count} 行`,
  broughtIn: (count: number) => `收进了 ${count} 行`,
  seeLedger: '去看台账',
  takeRest: (count: number) => `下载这 ${count} 行，带原因`,
  restFile: '没收进的行',
  anotherFile: '换一份文件',
  takeAway: '带走台账',
  asTable: 'CSV 表',
  asWorkbook: 'Excel 表',
}
export type ImportWords = typeof words
