import type { ApiName, Environment } from '../contract/words/index.ts'

/** Changes whenever worker and steward would misunderstand each other. */
export const PROTOCOL_VERSION = 1

/**
 * How a worker finds its run. Travels through the runner's own channel to its workers, so it holds no secret, and
 * JSON values only.
 */
export interface RunAddress {
  readonly protocol: number
  readonly runId: string
  readonly tag: string
  readonly environment: Environment
  /** Path of the Unix socket, or name of the pipe on Windows. */
  readonly socket: string
  /** Where deliveries are received, for a tunnel to lead to; only where `webhooks.publicUrl` is given. */
  readonly receiver?: string | undefined
  /** Origins of the APIs, for the application under test. */
  readonly urls: Readonly<Partial<Record<ApiName, string>>>
}
