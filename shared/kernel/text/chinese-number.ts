const DIGITS = '零一二三四五六七八九'

/** 1 to 99 in Chinese: 三, 十二, 二十. */
export function chineseNumber(count: number): string {
  if (count < 0 || count > 99 || !Number.isInteger(count)) return String(count)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  if (tens === 0) return DIGITS[ones] ?? ''
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`
}
