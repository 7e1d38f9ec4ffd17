import type { BearerToken } from '../contract/index.ts'
import type { Lane } from '../debitura/index.ts'
import type { IssuedToken } from '../protocol/index.ts'

/** A token is renewed this long before it ends, so that a call that carries it arrives in time. */
const RENEW_BEFORE_MS = 60_000

/** Asks Debitura for a token. */
export type Mint = (externalTenantId: string, options: MintOptions) => Promise<BearerToken>

/** How urgent a token is, and when nobody waits for it any more. */
export interface MintOptions {
  readonly lane?: Lane | undefined
  readonly signal?: AbortSignal | undefined
}

/** Bearer tokens of a run's clients: minted when first needed, shared, renewed before they end. */
export class Tokens {
  readonly #mint: Mint
  readonly #now: () => number
  readonly #learn: (token: string) => void
  readonly #tokens = new Map<string, Promise<IssuedToken>>()

  /** `learn` hears of each token, so that it can be kept out of every text. */
  constructor(mint: Mint, now: () => number, learn: (token: string) => void) {
    this.#mint = mint
    this.#now = now
    this.#learn = learn
  }

  /**
   * A token that is good for at least another minute.
   * @see Referral Partner API, `POST /oauth/token`
   */
  async get(externalTenantId: string, options: MintOptions = {}): Promise<IssuedToken> {
    const known = await this.#tokens.get(externalTenantId)
    if (known && Date.parse(known.expiresAt) - RENEW_BEFORE_MS > this.#now()) return known
    // Whoever came first may have renewed it while the others waited.
    const latest = this.#tokens.get(externalTenantId)
    if (latest && (await latest) !== known) return latest
    const fresh = this.#fetch(externalTenantId, options)
    this.#tokens.set(externalTenantId, fresh)
    fresh.catch(() => this.#tokens.get(externalTenantId) === fresh && this.#tokens.delete(externalTenantId))
    return fresh
  }

  /** Forgets a client's token: it was refused, or the client is gone. */
  forget(externalTenantId: string): void {
    this.#tokens.delete(externalTenantId)
  }

  async #fetch(externalTenantId: string, options: MintOptions): Promise<IssuedToken> {
    const askedAt = this.#now()
    const { accessToken, expiresIn } = await this.#mint(externalTenantId, options)
    this.#learn(accessToken)
    return { accessToken, expiresAt: new Date(askedAt + expiresIn * 1000).toISOString() }
  }
}
