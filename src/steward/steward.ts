import { referralPartnerApi } from '../contract/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import type { Scope, StewardFunctions } from '../protocol/index.ts'
import { Accounts } from './accounts.ts'
import { Cleaner } from './cleanup/cleaner.ts'
import type { CleanupTools } from './cleanup/tools.ts'
import { Clients } from './clients.ts'
import { type EndedRun, type EndOfTests, endRun } from './end-of-run.ts'
import { caseFunctions } from './functions/case-functions.ts'
import { clientFunctions } from './functions/client-functions.ts'
import { makeFunctions } from './functions/make-functions.ts'
import { readFunctions } from './functions/read-functions.ts'
import type { RunTools } from './functions/run-tools.ts'
import { webhookFunctions } from './functions/webhook-functions.ts'
import { KeyedCalls } from './keyed-calls.ts'
import { Ledger } from './ledger.ts'
import type { MakeTools } from './make/tools.ts'
import { Ownership } from './ownership.ts'
import { ScopeCleaning } from './scope-cleaning.ts'
import { Scopes } from './scopes.ts'
import type { StewardOptions } from './steward-options.ts'
import { Tokens } from './tokens.ts'
import { RunWebhooks } from './webhooks/run-webhooks.ts'

/** Hears how far the cleanup at the end is. */
type Progress = (done: number, total: number) => void

/**
 * Owns a run: makes every resource, remembers it, and takes it away. Test workers only ask. Whatever happens to them,
 * the steward knows what there is.
 */
export class Steward {
  /** What test workers may call, and nothing else. */
  readonly functions: StewardFunctions
  readonly webhooks: RunWebhooks
  readonly #scopes = new Scopes()
  readonly #scopeCleaning: ScopeCleaning
  readonly #end: (how: EndOfTests, onProgress: Progress | undefined) => Promise<EndedRun>
  /** Why the run takes no more creates: it is over, or it had to be stopped. */
  #ended: Error | undefined

  constructor({ now = Date.now, ...given }: StewardOptions) {
    const options = { now, ...given }
    const { cleanupTimeoutMs, embedded, keep } = options.settings
    const basics = this.#basics(options)
    const { ledger } = basics
    const clients = new Clients(basics)
    const cleaner = new Cleaner(basics)
    const scopes = this.#scopes
    // A sandbox that the run started ends with it: there, nothing can be kept.
    const keeps = keep && embedded === undefined
    const webhooks = new RunWebhooks(basics)
    this.webhooks = webhooks
    const scopeCleaning = new ScopeCleaning({
      cleaner,
      clients,
      ledger,
      scopes,
      webhooks,
      keeps,
      timeoutMs: cleanupTimeoutMs,
    })
    const ending = {
      ...options,
      tools: basics,
      webhooks,
      cleaner,
      scopes,
      scopeCleaning,
      keeps,
      startedAt: now(),
    }
    this.#scopeCleaning = scopeCleaning
    this.#end = (how, onProgress) => endRun(ending, how, onProgress)

    const ownership = new Ownership(ledger)
    const tools: RunTools = {
      ...basics,
      clients,
      ownership,
      webhooks,
      make: (scope, work) => this.#make(scope, work),
    }
    this.functions = {
      ...makeFunctions(tools),
      ...readFunctions(tools),
      ...caseFunctions(tools),
      ...clientFunctions(tools),
      ...webhookFunctions(tools),
      moveClock: (duration) => options.clock.moveForward(duration),
      closeScope: (scopeId) => scopeCleaning.closeScope(scopeId),
    }
  }

  /** All tests that ran so far are over (watch mode). */
  closeScopes(): void {
    this.#scopeCleaning.closeScopes()
  }

  /** Ends the run: takes no more creates, waits for those in flight, and cleans up. */
  async close(how: EndOfTests = {}, onProgress?: Progress): Promise<EndedRun> {
    this.#ended ??= runOver()
    const ended = await this.#end(how, onProgress)
    await this.webhooks.office.close()
    return ended
  }

  async #make<T>(scope: Scope | undefined, work: () => Promise<T>): Promise<T> {
    if (this.#ended) throw this.#ended
    return this.#scopes.make(scope, work)
  }

  #basics(options: Required<StewardOptions>): MakeTools & CleanupTools {
    const { connection, identity, journal, keys, now, onboarding, redactor, settings } = options
    const keyed = new KeyedCalls(connection, keys)
    const ledger = new Ledger(journal)
    const tokens = new Tokens(
      (externalTenantId, { lane, signal }) => {
        const body = { externalTenantId }
        return keyed.call(referralPartnerApi.createToken, { parameters: {}, body, lane, signal })
      },
      now,
      (token) => redactor.add(token),
      (externalTenantId) => ledger.serve(externalTenantId),
    )
    return {
      identity,
      settings,
      keyed,
      tokens,
      onboarding,
      tag: identity.tag,
      ledger,
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
