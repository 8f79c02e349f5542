import { dayFrom } from './day-named.ts'
import { partsOf } from './parts.ts'
import { asks, sentencesOf, undertakes } from './sentences.ts'
import type { Transcript, TranscriptSpeech } from './transcript.ts'

export type PlannedPromise = { text: string; dueOn: string }
export type PlannedSpeech = TranscriptSpeech & {
  isOfficial: boolean
  /** The comments that carry this speech; joined they are its text. */
  parts: string[]
  concerns: string[]
  promises: PlannedPromise[]
}

/** What has to be done for each speech of an evening, decided before anything is sent. */
export function planEvening(transcript: Transcript, today: string): PlannedSpeech[] {
  const officials = new Set(
    transcript.people.filter((person) => person.isOfficial).map((person) => person.id),
  )
  return transcript.speeches.map((speech) => planSpeech(speech, officials, today))
}

function planSpeech(speech: TranscriptSpeech, officials: Set<string>, today: string): PlannedSpeech {
  const isOfficial = speech.by !== null && officials.has(speech.by)
  const sentences = sentencesOf(speech.text)
  const promised = isOfficial ? sentences.filter((sentence) => undertakes(sentence, today)) : []
  const concerns = sentences.filter((sentence) => asks(sentence) && !promised.includes(sentence))
  const promises = promised.map((text) => ({ text, dueOn: dayFrom(text, today) }))
  return { ...speech, isOfficial, parts: partsOf(speech.text), concerns, promises }
}
