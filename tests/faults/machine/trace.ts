import * as decoding from 'lib0/decoding'
import { ACK } from '../../../server/minutes/relay/frames.ts'

/** What a trace of system calls says about acknowledgements. */
export interface Traced {
  readonly acks: number
  readonly receipts: number
  /** Acknowledgements and receipts that went out while something was written and not synced, or nothing was synced. */
  readonly early: number
  readonly syncs: number
}

const CALL = /^(?:\[pid\s+\d+\] |\d+ +)?(\w+)\((\d+),? ?(.*)$/
const SUCCEEDED = /= \d+$/

/** Follows the trace of one thread, in which a call is complete before the next begins. */
export function readTrace(lines: Iterable<string>, walFds: ReadonlySet<string>): Traced {
  const counts = { acks: 0, receipts: 0, early: 0, syncs: 0 }
  let isDirty = false
  let syncsSince = 0
  let toldSeq = 0
  for (const line of lines) {
    const [, call = '', fd = '', rest = ''] = CALL.exec(line) ?? []
    if (/^pwrite/.test(call) && walFds.has(fd)) isDirty = true
    if (/^f(data)?sync$/.test(call) && walFds.has(fd) && SUCCEEDED.test(line)) {
      isDirty = false
      syncsSince++
      counts.syncs++
    }
    if (!/^(write|writev|sendto|sendmsg)$/.test(call)) continue
    const told = toldIn(rest, toldSeq)
    toldSeq = Math.max(toldSeq, ...told.seqs)
    counts.acks += told.seqs.length
    counts.receipts += told.receipts
    const news = told.seqs.length + told.receipts
    if (news > 0 && (isDirty || syncsSince === 0)) counts.early += news
    if (news > 0) syncsSince = 0
  }
  return counts
}

/** The acknowledgements of new words and the receipts in what one call wrote. */
function toldIn(rest: string, after: number): { seqs: number[]; receipts: number } {
  const bytes = Buffer.from([...rest.matchAll(/\\x([0-9a-f]{2})/g)].map(([, hex]) => parseInt(hex!, 16)))
  const receipts =
    bytes.toString('latin1').startsWith('HTTP/1.1 200') && /"seq":\d+/.test(bytes.toString('latin1'))
  return { seqs: acksIn(bytes).filter((seq) => seq > after), receipts: receipts ? 1 : 0 }
}

function acksIn(bytes: Buffer): number[] {
  const seqs: number[] = []
  for (let at = 0; at + 2 < bytes.length && bytes[at] === 0x82;) {
    const short = bytes[at + 1]!
    const isLong = short === 126
    if (short === 127) break
    const start = at + (isLong ? 4 : 2)
    const length = isLong ? bytes.readUInt16BE(at + 2) : short
    const frame = bytes.subarray(start, start + length)
    if (frame[0] === ACK) {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      seqs.push(decoding.readVarUint(decoder))
    }
    at = start + length
  }
  return seqs
}
