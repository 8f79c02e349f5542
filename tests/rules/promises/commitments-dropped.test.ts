import { describe, expect, test } from 'vitest'
import {
  decideDropCommitment,
  type UnconfirmedState,
} from '../../../shared/commitments/decisions/decide-unconfirmed.ts'
import * as given from '../../support/villages/given.ts'

const { concern, meeting, promise, readBack, recorder, running, showingPromise, TONIGHT, villager } = given

const about = { placeId: given.PLACE, commitmentId: given.PROMISE }
const signed = meeting({ phase: 'signed' })
const wallTurned = (commitmentId: string | null) => ({
  type: 'wall-turned',
  data: { meetingId: given.MEETING, commitmentId },
  words: {},
})

describe('dropping', () => {
  const calm: UnconfirmedState = {
    commitment: promise(),
    meeting: meeting(),
    concern: concern({ state: 'promised' }),
    hasOther: false,
  }
  const drop = (state: Partial<UnconfirmedState> = {}, by = recorder) =>
    decideDropCommitment(about, { ...calm, ...state }, by, TONIGHT)

  test('a promise written by slip goes, and its concern is open again', () => {
    expect(drop()).toMatchObject([
      { type: 'commitment-dropped', data: { wasReadBack: false } },
      { type: 'outcome-taken-back', data: { concernId: given.CONCERN } },
    ])
  })

  test('the concern stays settled while another promise answers it', () => {
    expect(drop({ hasOther: true })).toMatchObject([{ type: 'commitment-dropped' }])
    expect(drop({ hasOther: true })).toHaveLength(1)
  })

  test('it leaves the wall', () => {
    expect(
      drop({ commitment: readBack({ concernId: null }), concern: null, meeting: showingPromise() }),
    ).toMatchObject([{ type: 'commitment-dropped', data: { wasReadBack: true } }, wallTurned(null)])
  })

  test('not once it is confirmed or signed, and not by others', () => {
    expect(drop({ commitment: running() })).toEqual({ refused: 'promise-not-spoken' })
    expect(drop({ meeting: signed })).toEqual({ refused: 'minutes-signed' })
    expect(drop({}, villager)).toEqual({ refused: 'not-allowed' })
    expect(drop({ commitment: null })).toEqual({ refused: 'not-found', field: 'commitmentId' })
  })
})
