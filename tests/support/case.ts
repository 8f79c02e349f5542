import type { Stage } from './stage.ts'

export type Who = 'facilitator' | 'recorder' | 'cadre' | 'township' | 'supervision' | 'phone' | 'other'

/** One command: a wish that is granted and one that is not. */
export interface Case {
  readonly name: string
  readonly by: Who
  readonly body: (stage: Stage) => Record<string, unknown>
  readonly refused: { readonly by: Who; readonly body?: (stage: Stage) => object; readonly because: string }
  /** Field whose id the sender makes up; sending it again under another command id is refused by that name. */
  readonly makes?: string
  /** Fields that name things of the place; another place's things are not there. */
  readonly names: readonly string[]
}

export const one = (
  name: string,
  by: Who,
  body: Case['body'],
  refused: Case['refused'],
  rest: Partial<Pick<Case, 'makes' | 'names'>> = {},
): Case => ({ name, by, body, refused, names: [], ...rest })

export const notAllowed = (by: Who = 'phone') => ({ by, because: 'not-allowed' })
export const meetingId = (stage: Stage) => stage.evening.meetingId
export const ofMeeting = (stage: Stage) => ({ meetingId: meetingId(stage) })
export const item = (stage: Stage, n = 0) => ({ ...ofMeeting(stage), agendaItemId: stage.evening.agenda[n] })
export const meetingNamed = { names: ['meetingId'] }
