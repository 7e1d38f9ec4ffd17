import { RATE_LIMITS } from '../contract/words/limits.ts'
import type { Count } from './call-counts.ts'
import type { Lane } from './call-request.ts'
import type { ConnectionSettings } from './connection-options.ts'
import { KeyGate } from './key-gate.ts'
import { Lanes } from './lanes.ts'
import { Pace } from './pace.ts'
import { retryAfterMs } from './retry-after.ts'
import type { WireAnswer } from './wire.ts'

// Below the limit by as much as other users of the same key may need meanwhile.
const PACE_SHARE = 0.95

const NOT_NOW: unique symbol = Symbol('the gate shut while the call waited for a connection')

/** One try that wants to be sent. */
export interface GatedTry {
  readonly origin: string
  /** Names the key whose rate limit counts. */
  readonly key: string
  readonly lane: Lane
  /** Place of the call among all calls: earlier ones go first. */
  readonly order: number
  readonly signal: AbortSignal
  send(): Promise<WireAnswer>
}

type Outcome = { readonly answer: WireAnswer } | { readonly answer: WireAnswer; readonly waitMs: number }

/** Decides when a request may go: a free connection of its lane, and a key that is not rate limited. */
export class Gate {
  readonly #settings: ConnectionSettings
  readonly #count: Count
  readonly #keys = new Map<string, KeyGate>()
  readonly #origins = new Map<string, Lanes>()
  #widened = false

  constructor(settings: ConnectionSettings, count: Count) {
    this.#settings = settings
    this.#count = count
  }

  /** Tests are over: cleanup may use every connection. */
  widen(): void {
    this.#widened = true
    for (const lanes of this.#origins.values()) lanes.widen()
  }

  /**
   * Sends as soon as it may, and again after each 429, until the limit has held a refused call for longer than
   * `retryForMs`. Calls that merely wait give up only where a single wait would be longer than that.
   */
  async pass(one: GatedTry): Promise<WireAnswer> {
    const key = this.#keyGate(one.key)
    const lanes = this.#lanes(one.origin)
    let firstRefusedAt: number | undefined
    for (;;) {
      if (!key.isOpen()) {
        if (this.#isHopeless(key) && key.refusal !== undefined) return key.refusal
        await key.wait(one.order, one.signal)
        if (this.#isHopeless(key) && key.refusal !== undefined) return key.refusal
      }
      const outcome = await lanes.run(one.lane, one.order, one.signal, () => this.#send(key, one))
      if (outcome === NOT_NOW) continue
      if (!('waitMs' in outcome)) return outcome.answer
      const now = performance.now()
      firstRefusedAt ??= now
      if (now + outcome.waitMs - firstRefusedAt > this.#settings.retryForMs) return outcome.answer
    }
  }

  // A 429 shuts the gate in here, before the connection is free: whoever waits for it must find the gate shut.
  async #send(key: KeyGate, one: GatedTry): Promise<Outcome | typeof NOT_NOW> {
    if (!key.pass()) return NOT_NOW
    this.#count(one.lane, 'sent')
    const answer = await one.send()
    if (answer.status !== 429) return { answer }
    this.#count(one.lane, 'rateLimited')
    const waitMs = retryAfterMs(answer.text) * (1 + this.#settings.random() / 10)
    key.shut(waitMs, answer)
    if (this.#isHopeless(key)) key.wakeAll()
    return { answer, waitMs }
  }

  #isHopeless(key: KeyGate): boolean {
    return key.shutForMs() > this.#settings.retryForMs
  }

  #keyGate(name: string): KeyGate {
    let gate = this.#keys.get(name)
    if (gate === undefined) {
      const [{ calls, windowSeconds }] = RATE_LIMITS
      gate = new KeyGate(
        this.#settings.pacing ? new Pace(Math.floor(calls * PACE_SHARE), windowSeconds * 1_000) : undefined,
      )
      this.#keys.set(name, gate)
    }
    return gate
  }

  #lanes(origin: string): Lanes {
    let lanes = this.#origins.get(origin)
    if (lanes === undefined) {
      lanes = new Lanes(this.#settings.concurrency, this.#widened)
      this.#origins.set(origin, lanes)
    }
    return lanes
  }
}
