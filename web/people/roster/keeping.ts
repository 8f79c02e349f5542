import type { CommandFields, CommandName } from '../../../shared/api.ts'
import { sendAt } from '../../sync/send.ts'
import { toasts } from '../../ui/toast.svelte.ts'
import { deskWords } from '../../words/desk/desk.ts'
import { tellRefusal } from '../../words/refusals.ts'
import type { Roster } from '../roster.svelte.ts'

/** Commands about one place's roster; `run` tells how it ended, `send` leaves that to a form. */
export function keepRoster({ placeId }: Pick<Roster, 'placeId'>) {
  const send = sendAt(placeId)
  const run = async <Name extends CommandName>(
    name: Name,
    body: CommandFields<Name>,
    said: string,
  ): Promise<boolean> => {
    const answer = await send(name, body)
    if (answer.kind === 'told') toasts.show(said)
    else toasts.show(answer.kind === 'refused' ? await tellRefusal(answer.refusal) : deskWords.now.notSent)
    return answer.kind === 'told'
  }
  return { send, run }
}
