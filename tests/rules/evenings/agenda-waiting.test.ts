import { describe, expect, test } from 'vitest'
import { waitingForAgenda, waitingPromises, type WaitingSources } from '../../../shared/agenda/waiting.ts'
import { aConcern, anEvening, aPromise } from '../../support/villages/evening.ts'

const last = anEvening()
const sources = (changed: Partial<WaitingSources>): WaitingSources => ({
  ...{ placeId: 'p', today: '2026-12-08', onDay: '2026-12-10', commitments: [], concerns: [], ratings: [] },
  ...{ photos: new Map(), holders: new Map(), last: { meeting: last.meeting, agenda: [] } },
  ...changed,
})
const kinds = (changed: Partial<WaitingSources>) =>
  waitingForAgenda(sources(changed)).map(({ part, reason }) => `${part} ${reason.kind}`)

describe('what waits for the next agenda', () => {
  test('promises: judged "not" twice, then late, reported, due; not what runs on', () => {
    const commitments = [
      aPromise('runs', { state: 'open', dueOn: '2026-12-31' }),
      aPromise('due', { state: 'open', dueOn: '2026-12-10' }),
      aPromise('done', { state: 'done', doneOn: '2026-12-01' }),
      aPromise('late', { state: 'open', dueOn: '2026-12-01' }),
      aPromise('twice', { state: 'open', dueOn: '2026-12-31', timesReopened: 2 }),
    ]
    expect(waitingPromises(waitingForAgenda(sources({ commitments })))).toEqual([
      'twice',
      'late',
      'done',
      'due',
    ])
  })

  test('a matter waits once: by its promise where it has one', () => {
    const concern = aConcern('c', '路灯', { state: 'reopened' })
    const promise = aPromise('p1', { state: 'open', dueOn: '2026-12-01', concernId: 'c' })
    expect(kinds({ concerns: [concern], commitments: [promise] })).toEqual(['promised late'])
    expect(kinds({ concerns: [concern] })).toEqual(['unfinished no-outcome'])
  })

  test('what came in and was answered is shown, and left out unless somebody keeps it', () => {
    const concerns = [
      aConcern('waits', '停车', { state: 'recorded', meetingId: null, channel: 'call' }),
      aConcern('told', '饺子', {
        ...{ state: 'answered', meetingId: null, channel: 'form', settledOn: '2026-12-01' },
      }),
    ]
    const waiting = waitingForAgenda(sources({ concerns }))
    expect(waiting.map(({ concernId, isProposed }) => [concernId, isProposed])).toEqual([
      ['waits', true],
      ['told', false],
    ])
  })
})
