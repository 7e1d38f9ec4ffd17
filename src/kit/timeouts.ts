import type { Environment } from '../contract/words/index.ts'
import { invalid } from './invalid.ts'

/** How long to wait. */
export interface Waiting {
  /**
   * Milliseconds to wait.
   * @default 4_000 in the sandbox, less than a test of Vitest's may take, so that a test says what is missing; 30_000
   * elsewhere, where it takes longer: give such a test more time than that
   * @see docs.debitura.com/developer-concepts/webhooks/ci-testing
   */
  readonly timeout?: number | undefined
}

/** How long a test wants to wait, in milliseconds. */
export function timeoutOf({ timeout }: Waiting, environment: Environment, what: string): number {
  if (timeout === undefined) return environment === 'sandbox' ? 4_000 : 30_000
  return milliseconds(timeout, 'timeout', what)
}

/** Refuses what is no number of milliseconds. */
export function milliseconds(given: unknown, name: string, what: string): number {
  if (typeof given === 'number' && Number.isFinite(given) && given >= 0) return given
  throw invalid(what, `\`${name}\` is ${String(given)}`, 'Give milliseconds: a finite number, 0 or more')
}
