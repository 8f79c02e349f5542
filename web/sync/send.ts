import type { CommandBody, CommandFields, CommandName } from '../../shared/api.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import { request, type Answer } from './ask.ts'
import { newId } from './id.ts'
import { pause, pauseMs } from './pause.ts'

const GIVE_UP_AFTER_TRIES = 4

/** Sends what an outbox kept, once; its name and body were checked when it was put there. */
export const sendOnce = (name: string, body: object, commandId: string): Promise<Answer<Receipt>> =>
  request<Receipt>('POST', `/api/commands/${name}`, body, { 'Idempotency-Key': commandId })

/** For somebody who waits at the screen: a few tries under one id, so that it happens once or not at all. */
export async function send<Name extends CommandName>(
  name: Name,
  body: CommandBody<Name>,
  commandId = newId(),
): Promise<Answer<Receipt>> {
  for (let tries = 1; ; tries++) {
    const answer = await sendOnce(name, body, commandId)
    if (answer.kind !== 'unreachable' || tries === GIVE_UP_AFTER_TRIES) return answer
    await pause(pauseMs(tries))
  }
}

/** Sends from one place, which the caller leaves out. */
export type SendAtPlace = <Name extends CommandName>(
  name: Name,
  fields: CommandFields<Name>,
  commandId?: string,
) => Promise<Answer<Receipt>>

/** The whole body of a command at this place. */
export const bodyAt = <Name extends CommandName>(
  placeId: PlaceId,
  _name: Name,
  fields: CommandFields<Name>,
): CommandBody<Name> => ({ placeId, ...fields }) as CommandBody<Name>

export const sendAt =
  (placeId: PlaceId): SendAtPlace =>
  (name, fields, commandId) =>
    send(name, bodyAt(placeId, name, fields), commandId)
