import { openEvening, openVillage, textNow, type Evening } from '../writers/evening.ts'
import { Server, isSound, type Where } from '../machine/server.ts'
import { missedOf, type Verdict } from '../verdict.ts'
import { until } from '../waiting.ts'

const IN_TIME_MS = 10_000

export interface SignedOptions {
  /** How many edits the late client brings. */
  readonly rounds: number
}

/** A client that was cut off when the minutes were signed brings what it wrote: none of it comes into the text. */
export async function signed(where: Where, { rounds }: SignedOptions): Promise<Verdict> {
  const server = new Server(where)
  try {
    await server.start()
    const evening = await openEvening(await openVillage(server.url))
    const late = evening.typist('late')
    late.connect()
    late.type()
    await until('the first words to be saved', IN_TIME_MS, () => late.owed === 0)
    late.disconnect()
    await until('the client to be cut off', IN_TIME_MS, () => !late.isInStep)
    for (let edit = 0; edit < rounds; edit++) late.type(edit % 5 === 0)
    await sign(evening)
    const before = await textNow(evening)
    late.connect()
    const inBox = await boxWithin(IN_TIME_MS, evening, rounds)
    late.disconnect()
    const after = await textNow(evening)
    const changed = Buffer.compare(before.bytes, after.bytes) !== 0
    const inText = after.marks.length - before.marks.length
    return verdictOf(server, {
      rounds,
      changed,
      inText,
      inBox,
      falselySaved: late.acknowledged.size - 1,
    })
  } finally {
    await server.kill()
  }
}

async function sign({ facilitator, writers, meetingId }: Evening): Promise<void> {
  await facilitator.must('close-meeting', { meetingId })
  const path = `/api/places/${facilitator.placeId}/meetings/${meetingId}/minutes`
  const { minutesSeq } = await facilitator.read(path)
  await facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq })
  await writers[1]!.must('sign-minutes', { meetingId, as: 'recorder', minutesSeq })
}

async function boxWithin(milliseconds: number, evening: Evening, expected: number): Promise<number> {
  const deadline = performance.now() + milliseconds
  let found = await boxOf(evening)
  while (found < expected && performance.now() < deadline) found = await boxOf(evening)
  return found
}

/** How many of the late client's words the recorder finds in the box. */
async function boxOf({ writers, meetingId }: Evening): Promise<number> {
  const recorder = writers[1]!
  const body = await recorder.read(`/api/places/${recorder.placeId}/meetings/${meetingId}/late-edits`)
  return new Set(
    JSON.stringify(body)
      .match(/⟨late\.\d+⟩/g)
      ?.filter((mark: string) => mark !== '⟨late.0⟩'),
  ).size
}

interface Found {
  readonly rounds: number
  readonly changed: boolean
  readonly inText: number
  readonly inBox: number
  readonly falselySaved: number
}

function verdictOf(server: Server, found: Found): Verdict {
  const { rounds, changed, inText, inBox, falselySaved } = found
  return {
    fault: 'signed',
    rounds,
    acknowledged: 1,
    lost: 0,
    duplicated: 0,
    corrupt: (changed ? 1 : 0) + (isSound(server.where) ? 0 : 1),
    figures: { late: rounds, inText, inBox, falselySaved },
    missed: missedOf([
      ['inText', inText, '<=', 0],
      ['inBox', inBox, '>=', rounds],
      ['falselySaved', falselySaved, '<=', 0],
    ]),
  }
}
