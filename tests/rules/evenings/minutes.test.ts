import { describe, expect, test } from 'vitest'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import { anchorsIn, textOf, unwrittenPromises } from '../../../shared/minutes/anchors.ts'
import {
  decideMarkLateEditRead,
  decideSignMinutes,
  decideTakeBackSignature,
  type SigningState,
} from '../../../shared/minutes/decide.ts'
import { evolveRendered, evolveSignatures } from '../../../shared/minutes/evolve.ts'
import type { Line, MinutesEvent, MinutesFrame, Signature } from '../../../shared/minutes/minutes.ts'
import { presentMinutes } from '../../../shared/minutes/present.ts'
import * as given from '../../support/villages/given.ts'

const closed = given.meeting({ phase: 'closed', code: null })
const state = (facts: Partial<SigningState> = {}): SigningState => ({
  meeting: closed,
  signatures: [],
  minutesSeq: 12,
  digest: 'd1',
  unconfirmed: 0,
  isErratumEmpty: false,
  ...facts,
})
const signature = (as: Signature['as'], personId: string | null): Signature => ({
  meetingId: given.MEETING,
  as,
  personId: personId ?? '',
  name: '某人',
  signedAt: given.TONIGHT.at,
  minutesSeq: 12,
})
const sign = (as: Signature['as'], minutesSeq = 12) => ({
  placeId: given.PLACE,
  meetingId: given.MEETING,
  as,
  minutesSeq,
})
const both = { ...given.facilitator, roles: ['facilitator', 'recorder'] as const }

describe('signing the minutes', () => {
  test('the recorder signs first, and the text waits for the facilitator', () => {
    expect(decideSignMinutes(sign('recorder'), state(), given.recorder, given.TONIGHT)).toEqual([
      {
        type: 'minutes-signed',
        data: {
          meetingId: given.MEETING,
          as: 'recorder',
          personId: given.recorder.id,
          minutesSeq: 12,
          digest: 'd1',
        },
        words: { name: '小陈' },
      },
    ])
  })

  test('an erratum that says just what was signed before is not signed', () => {
    const empty = state({ isErratumEmpty: true })
    expect(decideSignMinutes(sign('recorder'), empty, given.recorder, given.TONIGHT)).toEqual({
      refused: 'erratum-unchanged',
    })
  })

  test('the second signature publishes the text and signs the evening', () => {
    const signed = state({ signatures: [signature('recorder', given.recorder.id)] })
    const events = decideSignMinutes(sign('facilitator'), signed, given.facilitator, given.TONIGHT)
    expect(events).toMatchObject([
      { type: 'minutes-signed', data: { as: 'facilitator' } },
      { type: 'minutes-published', data: { minutesSeq: 12, digest: 'd1' } },
      { type: 'meeting-signed', data: { meetingId: given.MEETING } },
    ])
  })

  test('nobody signs for a post that they do not hold', () => {
    for (const actor of [given.facilitator, given.owner, given.villager, given.stranger])
      expect(decideSignMinutes(sign('recorder'), state(), actor, given.TONIGHT)).toEqual({
        refused: 'not-allowed',
      })
  })

  test('one person is not two signatures', () => {
    const signed = state({ signatures: [signature('recorder', both.personId)] })
    const outcome = decideSignMinutes(sign('facilitator'), signed, both, given.TONIGHT)
    expect(outcome).toEqual({ refused: 'second-signer-needed' })
  })

  test('a text that has changed since it was read is not signed', () => {
    const outcome = decideSignMinutes(sign('recorder', 11), state(), given.recorder, given.TONIGHT)
    expect(outcome).toEqual({ refused: 'minutes-changed', field: 'minutesSeq' })
  })

  test('only a closed evening is signed, and only once', () => {
    const refusal = (facts: Partial<SigningState>) =>
      decideSignMinutes(sign('recorder'), state(facts), given.recorder, given.TONIGHT)
    expect(refusal({ meeting: null })).toEqual({ refused: 'not-found', field: 'meetingId' })
    expect(refusal({ meeting: given.meeting() })).toEqual({ refused: 'meeting-not-closed' })
    expect(refusal({ meeting: given.meeting({ phase: 'signed' }) })).toEqual({ refused: 'minutes-signed' })
    expect(refusal({ signatures: [signature('recorder', given.id(9))] })).toEqual({
      refused: 'already-signed',
    })
  })
})

describe('taking a signature back', () => {
  const command = { placeId: given.PLACE, meetingId: given.MEETING, as: 'recorder' as const }
  const signed = state({ signatures: [signature('recorder', given.recorder.id)] })

  test('one takes back one’s own, so that the text can be corrected', () => {
    expect(decideTakeBackSignature(command, signed, given.recorder, given.TONIGHT)).toEqual([
      {
        type: 'signature-taken-back',
        data: { meetingId: given.MEETING, as: 'recorder', personId: given.recorder.id },
        words: {},
      },
    ])
  })

  test('nobody takes back another’s', () => {
    const other = { ...given.recorder, id: given.id(77), personId: given.id(77) }
    for (const actor of [given.facilitator, other, given.villager])
      expect(decideTakeBackSignature(command, signed, actor, given.TONIGHT)).toEqual({
        refused: 'not-allowed',
      })
  })

  test('not where nobody signed, not after both have', () => {
    const refusal = (facts: Partial<SigningState>) =>
      decideTakeBackSignature(command, { ...signed, ...facts }, given.recorder, given.TONIGHT)
    expect(refusal({ signatures: [] })).toEqual({ refused: 'not-signed' })
    expect(refusal({ meeting: given.meeting({ phase: 'signed' }) })).toEqual({ refused: 'minutes-signed' })
    expect(refusal({ meeting: null })).toEqual({ refused: 'not-found', field: 'meetingId' })
  })
})

