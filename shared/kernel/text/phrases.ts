const CLOSING = /^[，。、；：？！）】〕》〉」』”’…—·～%‰℃,.;:?!)\]}]/u
const OPENING = /[（【〔《〈「『“‘([{]$/u
const PUNCTUATION = /[，。、；：？！）】〕》〉」』”’…—～]$/u
/** Particles that belong to the word before them. */
const PARTICLE = /^[的了着过地得吗呢吧啊呀们著過嗎們]$/u
const LETTER = /\p{Script=Han}/u
const SINGLE = /^\p{Script=Han}$/u
const ENDS_IN_DIGIT = /\d$/
const BEGINS_WITH_DIGIT = /^\d/

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null

/** Each with the mark that ends it. Safari before 16.4 cannot even read a pattern that looks behind. */
export const clausesOf = (text: string): readonly string[] =>
  text.match(/[^，。；：？！]*[，。；：？！]+[」』”’）》]*|[^，。；：？！]+$/gu) ?? [text]

// A browser that knows no words (before Chromium 87 and Safari 14.1) breaks at clauses only.
const wordsOf = (text: string): readonly string[] =>
  segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : clausesOf(text)

function mayBreak(before: string, last: string, next: string, afterNext = '。'): boolean {
  if (CLOSING.test(next) || OPENING.test(before)) return false
  if (PUNCTUATION.test(before)) return true
  // A line breaks at spaces by itself, and inside 19/8 never.
  if (/\s$/.test(before) || /^\s/.test(next)) return false
  if (!LETTER.test(before.at(-1) ?? '') && !LETTER.test(next[0] ?? '')) return false
  if (PARTICLE.test(next)) return false
  // The last character of a clause would stand on a line alone.
  if (SINGLE.test(next) && CLOSING.test(afterNext)) return false
  // ICU takes names and rare words apart (夜|话, 朱|德|福): single characters stay together.
  if (SINGLE.test(last) && SINGLE.test(next)) return false
  if (ENDS_IN_DIGIT.test(before)) return false
  if (BEGINS_WITH_DIGIT.test(next) && SINGLE.test(last)) return false
  return true
}

/** The parts of a text between which a line may break: at clauses and words, never inside names, numbers and days. */
export function phrasesOf(text: string): readonly string[] {
  const phrases: string[] = []
  let last = ''
  const words = wordsOf(text)
  for (const [at, word] of words.entries()) {
    const before = phrases.at(-1)
    if (before === undefined || mayBreak(before, last, word, words[at + 1])) phrases.push(word)
    else phrases[phrases.length - 1] = before + word
    last = word
  }
  return phrases
}
