import type { SandboxOptions } from '../../../src/sandbox/index.ts'
import { type Caller, callers, started } from '../callers.ts'
import { type Manner, receiver } from './receiver.ts'

/** A subscription as its owner sees it. */
export async function subscribe(caller: Caller, path: string, overrides: object = {}) {
  const body = { events: ['case.created'], isTestMode: true, ...overrides }
  return (await caller('POST', path, body)).body
}

/** What reads show of a subscription that was just made. */
export const asRead = <Made extends { createdUtc: string; updatedUtc: string }>(made: Made) => ({
  ...made,
  createdUtc: made.createdUtc.slice(0, -1),
  updatedUtc: made.updatedUtc.slice(0, -1),
  secret: null,
})

/** A sandbox whose creditor has a test subscription, with the server that it delivers to. */
export async function listening(
  { status = 200, ...overrides }: { readonly status?: Manner; readonly [field: string]: unknown } = {},
  options?: SandboxOptions,
) {
  const sandbox = await started(options)
  const { customer } = callers(sandbox)
  const hook = await receiver(status)
  const { id, secret } = await subscribe(customer, '/webhooks', { url: hook.url, ...overrides })
  const subscription = async () => (await customer('GET', `/webhooks/${id}`)).body
  const log = async (caseId: string) => (await customer('GET', `/webhooks/events?caseId=${caseId}`)).body
  const { clock } = sandbox.world()
  /** Resolves once what is under way has ended. */
  const settled = () => clock.moveForward('0s')
  return { sandbox, customer, hook, id, secret, subscription, log, clock, settled }
}
