import { randomUUID } from 'node:crypto'
import type { Client } from '../running/client.ts'

export const visitAt = (visitId: string = randomUUID()) => ({
  visitId,
  onDay: '2026-11-22',
  atTime: '15:30',
  gridId: null,
  door: '东头第三家',
  visited: '孙大伯',
  visitors: [],
  seen: '一个人住，腿脚不便',
  need: '屋顶漏雨\n低保的手续怎么办',
  next: '周三再来',
})

export async function twoVisits(cadre: Client) {
  const [visit, goneVisit] = [randomUUID(), randomUUID()]
  for (const visitId of [visit, goneVisit]) await cadre.must('note-visit', visitAt(visitId))
  return { visit, goneVisit }
}
