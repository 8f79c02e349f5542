import { WRITTEN_DAY } from './import-days.ts'

/** What a cell says of whether it is done. */
export interface Standing {
  readonly isDone: boolean
  /** A day beside the word for done, as it is written. */
  readonly day: string | null
  /** What else was said; of what is not done, the whole cell. */
  readonly report: string | null
}

const DONE_WORD =
  '(?:(?:都|均|全部|现|現|业)?已经?|已經|都|均|全部)?(?:全部|按期|按时|按時|如期|整改)?(?:办成了?|辦成了?|办结|辦結|办完|辦完|办好|辦好|完成|完结|完結|完工|解决|解決|销号|銷號|了结|了結|整改|处理|處理|答复|答覆|落实|落實|办毕|辦畢|结案|結案|评过|評過)(?:完成|完毕|完畢|到位|好)?了?'
const ONE_MARK = '(?:是|√|✓|✔|对|對|done|settled|closed|completed?|rated|judged|yes)'
const CLAUSE_ENDS = '(?=$|[\\s，,。.；;：:（(、！!—–-]|\\d)'
const DONE = new RegExp(`^(?:${DONE_WORD}|${ONE_MARK})${CLAUSE_ENDS}`, 'i')
/** Repaired, replaced, cleared: what is done is said by the verb. */
const DONE_BY_VERB =
  /^(?:(?:都|均|全部|现|現)?已经?|已經|全部)[^，,。；;]{0,10}(?:好|完|毕|畢|到位|完成|通|掉|齐|齊|结|結|解决|解決|修复|修復|恢复|恢復|更换|更換|安装|安裝|整改|清理|清运|清運|疏通|兑现|兌現|发放|發放|答复|答覆|拆除|硬化|通水|通电|通電|通车|通車)了?(?=$|[，,。；;（(])/
const DAY_FIRST = new RegExp(
  `^(?:现已|現已|已经|已經|已)?(?:于|於|在)?\\s*(${WRITTEN_DAY})\\s*(?:${DONE_WORD})$`,
)
const OPEN_WORD =
  '未|没|沒|正在|在办|在辦|办理|辦理|进行|進行|推进|推進|处理中|處理中|整改中|待|等|收到|记下|記下|提出|答应|答應|当场答|當場答|转出|轉出|报到|報到|交村民|说明|說明|说是|說是|您说|您說|重新|否|×|✗|x$|running|open|in ?progress|not|no$|waiting|answered|promised|under way|raised|recorded|referred|put to|declined|withdrawn|merged|本人收回|并到|併到'
const OPEN = new RegExp(`^(?:尚|还|還|仍|暂|暫)?(?:${OPEN_WORD})`, 'i')
/** A plain word for "not done" says nothing more. */
const OPEN_ONLY =
  /^(?:尚|还|還|仍|暂|暫)?(?:未|没有?|沒有?)?(?:正在)?(?:办结|辦結|完成|解决|解決|销号|銷號|整改|落实|落實|处理|處理|办理|辦理|办|辦|在办|在辦|进行|進行|推进|推進|否|×|✗|x|no|running|open|under way|in ?progress)(?:完成|到位|中|之中)?[。.]?$/i
/** However it begins, with one of these in it something is still to come. */
const TO_COME =
  /正在|施工中|还差|還差|还剩|還剩|还有\S*(?:未|没)|尚|部分|一半|大半|预计|預計|预期|計劃|计划|拟|擬|将于|將於|准备|準備|下一步|招标|招標|立项|立項|待|(?<!\d)(?!100(?:\.0+)?%)\d{1,3}(?:\.\d+)?%|(?:未|没有?|沒有?)(?:完|办|辦|解|修|到位|落|铺|鋪|装|裝|结|結|做|换|換|通)/

/** Null for words that say neither. */
export function standingIn(text: string): Standing | null {
  const cell = text.normalize('NFKC').trim()
  const [, first] = DAY_FIRST.exec(cell) ?? []
  if (first !== undefined) return { isDone: true, day: first, report: null }
  if (OPEN_ONLY.test(cell) && OPEN.test(cell)) return { isDone: false, day: null, report: null }
  if (TO_COME.test(cell) || OPEN.test(cell)) return { isDone: false, day: null, report: text.trim() }
  const [word] = DONE.exec(cell) ?? []
  if (word !== undefined) return { isDone: true, ...dayBeside(cell.slice(word.length)) }
  return DONE_BY_VERB.test(cell) ? { isDone: true, day: null, report: text.trim() } : null
}

const BESIDE = new RegExp(
  `^[\\s,，:：;；(（于於]*(${WRITTEN_DAY})(?!\\s*(?:前|之前|以前|起|开始|開始|后|後|再))`,
)

/** Only a day right beside the word is its day; one in a sentence stays in the sentence. */
function dayBeside(rest: string): Pick<Standing, 'day' | 'report'> {
  const [, day] = BESIDE.exec(rest) ?? []
  const said = (day === undefined ? rest : rest.replace(day, '')).replace(
    /^[\s,，.。;；:：(（)）—–-]+|[\s(（)）—–-]+$/g,
    '',
  )
  return { day: day ?? null, report: said === '' ? null : said }
}
