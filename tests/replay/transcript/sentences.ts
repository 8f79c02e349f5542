import { dayNamed } from './day-named.ts'

const SENTENCE =
  /[^。！？!?…\n]*(?:[。！？!?]+|…+|\n|$)[」』”’）)\]》]*(?:[（(][^）)\n]{1,8}[）)])?[ \t\u3000]*\n*/gu
const ENGLISH_END = /(?<=[A-Za-z0-9)\]][.])[ ]+(?=[A-Z])/u

/** The sentences of a speech with all their white space: joined again they are the speech. */
export function sentencePieces(text: string): string[] {
  const pieces = [...text.matchAll(SENTENCE)].map(([piece]) => piece).filter((piece) => piece !== '')
  return pieces.flatMap((piece) => cutAfter(piece, ENGLISH_END))
}

function cutAfter(piece: string, gap: RegExp): string[] {
  const cuts: string[] = []
  let rest = piece
  for (let found = gap.exec(rest); found !== null; found = gap.exec(rest)) {
    cuts.push(rest.slice(0, found.index + found[0].length))
    rest = rest.slice(found.index + found[0].length)
  }
  return rest === '' ? cuts : [...cuts, rest]
}

/** The sentences of a speech, trimmed; none of them is blank or mere punctuation. */
export function sentencesOf(text: string): string[] {
  return sentencePieces(text)
    .map((piece) => piece.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}

const ASKS = [
  /[?？]/u,
  /[吗嗎][。！!…」』”]*$/u,
  /(?<![着著])呢[。！!…」』”]*$/u,
  /能不能|可不可以|能否|可否|行不行|好不好|要不要|该不该|該不該|有没有(?:办法|可能|人|机会)|有沒有(?:辦法|可能|機會)/u,
  /请问|請問|想问|想問|问一下|問一下|请教|請教/u,
  /希望(?!工程)|建议|建議|盼着|盼著|求求|拜托|拜託|恳请|懇請/u,
  /什么时候才|什麼時候才|到底(?:谁|誰|怎么|怎麼|什么|什麼|几|幾)/u,
  /(?:得|该|該|要)有[个個]?说法/u,
]
const THANKS_ONLY = /^(?:谢谢|謝謝|感谢|感謝)/u

/** Does the sentence ask for something: a question, a request, a wish? */
export function asks(sentence: string): boolean {
  return ASKS.some((sign) => sign.test(sentence)) && !THANKS_ONLY.test(sentence)
}

const WE =
  '(?:我们?|我們|我這邊|我们这边|我們這邊|咱们?|咱們|村里|村裡|镇里|鎮裡|村委会?|里辦公處|本部|本局|本處|本署)'
// Behind these, 会 belongs to a word such as 会议 or 社会, or the verb is a feeling.
const WILL =
  '(?<![社機机協协公工農农學学開开委員员大聚發发民管待博次])[会會](?![议議计計員员长長场場所馆館费費址不法内內。！]|$)'
const FEELS =
  '覺得|觉得|比較|比较|有|想|變|变|希望|是|成|認為|认为|認定|认定|视|視|被|因|用掉|在做|發現|发现|看到|遇到|面臨|面临|担心|擔心|怕|有點|有点|不知道|說$|说$|需要|常|看見'
const DOES =
  '办|辦|修|换|換|贴|貼|送|查|请|請|问|問|找|跑|报|報|带|帶|盯|拿|装|裝|清|铺|鋪|给|給|回|联系|聯繫|聯絡|处理|處理|解决|解決|研究|研議|瞭解|了解|提供|公布|安排|协调|協調|补|補|改|约|約|整理|转|轉|通知|拉|画|畫|划|写|寫|列|锁|鎖|挖|开门|開門|开伙|發出|发出|发到|發到|发给|發給|先发|先發'
const UNDERTAKES = [
  new RegExp(`${WE}[^，。！？；]{0,14}${WILL}(?!(?:[^，。！？；]{0,3})(?:${FEELS}))`, 'u'),
  new RegExp(
    `${WE}[^，。！？；]{0,8}(?:[来來](?!源)|(?<![才天])去(?!年)|就|马上|馬上|儘快|尽快|尽量|儘量|这就|這就|负责|負責)(?:去|来|來|把[^，。！？；]{1,8}|[给給跟和][^，。！？；]{1,6})?(?:${DOES})`,
    'u',
  ),
  new RegExp(
    `${WE}[^。！？；]{0,20}(?:负责|負責)(?!人)(?:到底|把|去|来|來|解决|解決|落实|落實|盯|办|辦)`,
    'u',
  ),
  /(?:我|我们|我們|这事|這事|这件|這件)[^。！？]{0,12}(?:答应|答應|承诺|承諾|保证|保證|包在我|说到做到|說到做到)/u,
  /一定(?:把|给|給|会|會|办|辦|修|查|去|来|來|贴|貼|换|換|装|裝|做[到好])/u,
  /[会會][后後](?:[会會]|再|请|請|提供|回[复覆应應]|传|傳|给|給|我|马上|馬上)/u,
  /(?:带|帶)回(?:去|镇|鎮|部|局|[处處])|回去(?:就|再|后|後|之后|之後)?[^，。！？]{0,6}(?:研究|研議|瞭解|了解|讨论|討論|查|问|問|处理|處理|反映|反應|报|報|商量)/u,
  /书面(?:回[复覆应應]|答[复覆])|書面(?:回[复覆應]|答[复覆])/u,
]
const NOT_YET =
  /[不没沒](?:能|敢|可以|会|會|要)?(?:乱|亂|随便|隨便)?(?:答应|答應|保证|保證|承诺|承諾)|没办法|沒辦法|做不到|办不了|辦不了/u
const PAST =
  /(?:昨天|昨晚|去年|上次|上个月|上個月|已经|已經|过去|過去|之前(?:已|就|我们|我們)|当时|當時|本来|本來|原来|原來)/u
const MINE = /我|村里|村裡|镇里|鎮裡|大家|[以之]前|[之以]?[内內]|[月年]底/u
const DOING = new RegExp(DOES, 'u')

/** Does the sentence, said by an official on the day `today`, undertake something? */
export function undertakes(sentence: string, today: string): boolean {
  if (/[?？]|[吗嗎][。！]*$/u.test(sentence) || NOT_YET.test(sentence)) return false
  if (UNDERTAKES.some((sign) => sign.test(sentence))) return true
  // "By the tenth, all three lamps": a day and a thing to do are a promise without "I will".
  const clauses = sentence.split(/[，；：]/u).filter((clause) => !PAST.test(clause))
  const isDated = clauses.some((clause) => dayNamed(clause, today) !== null)
  return isDated && clauses.some((clause) => DOING.test(clause)) && MINE.test(sentence)
}
