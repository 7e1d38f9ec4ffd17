import type { ApiName } from '../../../src/contract/words/index.ts'
import type { Sandbox, WorldView } from '../../../src/sandbox/index.ts'

/** An answer, read. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every shape come through here, and stories look into all of them
  readonly body: any
}

/** Sends a request; a form as it is, anything else as JSON. */
export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>

/** Who acts in a story: callers by key, in a world of its own. */
export interface Cast {
  readonly sandbox: Sandbox
  readonly world: WorldView
  readonly customer: Call
  readonly referral: Call
  readonly partner: Call
  /** A caller of the Customer API on behalf of a client. */
  client(externalTenantId: string): Promise<Call>
}

/** Brings an operation to a status: its last call is the one that counts. */
export type Story = (cast: Cast) => Promise<Answer>

/** Stories by operation and by the status that they end with. */
export type Scenarios = Readonly<Record<string, Readonly<Record<number, Story>>>>

/** Scenarios of all resources of an API. */
export type ScenariosByApi = Readonly<Record<ApiName, Scenarios>>

/** An id that nothing bears. */
export const NOBODY = '11111111-2222-4333-8444-555555555555'
