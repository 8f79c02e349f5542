import type { MergeConcerns } from '../../shared/concerns/schema.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Answer } from '../sync/ask.ts'
import { send } from '../sync/send.ts'

export const mergeConcerns = (command: MergeConcerns): Promise<Answer<Receipt>> =>
  send('merge-concerns', command)
