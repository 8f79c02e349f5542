import { Parser } from 'htmlparser2'

type ReadSpeech = {
  by: string | null
  role: string | null
  at: string | null
  text: string
  from: string
  sectionIndex: number
}
/** What the mark-up says, before anything is concluded from it. */
export type Reading = {
  docTitle: string
  docDay: string
  people: { id: string; name: string; roles: Set<string> }[]
  roles: Map<string, string>
  sections: { heading: string }[]
  speeches: ReadSpeech[]
}

// Elements of Akoma Ntoso and of HTML that begin a new line of speech.
const BLOCKS = new Set(
  'p heading div li ul ol item blockList blockquote pre table tr narrative scene summary br eol h1 h2 h3'.split(
    ' ',
  ),
)
// Akoma Ntoso 1.0, debates: what somebody says, and the parts of a sitting that hold it.
const SPEECHES = new Set(['speech', 'question', 'answer'])
const SECTIONS = new Set(
  (
    'debateSection administrationOfOath rollCall prayers oralStatements writtenStatements personalStatements ' +
    'ministerialStatements resolutions nationalInterest declarationOfVote communication petitions papers ' +
    'noticesOfMotion questions address proceduralMotions pointOfOrder adjournment'
  ).split(' '),
)
const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef「」『』…—“”‘’`
const WRAPPED_CJK = new RegExp(String.raw`(?<=[${CJK}])[ \t]*\n\s*(?=[${CJK}])`, 'gu')
const BREAK = '\u0000'

const local = (name: string) => name.slice(name.indexOf(':') + 1)

export function readMarkup(xml: string): Reading {
  const reading: Reading = {
    docTitle: '',
    docDay: '',
    people: [],
    roles: new Map(),
    sections: [],
    speeches: [],
  }
  const place = new Place(reading)
  // xmlMode would leave HTML entities such as &nbsp; as they stand, so it is HTML mode with XML habits.
  const parser = new Parser(
    {
      onopentag: (name, attributes) => place.open(local(name), attributes),
      onclosetag: (name) => place.close(local(name)),
      ontext: (text) => place.text(text),
    },
    {
      decodeEntities: true,
      lowerCaseTags: false,
      lowerCaseAttributeNames: false,
      recognizeSelfClosing: true,
      recognizeCDATA: true,
    },
  )
  parser.end(xml)
  for (const section of reading.sections) section.heading = tidy(section.heading)
  return reading
}

/** Where in the document the parser stands, and to what the text there belongs. */
class Place {
  reading: Reading
  openSpeeches: ReadSpeech[] = []
  openSections: number[] = []
  sink: 'docTitle' | 'heading' | 'from' | null = null
  latestSection = -1

  constructor(reading: Reading) {
    this.reading = reading
  }

  open(name: string, attributes: Record<string, string>) {
    const speech = this.openSpeeches.at(-1)
    if (SPEECHES.has(name)) this.openSpeech(attributes)
    else if (SECTIONS.has(name)) this.openSections.push(this.newSection(''))
    else if (name === 'heading' && speech === undefined) this.sink = 'heading'
    else if (name === 'from' && speech !== undefined) this.sink = 'from'
    else if (name === 'docTitle') this.sink = 'docTitle'
    else if (speech !== undefined && BLOCKS.has(name)) speech.text += BREAK
    else readReference(this.reading, name, attributes)
  }

  close(name: string) {
    const speech = this.openSpeeches.at(-1)
    if (SPEECHES.has(name)) this.openSpeeches.pop()
    else if (SECTIONS.has(name)) this.openSections.pop()
    else if (name === this.sink) this.sink = null
    else if (speech !== undefined && BLOCKS.has(name)) speech.text += BREAK
  }

  text(text: string) {
    const speech = this.openSpeeches.at(-1)
    const section = this.reading.sections[this.openSections.at(-1) ?? -1]
    if (this.sink === 'from' && speech !== undefined) speech.from += text
    else if (this.sink === 'heading' && section !== undefined) section.heading += text
    else if (this.sink === 'docTitle' || this.sink === 'heading') this.reading.docTitle += text
    else if (speech !== undefined) speech.text += text
  }

  openSpeech({ by, as, startTime }: Record<string, string>) {
    const speech = {
      by: by === undefined ? null : refOf(by, this.reading.people),
      role: as === undefined ? null : as.replace(/^#/, ''),
      at: startTime ?? null,
      text: '',
      from: '',
      sectionIndex: this.sectionOfNextSpeech(),
    }
    this.openSpeeches.push(speech)
    this.reading.speeches.push(speech)
  }

  /** An evening runs forward: coming back to an outer section, or to none, opens it once more. */
  sectionOfNextSpeech(): number {
    const innermost = this.openSections.at(-1)
    if (innermost !== undefined && innermost >= this.latestSection) return (this.latestSection = innermost)
    const isOutsideStill =
      innermost === undefined && this.latestSection >= 0 && this.isOutside(this.latestSection)
    if (isOutsideStill) return this.latestSection
    this.latestSection = this.newSection(
      innermost === undefined ? '' : this.reading.sections[innermost]!.heading,
    )
    if (innermost !== undefined) this.openSections[this.openSections.length - 1] = this.latestSection
    return this.latestSection
  }

  isOutside(section: number): boolean {
    return this.reading.sections[section]!.heading === '' && section === this.reading.sections.length - 1
  }

  newSection(heading: string): number {
    return this.reading.sections.push({ heading }) - 1
  }
}

function readReference(reading: Reading, name: string, attributes: Record<string, string>) {
  const id = (attributes.id ?? attributes.eId ?? '').trim()
  if (name === 'TLCPerson' && id !== '') {
    if (reading.people.some((person) => person.id === id)) return
    const roles = attributes.as === undefined ? [] : [attributes.as.replace(/^#/, '')]
    reading.people.push({ id, name: tidy(attributes.showAs ?? ''), roles: new Set(roles) })
  }
  if (name === 'TLCRole' && id !== '')
    reading.roles.set(id, `${attributes.href ?? ''} ${attributes.showAs ?? ''}`)
  if (name === 'FRBRdate' || name === 'docDate') reading.docDay ||= attributes.date ?? ''
}

/** A reference may be written raw or percent-encoded; the one that names a known person wins. */
function refOf(by: string, people: Reading['people']): string | null {
  const raw = by.trim().replace(/^#/, '')
  if (raw === '') return null
  if (people.some((person) => person.id === raw) || !/%[0-9a-f]{2}/i.test(raw)) return raw
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}

/** One line per paragraph; white space of the mark-up goes, white space of the speech stays once. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(BREAK)
    .map((paragraph) => paragraph.replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ''))
    .map((paragraph) => paragraph.replace(WRAPPED_CJK, '').replace(/[ \t\n]+/g, ' '))
    .map((paragraph) => paragraph.replace(/^ | $/g, ''))
    .filter((paragraph) => paragraph !== '')
    .join('\n')
}