describe('what the screens hold', () => {
  const signedEvent = given.recorded(
    {
      type: 'minutes-signed',
      data: {
        meetingId: given.MEETING,
        as: 'recorder',
        personId: given.recorder.id,
        minutesSeq: 12,
        digest: 'd1',
      },
      words: { name: '小陈' },
    },
    5,
    given.recorder,
  ) as RecordedEvent<MinutesEvent>
  const takenBack = given.recorded(
    {
      type: 'signature-taken-back',
      data: { meetingId: given.MEETING, as: 'recorder', personId: given.recorder.id },
      words: {},
    },
    6,
    given.recorder,
  ) as RecordedEvent<MinutesEvent>

  test('a signature comes once, however often it is heard, and goes when it is taken back', () => {
    const once = evolveSignatures([], signedEvent)
    expect(once).toMatchObject([{ as: 'recorder', name: '小陈', minutesSeq: 12 }])
    expect(evolveSignatures(once, signedEvent)).toEqual(once)
    expect(evolveSignatures(once, takenBack)).toEqual([])
  })

  test('a wall of another evening hears nothing of it', () => {
    expect(presentMinutes(signedEvent, given.looking(given.stranger, given.MEETING))).toBe(signedEvent)
    expect(presentMinutes(signedEvent, given.looking(given.facilitator))).toBe(signedEvent)
    expect(presentMinutes(signedEvent, given.looking(given.stranger, given.OTHER_MEETING))).toBeNull()
  })
})

describe('reading the text without an editor', () => {
  const line = (key: string, text: string): Line => ({
    key,
    speaker: '李婶',
    pieces: [{ kind: 'text', text }],
  })
  const frame = (facts: Partial<MinutesFrame>): MinutesFrame => ({
    kind: 'minutes',
    meetingId: given.MEETING,
    minutesSeq: 1,
    lines: [],
    order: null,
    ...facts,
  })
  const whole = frame({
    lines: [line('1:0', '一'), line('1:5', '二')],
    order: [{ agendaItemId: null, keys: ['1:0', '1:5'] }],
  })
  const said = (minutes: ReturnType<typeof evolveRendered>): string[][] =>
    minutes.sections.map(({ lines }) => lines.map(textOf))

  test('a first frame is whole, later ones bring what changed', () => {
    const first = evolveRendered(null, whole)
    expect(said(first)).toEqual([['一', '二']])
    const later = evolveRendered(first, frame({ minutesSeq: 2, lines: [line('1:5', '二二')] }))
    expect(said(later)).toEqual([['一', '二二']])
    expect(later.minutesSeq).toBe(2)
    expect(said(evolveRendered(later, whole))).toEqual([['一', '二']])
  })

  test('lines come, go and move as the order says', () => {
    const order = [
      { agendaItemId: null, keys: ['1:5'] },
      { agendaItemId: given.AGENDA_ITEM, keys: ['2:0', '1:0'] },
    ]
    const later = evolveRendered(evolveRendered(null, whole), frame({ lines: [line('2:0', '新')], order }))
    expect(said(later)).toEqual([['二'], ['新', '一']])
    expect(later.sections[1]?.agendaItemId).toBe(given.AGENDA_ITEM)
  })

  test('a promise without a line is listed, never lost', () => {
    const written: Line = {
      key: '1',
      speaker: null,
      pieces: [{ kind: 'promise', commitmentId: given.PROMISE }],
    }
    const text = { sections: [{ agendaItemId: null, lines: [written] }] }
    expect([...anchorsIn(text).commitments]).toEqual([given.PROMISE])
    const promises = [
      given.promise({ id: given.PROMISE }),
      given.promise({ id: given.id(8) }),
      given.promise({ id: given.id(9), state: 'dropped' }),
    ]
    expect(unwrittenPromises(text, promises).map(({ id }) => id)).toEqual([given.id(8)])
  })
})

describe('the box of what came too late', () => {
  const mark = { placeId: given.PLACE, meetingId: given.MEETING, lateEditId: 'late' }
  const late = { meeting: closed, lateEdit: { readAt: null } }

  test('recorder and facilitator mark it as read, once', () => {
    const read = { type: 'late-edit-read', data: { meetingId: given.MEETING, lateEditId: 'late' }, words: {} }
    expect(decideMarkLateEditRead(mark, late, given.recorder, given.TONIGHT)).toEqual([read])
    expect(decideMarkLateEditRead(mark, late, given.facilitator, given.TONIGHT)).toEqual([read])
    const seen = { ...late, lateEdit: { readAt: given.TONIGHT.at } }
    expect(decideMarkLateEditRead(mark, seen, given.recorder, given.TONIGHT)).toEqual([])
  })

  test('nobody else does, and only what is there', () => {
    const refused = (state: Parameters<typeof decideMarkLateEditRead>[1], actor = given.recorder) =>
      decideMarkLateEditRead(mark, state, actor, given.TONIGHT)
    expect(refused(late, given.villager)).toEqual({ refused: 'not-allowed' })
    expect(refused({ ...late, meeting: null })).toEqual({ refused: 'not-found', field: 'meetingId' })
    expect(refused({ ...late, lateEdit: null })).toEqual({ refused: 'not-found', field: 'lateEditId' })
  })
})
