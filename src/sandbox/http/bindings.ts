import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'hono'

/** Node's side of a request; absent where it came without a socket. */
export interface Bindings {
  readonly incoming?: IncomingMessage
  readonly outgoing?: ServerResponse
}

/** One request on its way. */
export type Exchange = Context<{ Bindings: Bindings }>
