import type { ApiName } from '../contract/index.ts'
import type { Clocks } from '../debitura/index.ts'
import { DebituraApiError } from '../errors/index.ts'
import type { Account } from '../protocol/index.ts'
import { listPage } from './list.ts'
import { clientOf, type Place, placeKey, placesFor } from './place.ts'
import type { CaseRow, Row } from './row.ts'
import { sideBySide } from './side-by-side.ts'
import type { SweepTools } from './tools.ts'

/** Pages that are asked for at a time: enough to hide their latency, and a fraction of the rate limit. */
const PAGES_AT_ONCE = 8

/** What a look at Debitura found. */
export interface Discovery {
  /** What a run of the kit made, and every case of a client. */
  readonly rows: readonly Row[]
  /** Everything that was listed, whoever made it. */
  readonly listed: number
  /** When the newest of that was made, in milliseconds since 1970. */
  readonly newest: number | undefined
  /** Clients whose cases or subscriptions could not be listed, and why. */
  readonly unread: ReadonlyMap<string, unknown>
  /** The fewest calls that such a look takes: one per page, and one per token. */
  readonly leastCalls: number
  readonly clocks: readonly Clocks[]
}

/** How to look. */
export interface Looking {
  readonly tools: SweepTools
  /** Ends the look early. */
  readonly stop: AbortSignal
  readonly onProgress?: ((pages: number) => void) | undefined
}

/**
 * Looks through everything that the keys of these APIs open: their own lists, then the cases of each client, then the
 * subscriptions of those who are not the kit's own, and were borrowed perhaps: the others take theirs along.
 */
export async function discover(looking: Looking, apis: readonly ApiName[]): Promise<Discovery> {
  const look = new Look(looking)
  await look.through(placesFor(apis))
  const clients = [...look.clients]
  await look.through(clients.map(([externalTenantId]) => ({ list: 'cases', ...accountOf(externalTenantId) })))
  const lenders = clients.filter(([externalTenantId, isOurs]) => !isOurs && !look.isShut(externalTenantId))
  await look.through(
    lenders.map(([externalTenantId]) => ({ list: 'webhooks', ...accountOf(externalTenantId) })),
  )
  return look.found()
}

/** Looks through some places again. */
export async function lookAgain(looking: Looking, places: readonly Place[]): Promise<Discovery> {
  const look = new Look(looking)
  await look.through(places)
  return look.found()
}

const accountOf = (externalTenantId: string): { readonly account: Account } => ({
  account: { kind: 'client', externalTenantId },
})

class Look {
  readonly #looking: Looking
  readonly #rows: Row[] = []
  readonly #unread = new Map<string, unknown>()
  readonly #clocks = new Map<string, Clocks>()
  /** Clients that do not open their lists to anybody: they are gone, or never signed. */
  readonly #shut = new Set<string>()
  /** By externalTenantId, whether the kit made it. */
  readonly clients = new Map<string, boolean>()
  #listed = 0
  #pages = 0
  #leastCalls = 0
  #newest: number | undefined

  constructor(looking: Looking) {
    this.#looking = looking
  }

  async through(places: readonly Place[]): Promise<void> {
    const { stop } = this.#looking
    const further: { place: Place; page: number }[] = []
    await sideBySide(places, { atOnce: PAGES_AT_ONCE, stop }, async (place) => {
      const pages = await this.#first(place)
      for (let page = 2; page <= pages; page++) further.push({ place, page })
    })
    await sideBySide(further, { atOnce: PAGES_AT_ONCE, stop }, async ({ place, page }) => {
      this.#take((await listPage(this.#looking.tools, place, page)).rows)
    })
    stop.throwIfAborted()
  }

  isShut(externalTenantId: string): boolean {
    return this.#shut.has(externalTenantId)
  }

  found(): Discovery {
    return {
      rows: this.#rows,
      listed: this.#listed,
      newest: this.#newest,
      unread: this.#unread,
      leastCalls: this.#leastCalls,
      clocks: [...this.#clocks.values()],
    }
  }

  /** Asks for the first page of a place; what only a token opens may be shut, and nothing else then is. */
  async #first(place: Place): Promise<number> {
    const { tools } = this.#looking
    const client = clientOf(place)
    if (client !== undefined && !tools.minted.has(client)) {
      tools.minted.add(client)
      this.#leastCalls += 1
    }
    try {
      const { rows, pages } = await listPage(tools, place, 1)
      this.#leastCalls += pages
      this.#hear(place)
      this.#take(rows)
      return pages
    } catch (error) {
      if (client === undefined) throw error
      // No token is to be had for a client that is gone, or that never signed: it has no cases either.
      const isNobody = error instanceof DebituraApiError && [400, 404].includes(error.status)
      if (!isNobody) this.#unread.set(client, error)
      this.#shut.add(client)
      return 0
    }
  }

  #take(rows: readonly Row[]): void {
    for (const row of rows) {
      this.#listed += 1
      if (row.created !== undefined) this.#newest = Math.max(this.#newest ?? row.created, row.created)
      if (row.kind === 'client' && row.id !== '') this.clients.set(row.id, row.runId !== undefined)
      // Of a client that is ours, whatever it has counts; what else there is by the thousand need not be kept.
      if (row.runId !== undefined || isClients(row)) this.#rows.push(row)
    }
    this.#pages += 1
    this.#looking.onProgress?.(this.#pages)
  }

  #hear(place: Place): void {
    const { clocks } = this.#looking.tools.connection
    const key = clientOf(place) === undefined ? placeKey(place) : 'clients'
    if (clocks !== undefined && !this.#clocks.has(key)) this.#clocks.set(key, clocks)
  }
}

function isClients(row: Row): row is CaseRow {
  return row.kind === 'case' && row.account?.kind === 'client'
}
