import type { Category } from '../../concerns/concern.ts'
import { bareHeading } from '../../tables/headings.ts'
import type { ImportColumn } from './import.ts'

/** Names under which columns stand in the ledgers of townships, in either script and in English. */
const HEADINGS: Readonly<Record<ImportColumn, string>> = {
  raisedOn:
    '提的日子 哪天提的 说的日子 說的日子 提出时间 提出時間 提出日期 时间 時間 日期 登记时间 登記時間 登记日期 受理时间 受理時間 来访时间 raised date raisedon raiseddate',
  raisedBy:
    '谁提的 誰提的 提的人 谁说的 誰說的 提出人 反映人 诉求人 訴求人 姓名 发言人 發言人 来访人 村民 raisedby whoraisedit raised_by name',
  grid: '所属网格 所屬網格 网格 網格 片区 片區 小组 小組 村民小组 村民小組 地点 地點 grid',
  category: '类别 類別 类型 類型 问题类别 問題類別 问题类型 問題類型 分类 分類 category kind',
  problem:
    '提的事 什么事 什麼事 说的事 說的事 事情 问题 問題 事项 事項 内容 內容 问题内容 問題內容 主要问题 主要問題 诉求 訴求 诉求内容 訴求內容 意见建议 意見建議 反映问题 反映問題 问题/建议 problem matter text',
  answer: '现场答复 現場答復 現場答覆 答复 答復 答覆 答复意见 答覆意見 answer answeronthespot',
  measure:
    '措施 整改措施 办理措施 辦理措施 解决措施 解決措施 处理措施 處理措施 处理意见 處理意見 办理意见 辦理意見 解决办法 解決辦法 处理办法 處理辦法 整改办法 整改辦法 怎么办 怎麼辦 measure how',
  owner:
    '谁办 誰辦 谁来办 誰來辦 谁负责 誰負責 谁答应的 誰答應的 责任人 責任人 责任单位/责任人 責任單位/責任人 责任单位 責任單位 负责人 負責人 承办人 承辦人 owner responsible who',
  coOwners:
    '协办 協辦 协办单位 協辦單位 协办人 協辦人 配合单位 配合單位 配合人 联办 聯辦 联办单位 聯辦單位 共同责任人 共同責任人 coowners togetherwith together jointly',
  rating:
    '群众评价 群眾評價 评价 評價 满意度 滿意度 评价结果 評價結果 群众满意度 群眾滿意度 judgedbyvillagers rating judgement satisfaction',
  timesReopened: '重开次数 重開次數 重办次数 重辦次數 返工次数 返工次數 timesreopened reopened',
  firstDueOn:
    '几号前 幾號前 几号办好 幾號辦好 哪天前 头一回说 頭一回說 承诺时限 承諾時限 完成时限 完成時限 办理时限 辦理時限 整改时限 整改時限 期限 时限 時限 firstday due dueday deadline',
  dueOn: '现时限 現時限 延期后时限 延期後時限 延期至 presentday currentday nowdue',
  timesMoved: '延期次数 延期次數 改期次数 改期次數 timesmoved',
  progress: '进展 進展 进展情况 進展情況 办理进展 辦理進展 progress',
  done: '办好没有 辦好沒有 办成没有 辦成沒有 办得怎么样 辦得怎麼樣 完成情况 完成情況 办理情况 辦理情況 办理结果 辦理結果 整改情况 整改情況 状态 狀態 结果 結果 是否完成 howitstands done status state',
  closedOn:
    '哪天办好 哪天辦好 办好的日子 辦好的日子 销号时间 銷號時間 销号日期 銷號日期 办结时间 辦結時間 办结日期 辦結日期 完成时间 完成時間 完成日期 closedon closed doneon settledon',
}

const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  infrastructure: '基础设施 基礎設施 基础建设 基礎建設 基建 道路 交通 infrastructure',
  environment: '环境 環境 环境卫生 環境衛生 卫生 衛生 人居环境 人居環境 生态 生態 environment',
  livelihood: '民生 民生保障 社会保障 社會保障 社保 救助 教育 医疗 醫療 livelihood dailylife',
  industry: '产业 產業 产业发展 產業發展 农业 農業 生产 生產 industry',
  'village-funds': '村财 村財 财务 財務 村务 村務 三资 三資 villagefunds villagemoney funds',
  dispute: '纠纷 糾紛 矛盾纠纷 矛盾糾紛 邻里纠纷 鄰里糾紛 dispute',
  other: '其他 其它 other',
}

export const NOBODY = /^(一位村民|某村民|匿名|不公开|不公開|a villager|unnamed|-|—|无|無)$/i

