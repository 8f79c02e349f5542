/** One tag of a document with the text before it. */
export interface Tag {
  /** Without the prefix of its namespace. */
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  readonly attributes: string
  readonly textBefore: string
}

const TAG =
  /<(?:!\[CDATA\[([\s\S]*?)\]\]>|[?!](?:--[\s\S]*?--|[^>]*)>|(\/?)((?:[\w.-]+:)?)([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>)/g

/** The tags of a well-formed document, in order; comments and declarations are no tags. */
export function* tagsOf(xml: string): Generator<Tag> {
  let from = 0
  let text = ''
  for (const found of xml.matchAll(TAG)) {
    const [whole, quoted, close, , name, attributes = '', empty] = found
    text += unescaped(xml.slice(from, found.index)) + (quoted ?? '')
    from = found.index + whole.length
    if (name === undefined) continue
    yield { name, kind: close ? 'close' : empty ? 'empty' : 'open', attributes, textBefore: text }
    text = ''
  }
}

export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? unescaped(found[1] ?? found[2] ?? '') : null
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, number, name) => {
        if (name !== undefined) return NAMED[name] ?? whole
        const code = hex === undefined ? Number(number) : parseInt(hex, 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      })
    : text
