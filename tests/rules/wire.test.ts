import { describe, expect, test } from 'vitest'
import { DIGESTS, PROTOCOL_VERSION } from '../../shared/protocol/version.ts'
import { digestOf, wireNow, type Wire } from '../support/architecture/wire.ts'

const versions = Object.keys(DIGESTS).map(Number)
const digest = digestOf(wireNow())

describe('what goes over the wire', () => {
  test('a change of a schema or of a frame raises the number of the protocol', () => {
    const next = PROTOCOL_VERSION + 1
    expect(
      DIGESTS[PROTOCOL_VERSION],
      `The wire is not what version ${PROTOCOL_VERSION} was. Pages that are open would not fit the server: ` +
        `in shared/protocol/version.ts set PROTOCOL_VERSION to ${next} ` +
        `and add ${next}: '${digest}' below. Lines that stand there stay.`,
    ).toBe(digest)
  })

  test('every version has its line, in order, and the last one is spoken', () => {
    expect(versions).toEqual(versions.map((_, at) => at + 1))
    expect(versions.at(-1)).toBe(PROTOCOL_VERSION)
    expect(new Set(Object.values(DIGESTS)).size).toBe(versions.length)
  })

  const planted: Readonly<Record<string, (wire: Wire) => Wire>> = {
    'a field of a command': ({ commands, ...rest }) => {
      const { 'hold-comment': held, ...others } = commands
      return { ...rest, commands: { ...others, 'hold-comment': renamed(held) } }
    },
    'a command that is gone': ({ commands: { 'hold-comment': _, ...commands }, ...rest }) => ({
      ...rest,
      commands,
    }),
    'the answer of a read': ({ reads, ...rest }) => ({ ...rest, reads: renamed(reads) }),
    'a frame': ({ frames, ...rest }) => ({
      ...rest,
      frames: { ...frames, down: frames['down']!.replace('upTo', 'until') },
    }),
    'what an event says': ({ frames, ...rest }) => ({
      ...rest,
      frames: { ...frames, down: frames['down']!.replaceAll('"away"', '"aside"') },
    }),
    'a number of the minutes socket': ({ minutes, ...rest }) => ({
      ...rest,
      minutes: { ...minutes, ACK: 9 },
    }),
  }

  test.each(Object.entries(planted))('%s: another digest', (_name, change) => {
    const wire = wireNow()
    expect(digestOf(change(wire))).not.toBe(digestOf(wire))
    expect(digestOf(wireNow())).toBe(digest)
  })

  const renamed = <Part>(part: Part): Part =>
    JSON.parse(JSON.stringify(part).replaceAll('"commentId"', '"remarkId"').replaceAll('"asOf"', '"upTo"'))
})
