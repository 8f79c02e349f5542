export interface HeadRow {
  placeId: string
  seq: number
}

export interface JournalRow {
  placeId: string
  seq: number
  type: string
  /** JSON text. */
  data: string
  /** Salted SHA-256 of the words, hex; stays when the words are erased. */
  wordsHash: string | null
  actorId: string
  commandId: string
  recordedAt: string
}

/** What people wrote, beside the event that it belongs to, so that it can be erased without touching the journal. */
export interface EventWordsRow {
  placeId: string
  seq: number
  salt: string
  /** JSON text. */
  words: string
}

export interface ReceiptRow {
  actorId: string
  commandId: string
  placeId: string
  /** Hash of name and body: the same id with another body is a different wish. */
  fingerprint: string
  seq: number
  at: string
}
