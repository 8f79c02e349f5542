import type { Category } from '../concerns/concern.ts'
import type { ImportColumn } from './import.ts'

/** Names under which columns stand in the ledgers of townships, in either script and in English. */
const HEADINGS: Readonly<Record<ImportColumn, string>> = {
  raisedOn:
    '提出时间 提出時間 提出日期 时间 時間 日期 登记时间 登記時間 登记日期 受理时间 受理時間 来访时间 raised date raisedon raiseddate',
  raisedBy: '提出人 反映人 诉求人 訴求人 姓名 发言人 發言人 来访人 村民 raisedby whoraisedit raised_by name',
  grid: '所属网格 所屬網格 网格 網格 片区 片區 小组 小組 村民小组 村民小組 地点 地點 grid',
  category: '类别 類別 类型 類型 问题类别 問題類別 问题类型 問題類型 分类 分類 category kind',
  problem:
    '问题 問題 事项 事項 内容 內容 问题内容 問題內容 主要问题 主要問題 诉求 訴求 诉求内容 訴求內容 意见建议 意見建議 反映问题 反映問題 问题/建议 problem matter text',
  answer: '现场答复 現場答復 現場答覆 答复 答復 答覆 答复意见 答覆意見 answer answeronthespot',
  measure: '措施 整改措施 办理措施 辦理措施 解决措施 解決措施 处理措施 處理措施 怎么办 怎麼辦 measure how',
  owner:
    '责任人 責任人 责任单位/责任人 責任單位/責任人 责任单位 責任單位 负责人 負責人 承办人 承辦人 owner responsible who',
  coOwners:
    '协办 協辦 协办单位 協辦單位 协办人 協辦人 配合单位 配合單位 配合人 联办 聯辦 联办单位 聯辦單位 共同责任人 共同責任人 coowners together jointly',
  rating:
    '群众评价 群眾評價 评价 評價 满意度 滿意度 评价结果 評價結果 群众满意度 群眾滿意度 rating judgement satisfaction',
  timesReopened: '重开次数 重開次數 重办次数 重辦次數 返工次数 返工次數 timesreopened reopened',
  firstDueOn:
    '承诺时限 承諾時限 完成时限 完成時限 办理时限 辦理時限 整改时限 整改時限 期限 时限 時限 firstday due dueday deadline',
  dueOn: '现时限 現時限 延期后时限 延期後時限 延期至 presentday currentday nowdue',
  timesMoved: '延期次数 延期次數 改期次数 改期次數 timesmoved',
  progress: '进展 進展 进展情况 進展情況 办理进展 辦理進展 progress',
  done: '完成情况 完成情況 办理情况 辦理情況 办理结果 辦理結果 整改情况 整改情況 状态 狀態 结果 結果 是否完成 done status state',
  closedOn:
    '销号时间 銷號時間 销号日期 銷號日期 办结时间 辦結時間 办结日期 辦結日期 完成时间 完成時間 完成日期 closedon closed doneon settledon',
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

/** What says that a matter is done, and what says that it is not; the longer words come first. */
const NOT_DONE =
  /^(未|没|沒|正在|在办|在辦|办理中|辦理中|进行中|進行中|推进|推進|处理中|處理中|待|等|记下|記下|提出|答应|答應|当场答|當場答|转出|轉出|交村民|说明|說明|重新|否|×|running|open|in ?progress|not|waiting|answered|promised)/i
const DONE =
  /^(已?(?:全部)?(?:办成了?|辦成了?|办结|辦結|完成|解决|解決|销号|銷號|整改完成|办好了?|辦好了?)|评过|評過|是|√|✓|done|settled|closed|completed?|rated)/i

export const NOBODY = /^(一位村民|某村民|匿名|不公开|不公開|a villager|unnamed|-|—|无|無)$/i

/** Names are compared without spaces, brackets and what stands in them. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[（(【[].*?[)）\]】]/g, '')
    .replace(/[\s:：*]/g, '')
    .toLowerCase()

const byName = <Name extends string>(names: Readonly<Record<Name, string>>): ReadonlyMap<string, Name> =>
  new Map(
    (Object.keys(names) as Name[]).flatMap((name) =>
      [...names[name].split(' '), name.toLowerCase()].map((word) => [word, name] as const),
    ),
  )

const COLUMN_OF = byName(HEADINGS)
const CATEGORY_OF = byName(CATEGORY_NAMES)

export const columnNamed = (heading: string): ImportColumn | null => COLUMN_OF.get(bare(heading)) ?? null
export const categoryNamed = (text: string): Category | null => CATEGORY_OF.get(bare(text)) ?? null

/** Whether it is done, and what else is said there; null for words that say neither. */
export function standingIn(text: string): { readonly isDone: boolean; readonly rest: string } | null {
  if (NOT_DONE.test(text)) return { isDone: false, rest: text }
  const [word] = DONE.exec(text) ?? []
  return word === undefined ? null : { isDone: true, rest: text.slice(word.length) }
}
