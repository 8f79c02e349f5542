import { describe, expect, test } from 'vitest'
import type { Concern } from '../../../shared/concerns/concern.ts'
import { decideAgreeWording } from '../../../shared/concerns/decide.ts'
import {
  decideAnswerConcern,
  decideDeclineConcern,
  decidePutToAssembly,
  decideReferConcern,
} from '../../../shared/concerns/decide-outcome.ts'
import { decideMergeConcerns } from '../../../shared/concerns/decide-over.ts'
import type { Meeting } from '../../../shared/meetings/meeting.ts'
import * as given from '../../support/villages/given.ts'

const { concern, meeting, recorder, TONIGHT } = given
const about = { placeId: given.PLACE, concernId: given.CONCERN }

describe('the minutes have one signature', () => {
  const halfSigned = meeting({ phase: 'closed', code: null, isFrozen: true })
  const signed = meeting({ phase: 'signed', code: null, isFrozen: true })
  const deeds = {
    'an answer': (state: { concern: Concern; meeting: Meeting }) =>
      decideAnswerConcern({ ...about, answer: '明天修' }, state, recorder, TONIGHT),
    'a referral': (state: { concern: Concern; meeting: Meeting }) =>
      decideReferConcern(
        { ...about, referredTo: '水务站', reason: null, route: 'department' },
        state,
        recorder,
        TONIGHT,
      ),
    'a no with its reason': (state: { concern: Concern; meeting: Meeting }) =>
      decideDeclineConcern({ ...about, reason: '村里管不了' }, state, recorder, TONIGHT),
    'the way to the assembly': (state: { concern: Concern; meeting: Meeting }) =>
      decidePutToAssembly({ ...about, reason: '要大家定' }, state, recorder, TONIGHT),
  }

  test.each(Object.entries(deeds))(
    '%s is not slipped in under it, and comes once both have signed',
    (_name, deed) => {
      const waiting = concern({ state: 'recorded' })
      expect(deed({ concern: waiting, meeting: halfSigned })).toEqual({ refused: 'minutes-half-signed' })
      expect(deed({ concern: waiting, meeting: signed })).toMatchObject([{}])
    },
  )

  test('what was not agreed yet, put otherwise or put together waits as well', () => {
    const state = { concern: concern({ state: 'raised' }), meeting: halfSigned }
    expect(decideAgreeWording(about, state, recorder, TONIGHT)).toEqual({ refused: 'minutes-half-signed' })
    const other = concern({ id: '0199a0c0-0000-7000-8000-0000000000aa' })
    expect(
      decideMergeConcerns({ ...about, intoId: other.id }, { ...state, into: other }, recorder, TONIGHT),
    ).toEqual({ refused: 'minutes-half-signed' })
  })
})
