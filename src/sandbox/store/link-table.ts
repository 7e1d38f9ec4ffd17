import type { CreateCaseRequest } from '../../contract/shapes/index.ts'

/** What became of a referral partner's wish to be linked to an account that exists. */
export type LinkStatus = 'pending' | 'approved' | 'declined' | 'expired'

/** A referral partner's wish to be linked to an account that exists. It is no link yet, and no operation lists it. */
export interface LinkRequest {
  readonly externalTenantId: string
  /** Opens the page on which the account's owner decides. */
  readonly token: string
  readonly creditorId: string
  readonly expires: string
  status: LinkStatus
  /** What came with the client, to be submitted once the link is approved. */
  readonly cases: readonly CreateCaseRequest[]
}

/** Requests that a world keeps; the oldest goes when a new one comes. */
const REQUESTS = 10_000

/** The link requests of a world: the latest of each tenant. */
export class LinkTable {
  readonly #byTenant = new Map<string, LinkRequest>()
  readonly #byToken = new Map<string, LinkRequest>()
  readonly #toCreditor = new Map<string, Set<LinkRequest>>()

  /** Keeps a request, in the place of an earlier one of the same tenant. Answers the one that had to go. */
  add(request: LinkRequest): LinkRequest | undefined {
    this.delete(request.externalTenantId)
    const [oldest] = this.#byTenant.size >= REQUESTS ? this.#byTenant.values() : []
    if (oldest !== undefined) this.delete(oldest.externalTenantId)
    this.#byTenant.set(request.externalTenantId, request)
    this.#byToken.set(request.token, request)
    const others = this.#toCreditor.get(request.creditorId)
    if (others === undefined) this.#toCreditor.set(request.creditorId, new Set([request]))
    else others.add(request)
    return oldest
  }

  delete(externalTenantId: string): void {
    const known = this.#byTenant.get(externalTenantId)
    if (known === undefined) return
    this.#byTenant.delete(externalTenantId)
    this.#byToken.delete(known.token)
    const others = this.#toCreditor.get(known.creditorId)
    others?.delete(known)
    if (others?.size === 0) this.#toCreditor.delete(known.creditorId)
  }

  byTenant(externalTenantId: string): LinkRequest | undefined {
    return this.#byTenant.get(externalTenantId)
  }

  byToken(token: string): LinkRequest | undefined {
    return this.#byToken.get(token)
  }

  /** Requests to be linked to an account, oldest first. */
  toCreditor(creditorId: string): LinkRequest[] {
    return [...(this.#toCreditor.get(creditorId) ?? [])]
  }

  all(): IterableIterator<LinkRequest> {
    return this.#byTenant.values()
  }
}