const byName = <Name extends string>(names: Readonly<Record<Name, string>>): ReadonlyMap<string, Name> =>
  new Map(
    (Object.keys(names) as Name[]).flatMap((name) =>
      [...names[name].split(' '), name.toLowerCase()].map((word) => [word, name] as const),
    ),
  )

const COLUMN_OF = byName(HEADINGS)
const CATEGORY_OF = byName(CATEGORY_NAMES)

const MAX_NAME_LENGTH = 14

/** What is called otherwise in every township, told by the words that its name is made of. */
const PATTERNS: readonly (readonly [RegExp, ImportColumn | null])[] = [
  // Of numbers by which people and telephones are known nothing is taken.
  [
    /身份证|身份證|证件|證件|电话|電話|手机|手機|联系方式|聯繫方式|电邮|備註|备注|序号|序號|编号|編號|来源|來源|渠道|地址|住址|性别|性別|年龄|年齡/,
    null,
  ],
  [
    /(?:计划|計劃|要求|拟|擬|应|應|预计|預計|约定|約定|承诺|承諾).*(?:时间|時間|日期|时限|時限)/,
    'firstDueOn',
  ],
  [/(?:延期|延长|延長|调整后|調整後|变更后|變更後|现).*(?:时限|時限|期限|时间|時間|日期|至)$/, 'dueOn'],
  [/(?:办结|辦結|办理完|完成|销号|銷號|解决|解決|结案|結案|反馈|整改完).*(?:时间|時間|日期)$/, 'closedOn'],
  [/时限|時限|期限|限期|截止/, 'firstDueOn'],
  [
    /(?:提出|反映|登记|登記|受理|收集|上报|上報|走访|走訪|来访|來訪|记录|記錄|接访|接訪|排查|发现|發現|建账).*(?:时间|時間|日期)$/,
    'raisedOn',
  ],
  [/^(?:时间|時間|日期)$/, 'raisedOn'],
  [/协办|協辦|配合|协同|協同/, 'coOwners'],
  [
    /(?:责任|責任|承办|承辦|负责|負責|包保|落实|落實|牵头|牽頭|主办|主辦|办理|辦理|经办|經辦).*(?:单位|單位|部门|部門|人|干部|幹部|领导|領導|人员|人員)/,
    'owner',
  ],
  [
    /(?:提出|反映|诉求|訴求|来访|來訪|求助|当事|當事|群众|群眾|村民|户主|戶主|上访).*(?:人|者|姓名|户)$/,
    'raisedBy',
  ],
  [
    /是否|(?:办理|辦理|完成|整改|落实|落實|处理|處理|解决|解決|办结|辦結|销号|銷號).*(?:情况|情況|结果|結果|状态|狀態|与否)$|^(?:目前)?(?:状态|狀態|结果|結果)/,
    'done',
  ],
  [/进展|進展|进度|進度/, 'progress'],
  [/措施|办法|辦法|方案|对策|對策|解决方式|承诺事项/, 'measure'],
  [/网格|網格|小组|小組|组别|組別|片区|片區|自然村|所在组/, 'grid'],
  [/评价|評價|满意|滿意/, 'rating'],
  [/(?:类别|類別|类型|類型|分类|分類)$/, 'category'],
  [/答复|答覆|回复|回覆/, 'answer'],
  [/问题|問題|诉求|訴求|事项|事項|意见|意見|困难|困難|需求|内容|內容/, 'problem'],
]

export function columnNamed(heading: string): ImportColumn | null {
  const name = bareHeading(heading)
  if (name === '') return null
  const known = COLUMN_OF.get(name)
  if (known !== undefined) return known
  // A title speaks of matters too.
  if (name.length > MAX_NAME_LENGTH || /(?:台账|臺賬|台帳|汇总|匯總|清单|清單|表|册|冊)$/.test(name))
    return null
  return PATTERNS.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

export const categoryNamed = (text: string): Category | null => CATEGORY_OF.get(bareHeading(text)) ?? null

/** A column that only tables of our own have. */
export const isOwnTable = (headings: readonly string[]): boolean =>
  headings.some((heading) => /^(?:校验码|校驗碼|fingerprint)$/.test(bareHeading(heading)))

/** A promise that nobody nodded to is none, as our own tables say it. */
export const NOT_AGREED = /^(?:等点头|等點頭|not agreed yet)$/i

const IDENTITY = /身份证|身份證|证件号|證件號|identity|id ?(?:card|number)/i
/** Columns of numbers by which people are known: passed over, and said so. */
export const isIdentityColumn = (heading: string): boolean => IDENTITY.test(heading)
