import type { ClientRecord } from './client-record.ts'

/** The clients of a world. `externalTenantId` is case-sensitive, e-mail addresses are not. */
export class ClientTable {
  readonly #byTenant = new Map<string, ClientRecord>()
  readonly #byLink = new Map<string, ClientRecord>()
  readonly #byCreditor = new Map<string, ClientRecord>()
  readonly #byEmail = new Map<string, ClientRecord>()

  get size(): number {
    return this.#byTenant.size
  }

  add(client: ClientRecord): void {
    this.#byTenant.set(client.externalTenantId, client)
    this.#byLink.set(client.linkId, client)
    this.#byCreditor.set(client.creditor.profile.id, client)
    for (const email of emailsOf(client)) this.#byEmail.set(email, client)
  }

  delete(client: ClientRecord): void {
    this.#byTenant.delete(client.externalTenantId)
    this.#byLink.delete(client.linkId)
    this.#byCreditor.delete(client.creditor.profile.id)
    for (const email of emailsOf(client)) this.#byEmail.delete(email)
  }

  byTenant(externalTenantId: string): ClientRecord | undefined {
    return this.#byTenant.get(externalTenantId)
  }

  byLink(linkId: string): ClientRecord | undefined {
    return this.#byLink.get(linkId)
  }

  byCreditor(creditorId: string): ClientRecord | undefined {
    return this.#byCreditor.get(creditorId)
  }

  /** The client that one of its people, or its office, has this address at. */
  byEmail(email: string): ClientRecord | undefined {
    return this.#byEmail.get(email.toLowerCase())
  }

  all(): IterableIterator<ClientRecord> {
    return this.#byTenant.values()
  }
}

function emailsOf(client: ClientRecord): Set<string> {
  const emails = client.users.map((user) => user.email)
  return new Set([...emails, client.creditor.profile.officeEmail ?? ''].map((email) => email.toLowerCase()))
}
