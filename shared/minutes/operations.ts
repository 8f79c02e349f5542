import Type from 'typebox'
import { operation } from '../kernel/contract.ts'
import { AtMeeting, Closed, Nothing } from '../kernel/schema.ts'

/** For a program that can show no cookie, such as a stock Yjs provider on another origin. */
export const minutesOperations = {
  makeTicket: operation('makeTicket', 'POST', '/api/tickets', {
    summary: 'A ticket with which one socket may open the minutes of an evening, once, within 30 seconds',
    params: Nothing,
    body: AtMeeting,
    answer: Closed({ ticket: Type.String(), expiresAt: Type.String() }),
  }),
} as const
