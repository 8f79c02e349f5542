/** Ways in which a text tries to become more than a text; `h` is what would run. */
const FORMS: readonly ((n: number) => string)[] = [
  (n) => `<script>h(${n})</script>`,
  (n) => `<ScRiPt>h(${n})</sCrIpT >`,
  (n) => `</script><svg onload=h(${n})>`,
  (n) => `<img src=x onerror=h(${n})>`,
  (n) => `<svg/onload=h(${n})>`,
  (n) => `"><svg onload=h(${n})>`,
  (n) => `'><svg onload=h(${n})>`,
  (n) => `'autofocus onfocus=h(${n}) '`,
  (n) => `"autofocus onfocus=h(${n}) "`,
  (n) => `--><svg onload=h(${n})>`,
  (n) => `]]><svg onload=h(${n})>`,
  (n) => `</title><svg onload=h(${n})>`,
  (n) => `</style><svg onload=h(${n})>`,
  (n) => `{{h(${n})}}{h(${n})}`,
  (n) => `\${h(${n})}<%h(${n})%>`,
  (n) => `{@html h(${n})}`,
  (n) => `javascript:h(${n})`,
  (n) => `JaVa\u200bScript:h(${n})`,
  (n) => `[x](javascript:h(${n}))`,
  (n) => `<a href=javascript:h(${n})>x`,
  (n) => `<iframe src=javascript:h(${n})>`,
  (n) => `<base href=//${n}.invalid/>`,
  (n) => `<style>@import'//${n}.invalid'`,
  (n) => `=HYPERLINK("//${n}.invalid")`,
  (n) => `+cmd|' /C ${n}'!A0`,
  (n) => `\u202e<svg onload=h(${n})>\u202c`,
  (n) => `\u2066\u202d${n}>lmth<\u2069`,
  (n) => `＜svg onload=h(${n})＞`,
  (n) => `&lt;svg onload=h(${n})&gt;`,
  (n) => `&#60;svg onload=h(${n})&#62;`,
  (n) => `%3Csvg onload=h(${n})%3E`,
  (n) => `\\u003csvg onload=h(${n})>`,
  (n) => `../../${n}.html`,
  (n) => `${n}.zip/<svg onload=h(${n})>`,
  (n) => `__proto__${n}`,
  (n) => `<math><mtext><h${n}>`,
  (n) => `<b style=x:expression(h(${n}))>`,
  (n) => `<form action=javascript:h(${n})>`,
  (n) => `Ｌ\u0301\u0301\u0301\u0301\u0301<b onclick=h(${n})>`,
  (n) => `<details open ontoggle=h(${n})>`,
]
const EACH = 13

export const CLASSES = FORMS.length
/** One class after the other, each time with another number. */
export const HOSTILE: readonly string[] = Array.from({ length: CLASSES * EACH }, (_, n) =>
  FORMS[n % CLASSES]!(n),
)

/** The same for a field that takes this many letters: as long as it may be, or as short as it must. */
export const fitted = (nth: number, most: number): string => {
  const text = HOSTILE[nth % HOSTILE.length]!
  const isLong = Math.floor(nth / CLASSES) % 4 === 3
  return isLong && most > 60 ? text + '长'.repeat(most - [...text].length) : text
}
