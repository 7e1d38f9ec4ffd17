import { referralPartnerApi } from '../contract/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import type { Report, Scope, StewardFunctions } from '../protocol/index.ts'
import { Accounts } from './accounts.ts'
import type { CleanupTools } from './cleanup/tools.ts'
import { Clients } from './clients.ts'
import { caseFunctions } from './functions/case-functions.ts'
import { clientFunctions } from './functions/client-functions.ts'
import { makeFunctions } from './functions/make-functions.ts'
import { readFunctions } from './functions/read-functions.ts'
import type { RunTools } from './functions/run-tools.ts'
import { Housekeeping } from './housekeeping.ts'
import { KeyedCalls } from './keyed-calls.ts'
import { Ledger } from './ledger.ts'
import type { MakeTools } from './make/tools.ts'
import { Ownership } from './ownership.ts'
import { Scopes } from './scopes.ts'
import type { StewardOptions } from './steward-options.ts'
import { Tokens } from './tokens.ts'

/**
 * Owns a run: makes every resource, remembers it, and takes it away. Test workers only ask. Whatever happens to them,
 * the steward knows what there is.
 */
export class Steward {
  /** What test workers may call, and nothing else. */
  readonly functions: StewardFunctions
  readonly #scopes = new Scopes()
  readonly #housekeeping: Housekeeping
  /** Why the run takes no more creates: it is over, or it had to be stopped. */
  #ended: Error | undefined

  constructor(options: StewardOptions) {
    const { now = Date.now } = options
    const basics = this.#basics(options, now)
    const clients = new Clients(basics)
    this.#housekeeping = new Housekeeping({ ...options, tools: basics, scopes: this.#scopes, clients, now })
    const tools: RunTools = {
      ...basics,
      clients,
      ownership: new Ownership(basics.ledger),
      housekeeping: this.#housekeeping,
      make: (scope, work) => this.#make(scope, work),
    }
    this.functions = {
      ...makeFunctions(tools),
      ...readFunctions(tools),
      ...caseFunctions(tools),
      ...clientFunctions(tools),
      closeScope: (scopeId) => this.#housekeeping.closeScope(scopeId),
    }
  }

  /** All tests that ran so far are over (watch mode). */
  closeScopes(): void {
    this.#housekeeping.closeScopes()
  }

  /** Ends the run: takes no more creates, waits for those in flight, and cleans up. */
  close(onProgress?: (done: number, total: number) => void): Promise<Report> {
    this.#ended ??= runOver()
    return this.#housekeeping.finish(onProgress)
  }

  async #make<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    if (this.#ended) throw this.#ended
    return this.#scopes.make(scope, work)
  }

  #basics(options: StewardOptions, now: () => number): MakeTools & CleanupTools {
    const { connection, identity, journal, keys, onboarding, redactor, settings } = options
    const keyed = new KeyedCalls(connection, keys)
    const tokens = new Tokens(
      (externalTenantId, { lane, signal }) => {
        const body = { externalTenantId }
        return keyed.call(referralPartnerApi.createToken, { parameters: {}, body, lane, signal })
      },
      now,
      (token) => redactor.add(token),
    )
    return {
      identity,
      settings,
      keyed,
      tokens,
      onboarding,
      tag: identity.tag,
      ledger: new Ledger(journal),
      accounts: new Accounts(connection, keyed, tokens),
      halt: (reason) => {
        this.#ended ??= reason
      },
    }
  }
}

function runOver(): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_RUN_OVER',
    what: 'Failed to make something on Debitura',
    why: 'the run is over',
    todo: 'Await every call inside the test, and keep no handle for a later run',
  })
}
