import type { Receipt } from '../../shared/protocol/room.ts'
import { ask, type Answer } from './ask.ts'
import { newId } from './id.ts'
import { pause, pauseMs } from './pause.ts'

const GIVE_UP_AFTER_TRIES = 4

export const sendOnce = (name: string, body: object, commandId: string): Promise<Answer<Receipt>> =>
  ask<Receipt>('POST', `/api/commands/${name}`, body, { 'Idempotency-Key': commandId })

/** For somebody who waits at the screen: a few tries under one id, so that it happens once or not at all. */
export async function send(name: string, body: object, commandId = newId()): Promise<Answer<Receipt>> {
  for (let tries = 1; ; tries++) {
    const answer = await sendOnce(name, body, commandId)
    if (answer.kind !== 'unreachable' || tries === GIVE_UP_AFTER_TRIES) return answer
    await pause(pauseMs(tries))
  }
}
