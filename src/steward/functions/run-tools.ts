import type { Scope } from '../../protocol/index.ts'
import type { CleanupTools } from '../cleanup/tools.ts'
import type { Clients } from '../clients.ts'
import type { MakeTools } from '../make/tools.ts'
import type { Ownership } from '../ownership.ts'
import type { RunWebhooks } from '../webhooks/run-webhooks.ts'

/** What the functions that workers call work with. */
export interface RunTools extends MakeTools, CleanupTools {
  readonly clients: Clients
  readonly ownership: Ownership
  readonly webhooks: RunWebhooks
  /** Makes something for a scope, or for the whole run, as long as both are open: its end waits for that. */
  readonly make: <T>(scope: Scope | undefined, work: () => Promise<T>) => Promise<T>
}
