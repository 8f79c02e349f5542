import { randomUUID } from 'node:crypto'
import { notAllowed, one } from './case.ts'
import { visitAt } from '../villages/visits.ts'

export const VISIT_CASES = [
  one('note-visit', 'cadre', () => visitAt(), notAllowed(), { makes: 'visitId', names: ['gridId'] }),
  one(
    'change-visit',
    'cadre',
    (s) => ({ ...visitAt(s.visit), next: '请电工一起来' }),
    notAllowed('facilitator'),
    { names: ['visitId', 'gridId'] },
  ),
  one(
    'raise-from-visit',
    'cadre',
    (s) => ({
      visitId: s.visit,
      part: 'need',
      line: '屋顶漏雨',
      concernId: randomUUID(),
      text: '东头有一家屋顶漏雨',
      kind: 'stated',
      raisedBy: null,
      lane: 'masked',
      isAgreed: true,
    }),
    notAllowed('township'),
    { names: ['visitId'] },
  ),
  one('drop-visit', 'cadre', (s) => ({ visitId: s.goneVisit }), notAllowed(), { names: ['visitId'] }),
] as const
