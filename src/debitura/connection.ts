import type { AnswerOf, Operation } from '../contract/operations/operation.ts'
import { API_TITLES, type ApiName } from '../contract/words/api.ts'
import { URL_VARIABLES } from '../contract/words/variables.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import { readAnswer } from './answer.ts'
import { type CallCounts, type Count, createCallCounts } from './call-counts.ts'
import { type Called, callError } from './call-error.ts'
import type { CallRequest } from './call-request.ts'
import {
  type ConnectionOptions,
  type ConnectionSettings,
  readConnectionOptions,
} from './connection-options.ts'
import { checkCredential, secretOf } from './credential.ts'
import { withFate } from './fate.ts'
import { Gate, type GatedTry } from './gate.ts'
import { LiveCalls } from './live-calls.ts'
import { checkOrigins, type Origins } from './origins.ts'
import { outgoing } from './outgoing.ts'
import { repeat } from './repeat.ts'
import { isDoubtful } from './retry-table.ts'
import { createTransport, type Transport } from './transport.ts'
import { FailedTry, type WireAnswer } from './wire.ts'

/** Two clocks at one moment, in milliseconds since 1970. */
export interface Clocks {
  /** From the `Date` header of an answer. */
  readonly theirs: number
  readonly ours: number
}

/** Calls Debitura. One per run: connections, limits and counters are shared by all who use it. */
export interface DebituraConnection extends AsyncDisposable {
  /**
   * Calls an operation, repeats what may be repeated, and reads the answer.
   * @throws DebituraApiError; DBT_UNREACHABLE, DBT_ANSWER_LOST, DBT_UNEXPECTED_ANSWER, DBT_REDIRECT_REFUSED; before anything is sent
   * DBT_INVALID_TAG, DBT_INVALID_PAYLOAD, DBT_MISSING_KEY, DBT_SETTINGS, DBT_RUN_OVER; or the signal's reason
   */
  call<O extends Operation>(operation: O, request: CallRequest<O>): Promise<AnswerOf<O>>
  /** Live counters. */
  readonly calls: CallCounts
  /** The server's clock next to this machine's when an answer last said it; `undefined` where none has. */
  readonly clocks: Clocks | undefined
  /** The tests are over: cleanup may use every connection. */
  widen(): void
  /** Takes no more calls, gives those in flight a second, and closes every socket. */
  close(): Promise<void>
}

/**
 * Prepares calls to Debitura. Returns at once, and connects with the first call.
 * @throws DBT_SETTINGS, DBT_HOST_NOT_ALLOWED
 * @example
 * ```ts
 * await using debitura = connect({ environment: 'production', urls: {}, redactor: createRedactor() })
 * const me = await debitura.call(customerApi.getMe, { credential: { kind: 'key', key }, parameters: {} })
 * ```
 */
export function connect(options: ConnectionOptions): DebituraConnection {
  return new Connection(readConnectionOptions(options))
}

const GRACE_MS = 1_000

class Connection implements DebituraConnection {
  readonly calls: CallCounts
  readonly #settings: ConnectionSettings
  readonly #origins: Origins
  readonly #transport: Transport
  readonly #gate: Gate
  readonly #live = new LiveCalls()
  readonly #count: Count
  #order = 0
  #heard: { readonly date: string; readonly ours: number } | undefined

  constructor(settings: ConnectionSettings) {
    const { counts, count } = createCallCounts()
    this.calls = counts
    this.#count = count
    this.#settings = settings
    this.#origins = checkOrigins(settings.environment, settings.urls)
    this.#transport = createTransport(settings)
    this.#gate = new Gate(settings, count)
  }

  call<O extends Operation>(operation: O, request: CallRequest<O>): Promise<AnswerOf<O>> {
    return this.#live.run(request.signal, (signal) => this.#call(operation, request, signal))
  }

  get clocks(): Clocks | undefined {
    const theirs = Date.parse(this.#heard?.date ?? '')
    return this.#heard && !Number.isNaN(theirs) ? { theirs, ours: this.#heard.ours } : undefined
  }

  widen(): void {
    this.#gate.widen()
  }

  async close(): Promise<void> {
    await this.#live.end(GRACE_MS)
    await this.#transport.destroy()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #call<O extends Operation>(
    operation: O,
    request: CallRequest<O>,
    signal: AbortSignal,
  ): Promise<AnswerOf<O>> {
    const { credential } = request
    const { environment, redactor } = this.#settings
    checkCredential(operation.api, credential)
    redactor.add(secretOf(credential))
    const origin = this.#originOf(operation.api)
    const called: Called = { operation, origin, environment, credential, redactor }
    try {
      return readAnswer(called, operation, await this.#send(origin, operation, request, signal))
    } catch (error) {
      if (!(error instanceof FailedTry)) throw error
      const carriedOut = error.afterDoubt || isDoubtful(error.outcome) ? 'perhaps' : 'no'
      throw withFate(callError(called, error), operation, { carriedOut })
    }
  }

  async #send<O extends Operation>(
    origin: string,
    operation: O,
    request: CallRequest<O>,
    signal: AbortSignal,
  ): Promise<WireAnswer> {
    const lane = request.lane ?? 'test'
    const wire = outgoing(origin, operation, request)
    const one: GatedTry = {
      origin,
      key: `${operation.api} ${request.credential.kind} ${secretOf(request.credential)}`,
      lane,
      order: this.#order++,
      signal,
      send: async () => {
        const answer = await this.#transport.send(wire, signal)
        if (answer.date !== undefined) this.#heard = { date: answer.date, ours: Date.now() }
        return answer
      },
    }
    return repeat(() => this.#gate.pass(one), {
      safety: operation.safety,
      random: this.#settings.random,
      signal,
      onRepeat: () => this.#count(lane, 'retried'),
    })
  }

  #originOf(api: ApiName): string {
    const origin = this.#origins[api]
    if (origin !== undefined) return origin
    throw new DebituraTestkitError({
      code: 'DBT_SETTINGS',
      what: `Failed to call the ${API_TITLES[api]}`,
      why: `the environment \`${this.#settings.environment}\` has no URL for it`,
      todo: `Set ${URL_VARIABLES[api]}, or choose an environment that has this API`,
    })
  }
}
