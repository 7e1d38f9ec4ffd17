import { DebituraTestkitError } from '../../errors/index.ts'
import type { Exchange } from '../http/bindings.ts'
import { unsuccessText } from '../http/check-answer.ts'
import { Answered } from '../http/implement.ts'
import { intrusion } from '../http/intrusion.ts'
import { badRequest, refusal } from '../http/refusal.ts'
import { send } from '../http/send.ts'
import { isWorldName, worldOfKey } from '../key.ts'

/** Answers a control request: with what it returns as JSON, or with 204 where that is nothing. */
export type Answering = (c: Exchange) => unknown

/** Lets nobody but this machine's own programs use a control. What makes no sense is a 400 that says why. */
export function guarded(answer: Answering): (c: Exchange) => Promise<Response> {
  return async (c) => {
    try {
      const why = intrusion(c)
      if (why !== undefined) throw refusal(403, 'Forbidden', why)
      const outcome = await answer(c)
      const { status, body } = outcome instanceof Answered ? outcome : { status: 200, body: outcome }
      if (body === undefined) return send(c, { status: 204, text: '' })
      return send(c, { status, text: JSON.stringify(body) })
    } catch (error) {
      const senseless = error instanceof DebituraTestkitError && error.code === 'DBT_SETTINGS'
      return send(c, unsuccessText(senseless ? badRequest('InvalidOrder', error.message) : error))
    }
  }
}

/** The world that a path names; any other name is a 400. */
export function worldNameOf(c: Exchange): string {
  const name = c.req.param('world') ?? ''
  if (!isWorldName(name)) {
    const rule = "Use letters, digits, '-' and '_'."
    throw badRequest('InvalidWorld', `'${name}' is not the name of a world. ${rule}`)
  }
  const world = worldOfKey(name)
  if (world !== undefined)
    throw badRequest('InvalidWorld', `'${name}' is a key. The name of its world is '${world}'.`)
  return name
}
