import { describe, expect, test } from 'vitest'
import { parseRoster, rosterProblems } from '../../../shared/people/roster/roster.ts'
import { MAX_ROSTER_ROWS } from '../../../shared/people/person.ts'

const row = (line: number, name: string, household: string | null = null, grid: string | null = null) => ({
  line,
  name,
  household,
  grid,
})

describe('a list that is in order', () => {
  test('names typed one below the other', () => {
    expect(parseRoster('王建国\n\n 李婶 \n')).toMatchObject({
      rows: [row(1, '王建国'), row(3, '李婶')],
      errors: [],
    })
  })

  test.each([
    ['commas', '王建国,东头1号,东头网格'],
    ['full-width commas', '王建国，东头1号，东头网格'],
    ['semicolons', '王建国；东头1号;东头网格'],
    ['tabs, as a spreadsheet copies', '王建国\t东头1号\t东头网格'],
    ['quotes', '"王建国","东头1号","东头网格"'],
  ])('columns parted by %s', (_, text) => {
    expect(parseRoster(text)).toMatchObject({ rows: [row(1, '王建国', '东头1号', '东头网格')], errors: [] })
  })

  test('columns in any order where the first line names them, running numbers passed over', () => {
    const text = '\ufeff序号,网格,户,姓名\r\n1,东头网格,东头1号,王建国\r\n2,,,李婶\r\n'
    expect(parseRoster(text)).toMatchObject({
      rows: [row(2, '王建国', '东头1号', '东头网格'), row(3, '李婶')],
      errors: [],
    })
    expect(parseRoster('Household,NAME\n3 Elm Row,Ann').rows).toEqual([row(2, 'Ann', '3 Elm Row')])
    expect(parseRoster('姓名\n王建国').rows).toEqual([row(2, '王建国')])
  })

  test('without names for them, columns that read like grids and doors are taken as such', () => {
    expect(parseRoster('东头网格,东头1号,王建国\n西坡网格,西坡2号,李婶').rows).toEqual([
      row(1, '王建国', '东头1号', '东头网格'),
      row(2, '李婶', '西坡2号', '西坡网格'),
    ])
  })

  test('quotes hold separators, line ends and quotes', () => {
    const text = '姓名,户\n王建国,"东头,1号"\n李婶,"东头\n""2号"""\n张大爷,东头3号'
    expect(parseRoster(text)).toMatchObject({
      rows: [row(2, '王建国', '东头,1号'), row(3, '李婶', '东头 "2号"'), row(5, '张大爷', '东头3号')],
      errors: [],
    })
  })

  test('a quote that is never closed does not swallow the list', () => {
    expect(parseRoster('王"建国\n"李婶\n张大爷').rows.map(({ name }) => name)).toEqual([
      '王"建国',
      '"李婶',
      '张大爷',
    ])
  })

  test('rare letters and long families of emoji are letters like others', () => {
    const name = `𠮷${'👨‍👩‍👧‍👦'.repeat(29)}`
    expect(parseRoster(name)).toMatchObject({ rows: [row(1, name)], errors: [] })
  })

  test('nothing is no row and no error', () => {
    expect(parseRoster('\ufeff \n,,\n')).toMatchObject({ rows: [], errors: [] })
  })
})

describe('what is wrong, line by line', () => {
  test('a name is missing', () => {
    expect(parseRoster('姓名,户\n,东头1号\n李婶,东头2号').errors).toEqual([
      { line: 2, column: 'name', code: 'name-missing', text: '' },
    ])
  })

  test('a name is missing in the only row, or in every one, under no heading', () => {
    const missing = [{ code: 'name-missing' }]
    expect(parseRoster('\t东头 5 号\t第一网格')).toMatchObject({
      rows: [row(1, '', '东头 5 号', '第一网格')],
      errors: missing,
    })
    expect(parseRoster('7\t\t东头 5 号')).toMatchObject({ rows: [row(1, '', '东头 5 号')], errors: missing })
    expect(parseRoster('\t王建国\t东头 5 号')).toMatchObject({
      rows: [row(1, '王建国', '东头 5 号')],
      errors: [],
    })
  })

  test('texts are too long', () => {
    const text = `姓名,户,网格\n${'王'.repeat(31)},${'户'.repeat(41)},${'格'.repeat(41)}`
    expect(parseRoster(text).errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'name', 'name-too-long'],
      [2, 'household', 'household-too-long'],
      [2, 'grid', 'grid-too-long'],
    ])
  })

  test('the same name twice behind one door, or where a door is not given', () => {
    expect(parseRoster('姓名,户\n王芳,东头1号\n王芳,东头2号\n王芳,东头1号').errors).toEqual([
      { line: 4, column: 'name', code: 'twice-in-list', text: '王芳' },
    ])
    expect(parseRoster('姓名,户\n王芳,东头1号\n王芳,').errors).toMatchObject([
      { line: 3, code: 'twice-in-list' },
    ])
  })

  test('somebody is on the roster already', () => {
    const existing = [
      { name: '王芳', household: '东头1号' },
      { name: '李婶', household: null },
    ]
    expect(parseRoster('姓名,户\n王芳,东头1号\n王芳,西坡9号\n李婶,东头2号', existing).errors).toEqual([
      { line: 2, column: 'name', code: 'already-on-roster', text: '王芳' },
      { line: 4, column: 'name', code: 'already-on-roster', text: '李婶' },
    ])
  })

  test('a column that we do not know', () => {
    expect(parseRoster('姓名,电话,户\n王芳,139,东头1号').errors).toEqual([
      { line: 1, column: null, code: 'column-unknown', text: '电话' },
    ])
    expect(parseRoster('王芳,东头1号,东头网格,139').errors).toEqual([
      { line: 1, column: null, code: 'column-unknown', text: '139' },
    ])
  })

  test('letters that no database keeps', () => {
    expect(parseRoster('王\u0000芳').errors).toMatchObject([{ code: 'letters-unreadable', column: 'name' }])
  })

  test('too many rows at once', () => {
    const names = Array.from({ length: MAX_ROSTER_ROWS + 1 }, (_, index) => `人${index}`)
    const { errors } = parseRoster(names.join('\n'))
    expect(errors).toEqual([
      { line: MAX_ROSTER_ROWS + 1, column: null, code: 'too-many-rows', text: `人${MAX_ROSTER_ROWS}` },
    ])
    expect(
      rosterProblems(
        names.slice(1).map((name) => ({ name, household: null, grid: null })),
        [],
      ),
    ).toEqual([])
  })
})
