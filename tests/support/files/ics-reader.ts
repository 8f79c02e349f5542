export interface Property {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly value: string
}

export interface Component {
  readonly name: string
  readonly properties: readonly Property[]
  readonly children: readonly Component[]
}

/**
 * Reads a calendar as RFC 5545 describes it, byte by byte, and knows nothing of how ours is written.
 * @throws where a line is too long, ends badly, or stands in no component
 */
export function readIcs(text: string): Component {
  const bytes = Buffer.from(text, 'utf8')
  const open: { name: string; properties: Property[]; children: Component[] }[] = []
  let whole: Component | undefined
  for (const line of unfolded(bytes)) {
    const property = propertyIn(line)
    if (property.name === 'BEGIN') open.push({ name: property.value, properties: [], children: [] })
    else if (property.name === 'END') {
      const done = open.pop()
      if (done?.name !== property.value) throw new Error(`expected END:${done?.name}, found ${line}`)
      const around = open[open.length - 1]
      if (around) around.children.push(done)
      else whole = done
    } else if (!open.length) throw new Error(`expected a component around ${line}`)
    else open[open.length - 1]!.properties.push(property)
  }
  if (!whole || open.length) throw new Error('expected a whole calendar')
  return whole
}

function unfolded(bytes: Buffer): string[] {
  const lines: Buffer[] = []
  for (let from = 0; from < bytes.length;) {
    const to = bytes.indexOf('\r\n', from, 'latin1')
    if (to < 0) throw new Error('expected every line to end with CRLF')
    if (to - from > 75) throw new Error(`expected at most 75 octets, found ${to - from}`)
    const line = bytes.subarray(from, to)
    // A broken character would become U+FFFD here.
    if (line.toString('utf8').includes('\ufffd')) throw new Error('expected whole characters on every line')
    if (line[0] === 0x20 || line[0] === 0x09) lines.push(Buffer.concat([lines.pop()!, line.subarray(1)]))
    else lines.push(line)
    from = to + 2
  }
  return lines.map((line) => line.toString('utf8'))
}

function propertyIn(line: string): Property {
  const [, name, rest, value] = /^([A-Z-]+)((?:;[A-Z-]+=[^;:]*)*):(.*)$/s.exec(line) ?? []
  if (!name) throw new Error(`expected a property, found ${line}`)
  const parameters = Object.fromEntries(
    (rest ?? '')
      .split(';')
      .filter(Boolean)
      .map((one) => one.split('=') as [string, string]),
  )
  return { name, parameters, value: value ?? '' }
}

export const valueOf = ({ properties }: Component, name: string): string | undefined =>
  properties.find((property) => property.name === name)?.value

/** A TEXT value as a person reads it. */
export const textOf = (component: Component, name: string): string | undefined =>
  valueOf(component, name)?.replace(/\\(.)/g, (_, letter: string) => (/[nN]/.test(letter) ? '\n' : letter))
