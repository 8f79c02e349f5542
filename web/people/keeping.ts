import type { Receipt } from '../../shared/protocol/room.ts'
import { send } from '../sync/send.ts'
import type { Answer } from '../sync/ask.ts'
import { toasts } from '../ui/toast.svelte.ts'
import { deskWords } from '../words/desk.ts'
import { tellRefusal } from '../words/refusals.ts'
import type { Roster } from './roster.svelte.ts'

type Body = Readonly<Record<string, unknown>>

/** Commands about one place's roster; `run` tells how it ended, `send` leaves that to a form. */
export function keepRoster({ placeId }: Pick<Roster, 'placeId'>) {
  const sendOne = (name: string, body: Body, commandId?: string): Promise<Answer<Receipt>> =>
    send(name, { placeId, ...body }, commandId)
  const run = async (name: string, body: Body, said: string): Promise<boolean> => {
    const answer = await sendOne(name, body)
    if (answer.kind === 'told') toasts.show(said)
    else toasts.show(answer.kind === 'refused' ? await tellRefusal(answer.refusal) : deskWords.now.notSent)
    return answer.kind === 'told'
  }
  return { send: sendOne, run }
}
