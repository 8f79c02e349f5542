/** A row as it stands in the file. */
export interface RawRow {
  /** As a spreadsheet numbers it, or the line of the text on which it begins; from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** What one sheet of a file holds. */
export interface Sheet {
  readonly rows: readonly RawRow[]
  /** Its days count from 1904, as old Macintoshes wrote them. */
  readonly is1904: boolean
}

/** Why a file could not be read: it is none of ours, or no list is as large. */
export type Unreadable = 'unreadable' | 'too-large'

/** Larger files are no list of a village. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024
