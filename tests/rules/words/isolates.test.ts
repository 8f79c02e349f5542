import { describe, expect, test } from 'vitest'
import { isolated, isolating } from '../../../shared/kernel/text/isolates.ts'
import type { RefusalCode } from '../../../shared/kernel/refusal.ts'
import { entryOf, type EntrySource } from '../../../shared/ledger/entries.ts'
import { ledgerTable, type LedgerRecord } from '../../../shared/ledger/table.ts'
import { sentences as refusals } from '../../../shared/words/refusals.en.ts'
import { sentenceOf } from '../../../shared/words/sentence.ts'
import { OUTGOING } from '../../../shared/words/outgoing.ts'

const ALIM = 'عالم قادر'
const LAMPS = 'إصلاح 3 مصابيح'
const alone = (text: string) => `\u2068${text}\u2069`

describe('letters that run from right to left order nothing but themselves where there is no markup', () => {
  test('a text without any of them stays as it was written', () => {
    expect(isolated('换三盏灯 A-3')).toBe('换三盏灯 A-3')
    expect(isolated(LAMPS)).toBe(alone(LAMPS))
    expect(isolated('王\u200f书记')).toBe(alone('王\u200f书记'))
  })

  test('whatever is put into a sentence, also in lists and records', () => {
    const words = isolating({
      late: (name: string, days: number) => `${name} ${days}`,
      page: { all: (names: readonly string[], by: { readonly who: string }) => [...names, by.who].join() },
      plain: 'as it is',
    })
    expect(words.late(ALIM, 3)).toBe(`${alone(ALIM)} 3`)
    expect(words.page.all([ALIM, '王书记'], { who: LAMPS })).toBe(`${alone(ALIM)},王书记,${alone(LAMPS)}`)
    expect(words.plain).toBe('as it is')
  })

  test('a day in a calendar', () => {
    const commitment = {
      ...{ id: '1', measure: LAMPS, owner: ALIM, ownerId: 'a', coOwners: [], dueOn: '2026-12-10' },
      ...{
        firstDueOn: '2026-12-10',
        timesMoved: 0,
        confirmedAt: null,
        recordedAt: '2026-11-22T12:00:00.000Z',
      },
    }
    const source = { commitment, concern: null, dueChanges: [] } as unknown as EntrySource
    expect(entryOf(source, null, OUTGOING.en.calendar)!.summary).toBe(`${alone(ALIM)}: ${alone(LAMPS)}`)
    expect(entryOf(source, 'a', OUTGOING.en.calendar)!.summary).toBe(alone(LAMPS))
  })

  test('several things in one cell of the ledger, while one thing stays as it was written', () => {
    const commitment = {
      ...{ measure: LAMPS, owner: ALIM, ownerTitle: '书记', timesMoved: 0, state: 'open', doneOn: null },
      ...{ coOwners: [{ name: ALIM, part: LAMPS, dueOn: '2026-12-10' }], settledAs: null },
    }
    const record = {
      ...{ concern: null, commitment, meeting: '', raisedOn: null, grid: null, stage: null, rating: null },
      ...{ holder: { kind: 'village', name: ALIM }, closedOn: null, publicOn: null, fingerprint: null },
      progress: [{ on: '2026-12-01', text: LAMPS }],
    } as unknown as LedgerRecord
    const [, row] = ledgerTable([record], OUTGOING.en.ledgerFile)
    expect(row).toContain(LAMPS)
    expect(row).toContain(`书记 ${alone(ALIM)}`)
    expect(row).toContain(`${alone(ALIM)}：${alone(LAMPS)}（2026-12-10）`)
    expect(row).toContain(`2026-12-01 ${alone(LAMPS)}`)
  })

  test('who is named in a refusal', () => {
    const codes = Object.keys(refusals.sentences) as RefusalCode[]
    const refused = codes.find((code) => refusals.sentences[code].includes('{who}'))!
    expect(sentenceOf({ refused, who: ALIM }, refusals)).toContain(alone(ALIM))
  })
})
