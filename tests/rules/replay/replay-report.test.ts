import { expect, test } from 'vitest'
import { exitCodeOf, reportReplay } from '../../replay/report.ts'
import type { Seen, Sent } from '../../replay/report.ts'

function evening(): { sent: Sent; seen: Seen } {
  const speeches = [
    { name: '李婶', text: '路灯不亮。能修吗？', parts: ['路灯不亮。', '能修吗？'] },
    { name: '王建国', text: '十号以前。', parts: ['十号以前。'] },
    { name: '李婶', text: '好。', parts: ['好。'] },
    { name: '李婶', text: '好。', parts: ['好。'] },
  ]
  const comments = speeches.map(({ parts }, speech) =>
    parts.map((text, part) => ({ id: `${speech}.${part}`, text })),
  )
  const concerns = [{ id: 'c1', text: '能修吗？' }]
  const promises = [{ id: 'p1', text: '十号以前。', owner: '王建国', measure: '换灯', dueOn: '2026-12-10' }]
  const heard = () => comments.flat().map((comment) => ({ ...comment }))
  return {
    sent: { file: 'evening.an.xml', speeches, comments, concerns, promises },
    seen: {
      minutes: speeches.map(({ name, text }) => ({ name, text })),
      comments: heard(),
      wall: heard(),
      phones: [
        { name: '李婶', comments: heard() },
        { name: '王建国', comments: heard() },
      ],
      concerns: [...concerns],
      promises: [...promises],
      ledger: [...promises],
    },
  }
}

/** The report of an evening on which one thing went wrong. */
function reportAfter(spoil: (seen: Seen) => void) {
  const { sent, seen } = evening()
  spoil(seen)
  return reportReplay(sent, seen, 1.234)
}

test('an evening that arrived whole says so in one line', () => {
  const report = reportAfter(() => {})
  expect(report).toEqual({
    line: {
      file: 'evening.an.xml',
      speeches: 4,
      inMinutes: 4,
      comments: 4,
      shownOnWall: 4,
      heardByPhonesMin: 4,
      heardByPhonesMax: 4,
      concerns: 1,
      commitments: 1,
      inLedger: 1,
      lost: 0,
      duplicated: 0,
      seconds: 1.23,
    },
    faults: [],
  })
  expect(exitCodeOf([report])).toBe(0)
})

test('one part that one phone did not hear is one lost speech', () => {
  const report = reportAfter((seen) => seen.phones[1]!.comments.splice(1, 1))
  expect(report.line).toMatchObject({ heardByPhonesMin: 3, heardByPhonesMax: 4, shownOnWall: 4, lost: 1 })
  expect(exitCodeOf([report])).toBe(1)
})

test('a speech missing everywhere is lost once', () => {
  const report = reportAfter((seen) => {
    seen.minutes.splice(1, 1)
    for (const place of [seen.comments, seen.wall, ...seen.phones.map((phone) => phone.comments)])
      place.splice(2, 1)
  })
  expect(report.line).toMatchObject({ inMinutes: 3, comments: 3, shownOnWall: 3, lost: 1, duplicated: 0 })
})

test('a comment on the wall twice is doubled, not lost', () => {
  const report = reportAfter((seen) => seen.wall.push(seen.wall[0]!))
  expect(report.line).toMatchObject({ lost: 0, duplicated: 1, shownOnWall: 4 })
  expect(exitCodeOf([report])).toBe(1)
})

test('a double does not hide behind a loss in the same place', () => {
  const report = reportAfter((seen) => (seen.wall[1] = seen.wall[0]!))
  expect(report.line).toMatchObject({ lost: 1, duplicated: 1 })
})

test('two speeches of the same words are not a double, a third one is', () => {
  expect(reportAfter(() => {}).line.duplicated).toBe(0)
  expect(reportAfter((seen) => seen.minutes.push({ name: '李婶', text: '好。' })).line.duplicated).toBe(1)
})

test('two comments changed places: the evening is out of order', () => {
  const report = reportAfter((seen) => seen.wall.reverse())
  expect(report.line.lost).toBeGreaterThan(0)
  expect(report.faults.some((fault) => fault.startsWith('wall: out of order'))).toBe(true)
})

test('one straggler is one fault, however far it fell behind', () => {
  const report = reportAfter((seen) => seen.wall.push(seen.wall.shift()!))
  expect(report.line).toMatchObject({ lost: 1, duplicated: 0, shownOnWall: 3 })
})

test('one changed character in the minutes is a loss', () => {
  const report = reportAfter((seen) => (seen.minutes[1]!.text = '廿号以前。'))
  expect(report.line).toMatchObject({ inMinutes: 3, lost: 1, duplicated: 0 })
})

test('the right words under the wrong name are a loss', () => {
  const report = reportAfter((seen) => (seen.minutes[1]!.name = '李婶'))
  expect(report.line).toMatchObject({ inMinutes: 3, lost: 1 })
})

test('a promise with another day, or a concern that is gone, is lost', () => {
  const report = reportAfter((seen) => {
    seen.promises = [{ ...seen.promises[0]!, dueOn: '2026-12-11' }]
    seen.concerns = []
  })
  expect(report.line).toMatchObject({ concerns: 0, commitments: 0, lost: 2, duplicated: 0 })
})

test('a promise that the ledger gives to somebody else, or twice, is told', () => {
  const other = reportAfter((seen) => (seen.ledger = [{ ...seen.ledger[0]!, owner: '陈静' }]))
  expect(other.line).toMatchObject({ commitments: 1, inLedger: 0, lost: 1, duplicated: 0 })
  expect(exitCodeOf([other])).toBe(1)
  const twice = reportAfter((seen) => seen.ledger.push(seen.ledger[0]!))
  expect(twice.line).toMatchObject({ inLedger: 1, lost: 0, duplicated: 1 })
})

test('what was never sent whole cannot have arrived', () => {
  const { sent, seen } = evening()
  sent.comments[0] = [sent.comments[0]![0]!]
  for (const place of [seen.comments, seen.wall, ...seen.phones.map((phone) => phone.comments)])
    place.splice(1, 1)
  expect(reportReplay(sent, seen, 1).line).toMatchObject({ comments: 3, lost: 1 })
})

test('one spoilt evening spoils the whole run', () => {
  const whole = reportAfter(() => {})
  expect(exitCodeOf([whole, reportAfter((seen) => seen.wall.pop())])).toBe(1)
  expect(exitCodeOf([whole, whole])).toBe(0)
})

test('an evening without phones counts none', () => {
  expect(reportAfter((seen) => (seen.phones = [])).line).toMatchObject({
    heardByPhonesMin: 0,
    heardByPhonesMax: 0,
  })
})
