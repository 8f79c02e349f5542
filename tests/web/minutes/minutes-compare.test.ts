import { describe, expect, test } from 'vitest'
import { compareLines, compareTexts, type ReadLine } from '../../../web/minutes/history/compare.ts'

const line = (key: string, text: string, speaker: string | null = null): ReadLine => ({ key, text, speaker })
const told = (before: ReadLine[], after: ReadLine[]): string[] =>
  compareLines(before, after, '：').map(({ kind, stretches }) => {
    const marks = { same: '', added: '+', gone: '-' }
    return `${kind} ${stretches.map(({ kind, text }) => marks[kind] + text).join('|')}`
  })

describe('two states side by side', () => {
  test.each([
    ['路灯不亮', '路灯全不亮', '路灯|+全|不亮'],
    ['三盏路灯', '两盏路灯', '-三|+两|盏路灯'],
    ['', '新的', '+新的'],
    ['旧的', '', '-旧的'],
    ['一样', '一样', '一样'],
    ['十号以前修好', '十五号以前都修好', '十|+五|号以前|+都|修好'],
    ['😀甲', '😀乙', '😀|-甲|+乙'],
  ])('%s and %s', (before, after, read) => {
    const marks = { same: '', added: '+', gone: '-' }
    expect(
      compareTexts(before, after)
        .map(({ kind, text }) => marks[kind] + text)
        .join('|'),
    ).toBe(read)
  })

  test('lines that came, went, changed and stayed stand in their places', () => {
    const before = [line('1', '甲'), line('2', '乙'), line('3', '丙'), line('4', '')]
    const after = [line('1', '甲'), line('5', '新'), line('3', '丙', '李婶'), line('6', '')]
    expect(told(before, after)).toEqual(['same 甲', 'added +新', 'gone -乙', 'changed +李婶：|丙'])
  })
})
