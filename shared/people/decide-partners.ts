import type { Decide } from '../kernel/command.ts'
import { firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import {
  MAX_PARTNER_NAME_LENGTH,
  MAX_PARTNERS,
  MAX_TAKES_ON_LENGTH,
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
  const denied = commandRefusal('write-partner', actor)
  if (denied) return denied
  const others = state.partners.filter((one) => one.id !== partnerId && present(one))
  const name = command.name.trim()
  const wrong = firstRefusal(
    state.isTaken && refuse('already-exists', 'partnerId'),
    textRefusal('name', command.name, MAX_PARTNER_NAME_LENGTH),
    textRefusal('takesOn', command.takesOn, MAX_TAKES_ON_LENGTH),
    others.some((one) => one.name === name) && refuse('already-exists', 'name'),
    others.length >= MAX_PARTNERS && refuse('too-many', 'name', MAX_PARTNERS),
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
  const denied = commandRefusal('drop-partner', actor)
  if (denied) return denied
  if (!partners.some((one) => one.id === partnerId && present(one))) return refuse('not-found', 'partnerId')
  return [{ type: 'partner-dropped', data: { partnerId }, words: {} }]
}
