import { safeParse } from 'valibot'
import type { Debitura } from '../debitura.ts'
import type { World } from '../store/world.ts'
import { admit, stillAdmitted } from './admit.ts'
import type { Caller } from './authenticate.ts'
import type { Exchange } from './bindings.ts'
import { bodyProblem } from './body-problems.ts'
import { success, unsuccess } from './check-answer.ts'
import { foldNames } from './fold-names.ts'
import { withIdempotencyKey } from './idempotency.ts'
import type { Implementation } from './implement.ts'
import { pathCheck } from './path-parameters.ts'
import { Query } from './query.ts'
import { queryCheck } from './query-parameters.ts'
import { type Refusal, refusal, unreadable } from './refusal.ts'
import { readBody } from './request-body.ts'
import { type Answer, send } from './send.ts'
import { struck } from './struck.ts'

/** Makes the HTTP handler of one operation: lets the caller in, reads and checks what came, checks what goes. */
export function route(
  implementation: Implementation,
  debitura: Debitura,
): (c: Exchange) => Response | Promise<Response> {
  const { operation, takes } = implementation
  const takesKey = operation.safety === 'keyed'
  const checkPath = pathCheck(operation)
  const checkQuery = queryCheck(operation)

  const carryOut = (c: Exchange, admitted: Caller, body: unknown): Answer | Promise<Answer> => {
    const caller = stillAdmitted(c, admitted, operation, debitura)
    const path: Readonly<Record<string, string>> = c.req.param()
    checkPath(path)
    const query = new Query(c.req.url)
    checkQuery(query)
    const { world, accountId } = caller
    const call = { debitura, world, accountId, path, query, body: checkedBody(body) }
    const handle = () => implementation.handle(call as Parameters<typeof implementation.handle>[0])
    const answer = (outcome: unknown) => success(implementation, outcome, debitura)
    if (takesKey) {
      const work = () => answer(handle())
      return withIdempotencyKey(c.req.raw.headers, operation, caller, { path, body }, work)
    }
    const outcome = handle()
    // Almost every answer is there at once; only one that has to wait costs a turn of the event loop.
    return outcome instanceof Promise ? outcome.then(answer).catch(refuse) : answer(outcome)
  }

  const checkedBody = (body: unknown): unknown => {
    if (operation.body === undefined) return undefined
    const folded = foldNames(operation.body, body)
    if (takes(folded)) return folded
    // The quick check says that something is wrong, and Valibot what.
    throw bodyProblem(operation.api, safeParse(operation.body, folded).issues ?? [])
  }

  const refuse = (error: unknown): Answer => unsuccess(operation, error, debitura)

  const withBody = async (c: Exchange, caller: Caller): Promise<Answer> => {
    try {
      const body = await readBody(c, operation)
      if (body === undefined || body === null) throw missingBody(operation.api === 'referral-partner')
      if (typeof body !== 'object' || Array.isArray(body)) throw unreadable('The body must be an object.')
      return carryOut(c, caller, body)
    } catch (error) {
      return refuse(error)
    }
  }

  const answer = (c: Exchange, caller: Caller): Answer | Promise<Answer> => {
    try {
      return operation.body === undefined ? carryOut(c, caller, undefined) : withBody(c, caller)
    } catch (error) {
      return refuse(error)
    }
  }

  return (c) => {
    let caller: Caller
    try {
      caller = admit(c, operation, debitura)
    } catch (error) {
      return send(c, refuse(error))
    }
    tellTime(c, caller.world)
    const { faults } = caller.world
    const strike = faults.areInForce ? faults.strike(operation) : undefined
    if (strike !== undefined) return struck(c, strike, operation, debitura.closing, () => answer(c, caller))
    const answered = answer(c, caller)
    return answered instanceof Promise ? answered.then((one) => send(c, one)) : send(c, answered)
  }
}

/** Answers bear the time of their world. Node writes the machine's by itself. */
function tellTime(c: Exchange, { clock }: World): void {
  if (clock.isMoved) c.env?.outgoing?.setHeader('Date', clock.now().toUTCString())
}

function missingBody(documentsMessage: boolean): Refusal {
  // The Referral Partner API's error reference prints this very message.
  if (documentsMessage) return refusal(400, 'ValidationError', 'Request cannot be null')
  return unreadable('A non-empty request body is required.')
}
