import {
  type ConnectionOptions,
  connect,
  createRedactor,
  type DebituraConnection,
} from '../../src/debitura/index.ts'

/** A key of the sandbox. */
export const KEY = { kind: 'key', key: 'sandbox-world-1' } as const

/** A connection of which every API is at one URL, and that retries without much delay. */
export function connectTo(url: string, options: Partial<ConnectionOptions> = {}): DebituraConnection {
  return connect({
    environment: 'sandbox',
    urls: { customer: url, 'referral-partner': url, 'collection-partner': url },
    redactor: createRedactor(),
    random: () => 0.99,
    ...options,
  })
}

/** What a call rejected with. */
export async function failureOf(call: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  const outcome = await call.then(
    () => 'fulfilled',
    (error) => error,
  )
  if (outcome instanceof Error) return outcome as Error & Record<string, unknown>
  throw new Error(`Expected the call to fail, and it was ${String(outcome)}`)
}
