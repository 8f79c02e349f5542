import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import { MINUTES_FRAGMENT } from '../../../shared/minutes/minutes.ts'
import { gatherRunners, logIn } from '../../replay/playing/cast.ts'
import { Client } from '../../support/running/client.ts'
import { openRecorder } from '../../support/peers/recorder.ts'
import { marksIn, Typist } from './typist.ts'

const SECOND_RECORDER = { loginName: 'sunli', password: 'sunli-2026' }

/** An open evening on a server, and those who may write at it. */
export interface Evening {
  readonly meetingId: string
  readonly code: string
  readonly facilitator: Client
  readonly writers: readonly Client[]
  /** Somebody who types under one of the log-ins. */
  typist(name: string, clientId?: number): Typist
  phone(): Promise<Client>
}

export interface Hosts {
  readonly facilitator: Client
  readonly writers: readonly Client[]
}

/** Sets the sample village up and logs in those who may write. */
export async function openVillage(url: string): Promise<Hosts> {
  const { facilitator, recorder } = await gatherRunners(url, [])
  const second = await logIn(url, SECOND_RECORDER)
  return { facilitator, writers: [facilitator, recorder, second] }
}

export async function openEvening({ facilitator, writers }: Hosts): Promise<Evening> {
  const meetingId = randomUUID()
  const plan = { meetingId, format: 'pavilion-talk', title: '夜话', agenda: [] }
  const { today } = await facilitator.read(`/api/places/${facilitator.placeId}/meetings`)
  await facilitator.must('plan-meeting', { ...plan, onDay: today })
  await facilitator.must('open-meeting', { meetingId })
  const { meeting } = await facilitator.room(meetingId)
  let seats = 0
  return {
    meetingId,
    code: meeting.code,
    facilitator,
    writers,
    typist: (name, clientId) => new Typist(writers[seats++ % writers.length]!, meetingId, name, clientId),
    async phone() {
      const phone = new Client(facilitator.url)
      const { status, body } = await phone.post('/api/sessions/join', { code: meeting.code, name: null })
      if (status !== 200) throw new Error(`expected a phone to join, found ${status} ${JSON.stringify(body)}`)
      phone.placeId = body.placeId
      return phone
    },
  }
}

/** The text as somebody who comes now gets it. */
export async function textNow(
  evening: Evening,
): Promise<{ marks: string[]; bytes: Uint8Array; xml: string; lines: string[] }> {
  const reader = await openRecorder(evening.writers[0]!, evening.meetingId)
  try {
    const xml = reader.doc.getXmlFragment(MINUTES_FRAGMENT).toString()
    const bytes = Y.encodeStateAsUpdate(reader.doc)
    return { marks: marksIn(reader.doc), bytes, xml, lines: reader.text }
  } finally {
    reader.close()
  }
}
