import type { Concern } from '../../shared/concerns/concern.ts'
import { holds, type Actor } from '../../shared/kernel/event.ts'
import { TAKES_IN } from '../../shared/permissions/groups.ts'
import { mayHaveSlip, slipAddress } from './slip.ts'

/** Whether the reader may give out the slip of one matter. */
export class SlipOffer {
  isOpen = $state(false)
  private looked = ''

  /** Of a masked one only the server knows: it depends on who wrote it down, and whom it is about. */
  async look(
    placeId: string,
    concern: Concern | null | undefined,
    actor: Pick<Actor, 'roles'>,
  ): Promise<void> {
    const may = !!concern && holds(actor as Actor, ...TAKES_IN) && mayHaveSlip(concern)
    const key = may ? `${concern.id} ${concern.lane}` : ''
    if (key === this.looked) return
    this.looked = key
    this.isOpen = may && concern.lane === 'open'
    if (!may || concern.lane === 'open') return
    const answer = await fetch(slipAddress(placeId, concern), { method: 'HEAD' }).catch(() => null)
    if (this.looked === key) this.isOpen = answer?.ok ?? false
  }
}
