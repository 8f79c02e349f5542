import { graphemeLength, isBlank } from './text.ts'
import { isDay, type Day } from '../day.ts'
import { refuse, type Refusal } from '../refusal.ts'

/** Refuses text that nobody could see or that is longer than `limit` letters; undefined when it is good. */
export function textRefusal(field: string, text: string, limit: number): Refusal | undefined {
  if (isBlank(text)) return refuse('too-short', field, 1)
  if (graphemeLength(text) > limit) return refuse('too-long', field, limit)
  return undefined
}

export function dayRefusal(field: string, day: Day): Refusal | undefined {
  return isDay(day) ? undefined : refuse('field-wrong', field)
}

/** The first refusal among checks, so that a rule lists its conditions in the order a person would want to hear them. */
export function firstRefusal(...checks: (Refusal | undefined | false)[]): Refusal | undefined {
  for (const check of checks) if (check) return check
  return undefined
}
