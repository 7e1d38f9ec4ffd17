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

/** A token that is being minted, or was. */
interface Shared {
  readonly issued: Promise<IssuedToken>
  token: IssuedToken | undefined
}

/** Bearer tokens of a run's clients: minted when first needed, shared, renewed before they end. */
export class Tokens {
  readonly #mint: Mint
  readonly #now: () => number
  readonly #learn: (token: string) => void
  readonly #tokens = new Map<string, Shared>()
  readonly #serve: (externalTenantId: string) => void

  /** `learn` hears of each token, so that it can be kept out of every text; `serve` of whose it is, before anybody has it. */
  constructor(
    mint: Mint,
    now: () => number,
    learn: (token: string) => void,
    serve: (externalTenantId: string) => void,
  ) {
    this.#mint = mint
    this.#now = now
    this.#learn = learn
    this.#serve = serve
  }

  /**
   * A token that is good for at least another minute.
   * @see Referral Partner API, `POST /oauth/token`
   */
  async get(externalTenantId: string, options: MintOptions = {}): Promise<IssuedToken> {
    const known = this.#tokens.get(externalTenantId)
    if (known) {
      const token = await known.issued
      if (Date.parse(token.expiresAt) - RENEW_BEFORE_MS > this.#now()) return token
      this.forget(externalTenantId, token)
    }
    // Whoever came first may have renewed it while the others waited.
    const { issued } = this.#tokens.get(externalTenantId) ?? this.#renew(externalTenantId, options)
    return issued
  }

  /** Forgets a client's token: the client is gone; or that very token was refused, and not one that replaced it. */
  forget(externalTenantId: string, refused?: IssuedToken): void {
    if (refused !== undefined && this.#tokens.get(externalTenantId)?.token !== refused) return
    this.#tokens.delete(externalTenantId)
  }

  #renew(externalTenantId: string, options: MintOptions): Shared {
    const shared: Shared = { issued: this.#fetch(externalTenantId, options), token: undefined }
    this.#tokens.set(externalTenantId, shared)
    shared.issued.then(
      (token) => {
        shared.token = token
      },
      () => this.#tokens.get(externalTenantId) === shared && this.#tokens.delete(externalTenantId),
    )
    return shared
  }

  async #fetch(externalTenantId: string, options: MintOptions): Promise<IssuedToken> {
    const askedAt = this.#now()
    const { accessToken, expiresIn } = await this.#mint(externalTenantId, options)
    this.#learn(accessToken)
    this.#serve(externalTenantId)
    return { accessToken, expiresAt: new Date(askedAt + expiresIn * 1000).toISOString() }
  }
}
