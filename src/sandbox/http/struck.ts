import { setTimeout } from 'node:timers/promises'
import type { Operation } from '../../contract/operations/index.ts'
import { documentedRefusal } from '../faults/documented-refusal.ts'
import type { Strike } from '../faults/fault-table.ts'
import type { Exchange } from './bindings.ts'
import { breakOff, sendHalf } from './break-off.ts'
import { unsuccessText } from './check-answer.ts'
import { rateLimited } from './refusal.ts'
import { type Answer, send } from './send.ts'

/**
 * Does to a request what was ordered.
 * @param answer - carries the request out
 */
export async function struck(
  c: Exchange,
  { delay, order }: Strike,
  operation: Operation,
  closing: AbortSignal,
  answer: () => Answer | Promise<Answer>,
): Promise<Response> {
  if (delay > 0 && !(await passed(delay, closing))) return breakOff(c)
  switch (order?.kind) {
    case undefined:
      return send(c, await answer())
    case 'status':
      return send(c, unsuccessText(documentedRefusal(operation, order.status, order)))
    case 'rate-limit':
      return send(c, unsuccessText(rateLimited(order.retryAfter ?? 1)))
    case 'drop':
      return breakOff(c)
    case 'lose':
      await answer()
      return breakOff(c)
    case 'malformed':
      return send(c, malformed(await answer()))
    case 'truncate':
      return sendHalf(c, await answer())
  }
}

/** Whether a time passed before the sandbox closed. It is real time: a client's patience is, too. */
const passed = (milliseconds: number, closing: AbortSignal) =>
  setTimeout(milliseconds, true, { signal: closing }).catch(() => false)

/** An answer whose body no parser takes. */
const malformed = (answer: Answer): Answer =>
  answer.text === '' ? answer : { ...answer, text: `${answer.text.slice(0, answer.text.length >> 1)}<` }
