import { CREDITOR } from '../../../src/protocol/index.ts'
import type { FaultOrder, WorldView } from '../../../src/sandbox/index.ts'
import { accountOf, draft, type HostedSteward, newScope } from '../hosted.ts'

/** Something that the kit makes, and how to count it. */
export interface Make {
  readonly operation: string
  readonly kind: 'case' | 'client' | 'webhook'
  /** Whether the request names what is to be made, so that it can be sent again. */
  readonly repeatable: boolean
  /** Does what has to come before, and gives back how to make it. */
  prepare(run: HostedSteward): Promise<() => Promise<unknown>>
  count(world: WorldView): number
}

/** With every operation by which the kit makes something. */
export const MAKES: Readonly<Record<string, Make>> = {
  'a case': {
    operation: 'POST /cases',
    kind: 'case',
    repeatable: true,
    prepare:
      async ({ steward }) =>
      () =>
        steward.createCase(newScope(), CREDITOR, draft.case()),
    count: (world) => world.cases().length,
  },
  'a case with a reference of its own': {
    operation: 'POST /cases',
    kind: 'case',
    repeatable: true,
    prepare:
      async ({ steward }) =>
      () =>
        steward.createCase(newScope(), CREDITOR, { ...draft.case(), creditorReference: 'INV-2026-0042' }),
    count: (world) => world.cases().length,
  },
  'a case of a client': {
    operation: 'POST /cases',
    kind: 'case',
    repeatable: true,
    async prepare({ steward }) {
      const client = await steward.createClient(newScope(), draft.client(), { sign: true })
      return () => steward.createCase(newScope(), accountOf(client), draft.case())
    },
    count: (world) => world.cases().length,
  },
  'a managed case': {
    operation: 'POST /managed-cases',
    kind: 'case',
    repeatable: true,
    prepare:
      async ({ steward }) =>
      () =>
        steward.createManagedCase(newScope(), draft.managedCase()),
    count: (world) => world.cases().length,
  },
  'a client': {
    operation: 'POST /clients',
    kind: 'client',
    repeatable: true,
    prepare:
      async ({ steward }) =>
      () =>
        steward.createClient(newScope(), draft.client(), { sign: false }),
    count: (world) => world.clients().length,
  },
  'a subscription': {
    operation: 'POST /webhooks',
    kind: 'webhook',
    repeatable: false,
    prepare:
      async ({ steward }) =>
      () =>
        steward.createWebhook(newScope(), CREDITOR, 'https://hook.example', ['case.closed']),
    count: (world) => world.webhooks().length,
  },
}

/** What can become of an answer, and whether what was asked for is done then. */
export const FAULTS: Readonly<
  Record<string, { readonly fault: FaultOrder; readonly done: boolean; readonly readable: boolean }>
> = {
  'the connection breaks before anything was done': {
    fault: { kind: 'drop' },
    done: false,
    readable: true,
  },
  'the answer is lost': { fault: { kind: 'lose' }, done: true, readable: true },
  'the answer breaks off': { fault: { kind: 'truncate' }, done: true, readable: true },
  'the answer is no JSON': { fault: { kind: 'malformed' }, done: true, readable: false },
  'the answer is a 500': { fault: { kind: 'status', status: 500 }, done: false, readable: true },
  'the answer is a 503': { fault: { kind: 'status', status: 503 }, done: false, readable: true },
}
