import { randomUUID } from 'node:crypto'
import type { CommandFields } from '../../../shared/api.ts'
import type { Client } from '../running/client.ts'

/** An address as a chat program gives it out, each time another. */
export const dingtalk = (): Omit<CommandFields<'set-robot'>, 'robotId'> => ({
  kind: 'dingtalk',
  language: 'zh-Hans',
  address: `https://oapi.dingtalk.com/robot/send?access_token=${randomUUID().replaceAll('-', '')}`,
  secret: 'SEC0123456789',
})

export async function setRobot(facilitator: Client): Promise<string> {
  const robotId = randomUUID()
  await facilitator.must('set-robot', { robotId, ...dingtalk() })
  return robotId
}
