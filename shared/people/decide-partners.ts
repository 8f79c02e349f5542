import type { Decide } from '../kernel/command.ts'
import { firstRefusal, textRefusal } from '../kernel/limits.ts'
import { refuse } from '../kernel/refusal.ts'
import {
  mayKeepPartners,
  PARTNER_NAME_LONGEST,
  PARTNERS_MOST,
  TAKES_ON_LONGEST,
  type Partner,
  type PartnerEvent,
  type PartnerState,
} from './partner.ts'
import type { DropPartner, WritePartner } from './schema.ts'

const present = ({ isDropped }: Partner): boolean => !isDropped

export const decideWritePartner: Decide<WritePartner, PartnerState, PartnerEvent> = (
  command,
  state,
  actor,
) => {
  const { partnerId, kind } = command
  if (!mayKeepPartners(actor)) return refuse('not-allowed')
  const others = state.partners.filter((one) => one.id !== partnerId && present(one))
  const name = command.name.trim()
  const wrong = firstRefusal(
    state.isTaken && refuse('already-exists', 'partnerId'),
    textRefusal('name', command.name, PARTNER_NAME_LONGEST),
    textRefusal('takesOn', command.takesOn, TAKES_ON_LONGEST),
    others.some((one) => one.name === name) && refuse('already-exists', 'name'),
    others.length >= PARTNERS_MOST && refuse('too-many', 'name', PARTNERS_MOST),
  )
  if (wrong) return wrong
  const words = { name, takesOn: command.takesOn.trim() }
  return [{ type: 'partner-written', data: { partnerId, kind }, words }]
}

/** It is not offered any more; what it promised stays its own. */
export const decideDropPartner: Decide<DropPartner, PartnerState, PartnerEvent> = (
  { partnerId },
  { partners },
  actor,
) => {
  if (!mayKeepPartners(actor)) return refuse('not-allowed')
  if (!partners.some((one) => one.id === partnerId && present(one))) return refuse('not-found', 'partnerId')
  return [{ type: 'partner-dropped', data: { partnerId }, words: {} }]
}
