import { expect, test } from 'vitest'
import { openProgress } from '../../replay/progress.ts'

function screen(isTTY: boolean, columns = 80) {
  const written: string[] = []
  return { isTTY, columns, written, write: (text: string) => void written.push(text) }
}

test('on a terminal one line is drawn again and again', () => {
  const out = screen(true)
  const progress = openProgress('柳树湾村', 4, out)
  progress.step(2)
  progress.step(4)
  progress.end('signed')
  expect(out.written[0]).toBe('\r\u001b[2K████████████░░░░░░░░░░░░ 2/4 柳树湾村')
  expect(out.written.at(-2)).toContain('████████████████████████ 4/4 柳树湾村, signed')
  expect(out.written.filter((text) => text.includes('\n'))).toEqual(['\n'])
})

test('a narrow terminal is not overrun by a long Chinese name', () => {
  const out = screen(true, 40)
  openProgress('柳树湾村凉亭夜话第十四场', 10, out).step(1)
  expect(out.written[0]).toBe('\r\u001b[2K██░░░░░░░░░░░░░░░░░░░░░░ 1/10 柳树湾村')
})

test('in a log there is one plain line for each tenth', () => {
  const out = screen(false)
  const progress = openProgress('talk', 1000, out)
  for (let done = 1; done <= 1000; done++) progress.step(done)
  progress.end()
  expect(out.written).toHaveLength(11)
  expect(out.written[0]).toBe('talk: 100/1000\n')
  expect(out.written.at(-1)).toBe('talk: 1000/1000, done\n')
})

test('an evening without speeches is done at once', () => {
  const out = screen(true)
  openProgress('empty', 0, out).step(0)
  expect(out.written[0]).toContain('█'.repeat(24))
})
