import { randomUUID } from 'node:crypto'
import type { Client } from '../running/client.ts'
import { matter, promise } from '../villages/stage.ts'
import { openEvening, openVillage, type Evening, type Village } from '../villages/village.ts'

export interface LampLedger {
  readonly village: Village
  readonly evening: Evening
  readonly facilitator: Client
  readonly recorder: Client
  readonly township: Client
  /** The path of the village's ledger. */
  readonly path: string
  /** Somebody promises and nods; returns the promise's id. */
  promised(over?: object, concern?: object): Promise<string>
}

/** A village on the evening of 22 November, whose ledger is still empty. */
export async function openLampLedger(options: Parameters<typeof openVillage>[0] = {}): Promise<LampLedger> {
  const village = await openVillage(options)
  const evening = await openEvening(village)
  const { facilitator, meetingId } = evening
  const recorder = await village.as('陈晓')
  const township = await village.as('赵明')
  return {
    village,
    evening,
    facilitator,
    recorder,
    township,
    path: `/api/places/${village.placeId}/ledger`,
    async promised(over = {}, concern) {
      const [commitmentId, concernId] = [randomUUID(), concern ? randomUUID() : null]
      if (concernId) await recorder.must('raise-concern', matter(meetingId, { concernId, ...concern }))
      await recorder.must(
        'record-commitment',
        promise(village, { meetingId, commitmentId, concernId, ...over }),
      )
      await facilitator.must('read-back-commitment', { commitmentId })
      await facilitator.must('confirm-commitment', { commitmentId })
      return commitmentId
    },
  }
}
