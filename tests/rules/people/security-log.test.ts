import { expect, test } from 'vitest'
import { ROLES, type Actor } from '../../../shared/kernel/event.ts'
import { mayReadSecurityLog, securityLogFacts } from '../../../shared/people/security/security-log.ts'
import { readRefusal } from '../../../shared/permissions/reads.ts'
import { facilitator } from '../../support/villages/given.ts'

test('the desk leads to the security log exactly those whom the table lets read it', () => {
  const path = '/api/places/:placeId/security-log'
  for (const kind of ['village', 'township', 'county'] as const)
    for (const parentId of [null, facilitator.placeId])
      for (const role of ROLES) {
        const actor: Actor = { ...facilitator, roles: [role] }
        const place = { kind, parentId }
        const isAnswered = readRefusal(path, actor, securityLogFacts(actor, place)) === undefined
        expect([kind, parentId, role, mayReadSecurityLog(actor, place)]).toEqual([
          ...[kind, parentId, role, isAnswered],
        ])
      }
})
