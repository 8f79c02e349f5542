import type { Role } from '../kernel/event.ts'

/** Runs the evening. */
export const RUNS = ['facilitator'] as const satisfies readonly Role[]
/** Keeps the record: writes the minutes, the matters and the promises down. */
export const KEEPS = ['facilitator', 'recorder'] as const satisfies readonly Role[]
/** Gives outcomes: whoever keeps the record writes them down, the township gives its own. */
export const ANSWERS = ['facilitator', 'recorder', 'township'] as const satisfies readonly Role[]
/** Takes in what reaches the place between two evenings. */
export const TAKES_IN = ['facilitator', 'recorder', 'cadre', 'grid-worker'] as const satisfies readonly Role[]
/** Closes what is done. */
export const CLOSES = ['facilitator', 'supervision', 'township'] as const satisfies readonly Role[]
/** Answers for a place, so that matters can be handed to it. */
export const HANDS_ON = ['facilitator', 'cadre', 'grid-worker', 'township'] as const satisfies readonly Role[]
/** Reports what became of a promise, besides whoever gave it. */
export const REPORTS = ['facilitator', 'recorder', 'cadre'] as const satisfies readonly Role[]
/** Reminds, comments and asks for proof. */
export const SUPERVISES = ['supervision', 'township'] as const satisfies readonly Role[]
/** Writes down how others judged. */
export const NOTES_RATINGS = [
  'facilitator',
  'recorder',
  'supervision',
  'representative',
] as const satisfies readonly Role[]
/** Keeps the place's own lists: catalogue and partners. */
export const KEEPS_LISTS = ['facilitator', 'township'] as const satisfies readonly Role[]
/** Takes a photo away. */
export const REMOVES_PHOTOS = [
  'facilitator',
  'recorder',
  'supervision',
  'township',
] as const satisfies readonly Role[]
/** Works for the place; whoever holds the county's post above holds the township's here too. */
export const WORKS_HERE = [
  'facilitator',
  'recorder',
  'cadre',
  'supervision',
  'grid-worker',
  'township',
] as const satisfies readonly Role[]
