import type { Actor } from '../../kernel/event.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { commandRefusal, type PermittedCommand } from '../../permissions/commands.ts'
import { doesPartOf, type Commitment } from '../commitment.ts'

/** Why this actor may not give this command about a promise; who may is told where there is none. */
export function commitmentRefusal(
  name: PermittedCommand,
  commitment: Commitment | null,
  actor: Actor,
): Refusal | undefined {
  const isOwn = commitment !== null && doesPartOf(actor, commitment)
  const denied = commandRefusal(name, actor, { are: isOwn ? ['owner'] : [] })
  return denied ?? (commitment ? undefined : refuse('not-found', 'commitmentId'))
}
