import { readFileSync } from 'node:fs'
import { decodeXml } from './encoding.ts'
import { readMarkup, tidy } from './markup.ts'
import type { Reading } from './markup.ts'
import { officialsOf } from './officials.ts'

export type TranscriptPerson = { id: string; name: string; isOfficial: boolean }
export type TranscriptSection = { heading: string }
export type TranscriptSpeech = {
  index: number
  /** Null where the file does not say who spoke. */
  by: string | null
  name: string
  text: string
  sectionIndex: number
  /** The place's own time as written, such as 2026-11-22T19:03:10; null where the file has none. */
  at: string | null
}
export type Transcript = {
  title: string
  onDay: string | null
  people: TranscriptPerson[]
  sections: TranscriptSection[]
  speeches: TranscriptSpeech[]
}

/** @throws where the file cannot be decoded or holds no speech: an empty evening would count as one that lost nothing */
export function readTranscript(file: string): Transcript {
  const transcript = parseTranscript(decodeXml(readFileSync(file)), file)
  if (transcript.speeches.length === 0) throw new Error('expected at least one speech, found none')
  return transcript
}

/** Reads one Akoma Ntoso debate; malformed markup loses no speech. */
export function parseTranscript(xml: string, fileName = ''): Transcript {
  const reading = readMarkup(xml)
  const speakers = new Map(reading.people.map((person) => [person.id, person]))
  for (const speech of reading.speeches) {
    if (speech.by === null) continue
    const speaker = speakers.get(speech.by) ?? { id: speech.by, name: tidy(speech.from), roles: new Set() }
    if (speaker.name === '') speaker.name = tidy(speech.from) || speaker.id
    if (speech.role !== null) speaker.roles.add(reading.roles.get(speech.role) ?? speech.role)
    speakers.set(speaker.id, speaker)
  }
  const speeches = reading.speeches.map((speech, index) => ({
    index,
    by: speech.by,
    name: speech.by === null ? tidy(speech.from) : speakers.get(speech.by)!.name,
    text: tidy(speech.text),
    sectionIndex: speech.sectionIndex,
    at: speech.at,
  }))
  const officials = officialsOf(
    [...speakers.values()].map(({ id, roles }) => ({ id, roles: [...roles] })),
    speeches,
  )
  const people = [...speakers.values()].map(({ id, name }) => ({ id, name, isOfficial: officials.has(id) }))
  const title =
    tidy(reading.docTitle) || reading.sections.find((section) => section.heading)?.heading || fileName
  return { title, onDay: dayOf(reading, title, fileName), people, sections: reading.sections, speeches }
}

function dayOf(reading: Reading, title: string, fileName: string): string | null {
  const starts = reading.speeches.find((speech) => speech.at !== null)?.at ?? ''
  for (const words of [reading.docDay, title, starts, fileName]) {
    const found = /(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})/.exec(words)
    if (found) return `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  }
  return null
}
