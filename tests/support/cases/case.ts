import type { CommandBody, CommandFields, CommandName } from '../../../shared/api.ts'
import type { RefusalCode } from '../../../shared/kernel/refusal.ts'
import type { Stage } from '../villages/stage.ts'

export type Who = 'facilitator' | 'recorder' | 'cadre' | 'township' | 'supervision' | 'phone' | 'other'

type Body<Name extends CommandName> = CommandFields<Name> & { readonly placeId?: string }
type FieldOf<Name extends CommandName> = Name extends CommandName ? keyof CommandBody<Name> : never

/** One command: a wish that is granted and one that is not; its fields are those of the contract. */
export interface Case<Name extends CommandName = CommandName> {
  readonly name: Name
  readonly by: Who
  readonly body: (stage: Stage) => Body<Name>
  readonly refused: {
    readonly by: Who
    readonly body?: (stage: Stage) => Body<Name>
    readonly because: RefusalCode
  }
  /** Field whose id the sender makes up; sending it again under another command id is refused by that name. */
  readonly makes?: FieldOf<Name>
  /** Fields that name things of the place; another place's things are not there. */
  readonly names: readonly FieldOf<Name>[]
}

export const one = <const Name extends CommandName>(
  name: Name,
  by: Who,
  body: Case<Name>['body'],
  refused: Case<Name>['refused'],
  rest: Partial<Pick<Case<Name>, 'makes' | 'names'>> = {},
): Case<Name> => ({ name, by, body, refused, names: [], ...rest })

export const notAllowed = (by: Who = 'phone') => ({ by, because: 'not-allowed' }) as const
export const meetingId = (stage: Stage) => stage.evening.meetingId
export const ofMeeting = (stage: Stage) => ({ meetingId: meetingId(stage) })
export const item = (stage: Stage, n = 0) => ({ ...ofMeeting(stage), agendaItemId: stage.evening.agenda[n]! })
export const meetingNamed = { names: ['meetingId'] } as const
