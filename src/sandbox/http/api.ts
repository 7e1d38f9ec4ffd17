import { HonoBase } from 'hono/hono-base'
import type { H, RouterRoute } from 'hono/types'
import type { Debitura } from '../debitura.ts'
import type { Bindings } from './bindings.ts'
import { failure } from './check-answer.ts'
import type { Implementation } from './implement.ts'
import { refusal } from './refusal.ts'
import { route } from './route.ts'
import { CaseInsensitiveRouter } from './router.ts'
import { send } from './send.ts'

/** One API of the sandbox, still without a port. */
export type Api = HonoBase<{ Bindings: Bindings }>

/** Serves the operations of one API; what it does not know gets 404, or 405 with the methods that it does know. */
export function createApi(debitura: Debitura, implementations: readonly Implementation[]): Api {
  const router = new CaseInsensitiveRouter<[H, RouterRoute]>()
  const api: Api = new HonoBase({ router, getPath: rawPath })
  for (const implementation of implementations) {
    const { method, path } = implementation.operation
    api.on(method, path, route(implementation, debitura))
  }
  api.notFound((c) => {
    const methods = router.methodsOf(c.req.path)
    const { status, body, headers } =
      methods.length > 0
        ? refusal(405, 'MethodNotAllowed', `This path takes ${methods.join(', ')}.`, {
            Allow: methods.join(', '),
          })
        : refusal(404, 'NotFound', `There is nothing at ${c.req.path}.`)
    return send(c, { status, text: JSON.stringify(body), headers })
  })
  api.onError((error, c) => send(c, failure(error)))
  return api
}

/** The path as it was sent: parameters are decoded one by one, so an escaped slash stays inside its parameter. */
function rawPath(request: Request): string {
  const { url } = request
  const start = url.indexOf('/', url.indexOf('//') + 2)
  // No client sends a fragment, so the path ends at the query.
  const end = url.indexOf('?', start)
  return end === -1 ? url.slice(start) : url.slice(start, end)
}
