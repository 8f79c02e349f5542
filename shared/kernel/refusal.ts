/** Every reason for which a request can be refused; `shared/words` holds one sentence for each. */
export const REFUSAL_CODES = [
  'field-missing',
  'field-unknown',
  'field-wrong',
  'too-short',
  'too-long',
  'too-many',
  'already-exists',
  'command-reused',
  'not-found',
  'not-allowed',
  'not-logged-in',
  'wrong-password',
  'too-often',
  'too-many-today',
  'quiet-hours',
  'wrong-origin',
  'already-set-up',
  'wrong-setup-key',
  'code-unknown',
  'meeting-not-joined',
  'invitation-unknown',
  'invitation-over',
  'meeting-not-planned',
  'meeting-not-open',
  'meeting-not-closed',
  'comments-closed',
  'comment-not-held',
  'comment-not-shown',
  'comment-withdrawn',
  'not-your-comment',
  'agenda-item-in-use',
  'concern-settled',
  'concern-not-settled',
  'concern-not-recorded',
  'concern-over',
  'not-your-concern',
  'promise-incomplete',
  'promise-not-spoken',
  'promise-not-open',
  'promise-not-read-back',
  'promise-not-confirmed',
  'promise-not-dropped',
  'promises-unconfirmed',
  'acted-since',
  'not-merged',
  'parts-open',
  'photo-unreadable',
  'photo-too-large',
  'photos-full',
  'order-too-early',
  'extension-too-late',
  'extension-too-long',
  'extended-twice',
  'nothing-asked',
  'day-unchanged',
  'remainder-too-late',
  'not-up-for-rating',
  'rated-already',
  'rating-took-effect',
  'rating-too-old',
  'not-rated-yet',
  'second-teller-needed',
  'nothing-above',
  'offer-waiting',
  'no-offer',
  'not-yours-to-hand-on',
  'day-in-the-past',
  'day-not-yet',
  'day-not-later',
  'owner-may-not-decide',
  'minutes-signed',
  'minutes-changed',
  'minutes-not-signed',
  'already-signed',
  'month-not-over',
  'not-signed',
  'second-signer-needed',
  'last-facilitator',
  'roster-has-errors',
  'schema-too-old',
  'update-rejected',
  'minutes-full',
  'restored',
  'storage-failed',
  'unexpected',
] as const

export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** A rule said no: why, about which field (a path such as `agenda/0/title`), and the limit that was passed. */
export interface Refusal {
  readonly refused: RefusalCode
  readonly field?: string
  readonly limit?: number
  /** On whom it waits. */
  readonly who?: string
}

export const refuse = (refused: RefusalCode, field?: string, limit?: number): Refusal => ({
  refused,
  ...(field === undefined ? {} : { field }),
  ...(limit === undefined ? {} : { limit }),
})

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome
}
