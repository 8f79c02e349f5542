import * as Y from 'yjs'
import { Appending } from '../../server/minutes/document/appending.ts'
import { writeSnapshot } from '../../server/minutes/document/updates.ts'
import { openDatabase } from '../../server/storage/open.ts'
import { MINUTES_FRAGMENT } from '../../shared/minutes/minutes.ts'
import { chance } from './generator/typist.ts'

const WRITERS = 3
/** Writers connect anew this often, each time as another Yjs client. */
const SESSIONS = 8
const SEED = 30_000
const LETTERS = '村口路灯太暗了晚上走路要小心大家说说怎么办十号前换好三盏灯联系供电所王书记来办'
const BATCH = 300

/** The updates of an evening, one for each keystroke: three people write lines, correct themselves and come back. */
export function eveningOf(keystrokes: number): Uint8Array[] {
  const doc = new Y.Doc()
  const random = chance(SEED)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const section = new Y.XmlElement('section')
  doc.clientID = 1
  doc.getXmlFragment(MINUTES_FRAGMENT).push([section])
  const lines: (Y.XmlText | null)[] = Array.from({ length: WRITERS }, () => null)
  while (updates.length < keystrokes) {
    const session = Math.floor((updates.length / keystrokes) * SESSIONS)
    const writer = Math.floor(random() * WRITERS)
    doc.clientID = 100 + session * WRITERS + writer
    lines[writer] = type(lines[writer] ?? null, section, random)
  }
  return updates
}

/** One keystroke into the line that is being written, or the first of a new one. */
function type(line: Y.XmlText | null, section: Y.XmlElement, random: () => number): Y.XmlText {
  const letter = LETTERS[Math.floor(random() * LETTERS.length)]!
  if (!line || (line.length > 20 && random() < 0.02)) {
    const next = new Y.XmlText(letter)
    const turn = new Y.XmlElement('turn')
    turn.setAttribute('speaker', '李婶')
    turn.insert(0, [next])
    section.push([turn])
    return next
  }
  const isCorrection = line.length > 1 && random() < 0.15
  if (isCorrection) line.delete(line.length - 1, 1)
  else line.insert(random() < 0.05 ? Math.floor(random() * line.length) : line.length, letter)
  return line
}

export function stateOf(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return Y.encodeStateAsUpdate(doc)
}

/** Puts an evening into a server's database as the relay leaves it, with a snapshot and the longest tail, or with none. */
export async function storeEvening(
  dataDir: string,
  placeId: string,
  meetingId: string,
  updates: readonly Uint8Array[],
  withSnapshot: boolean,
): Promise<void> {
  const appending = new Appending()
  const database = await openDatabase({ databaseUrl: null, dataDir })
  const at = new Date().toISOString()
  try {
    for (let from = 0; from < updates.length; from += BATCH) {
      const rows = updates.slice(from, from + BATCH).map((bytes) => ({ bytes, actorId: 'bench', claims: [] }))
      await database.write((work) => appending.append(work, [{ placeId, meetingId, updates: rows }], at))
    }
    const seq = updates.length - BATCH + 1
    const bytes = stateOf(updates.slice(0, seq))
    if (withSnapshot) await database.write((work) => writeSnapshot(work, placeId, meetingId, seq, bytes))
  } finally {
    await database.close()
  }
}
