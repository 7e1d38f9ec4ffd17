import type { ClientUser } from './client-record.ts'
import type { Creditor } from './creditor.ts'

/** An account that Debitura has, and that the world's referral partner has no link to. */
export interface ExistingAccount {
  readonly creditor: Creditor
  readonly users: readonly ClientUser[]
  /** Whether another referral partner brought it. */
  readonly isLinkedElsewhere: boolean
}

/** The accounts of a world that are nobody's client here. */
export class ExistingAccountTable {
  readonly #byCreditor = new Map<string, ExistingAccount>()
  readonly #byEmail = new Map<string, ExistingAccount>()

  add(account: ExistingAccount): void {
    this.#byCreditor.set(account.creditor.profile.id, account)
    for (const email of emailsOf(account)) this.#byEmail.set(email, account)
  }

  delete(account: ExistingAccount): void {
    this.#byCreditor.delete(account.creditor.profile.id)
    for (const email of emailsOf(account)) this.#byEmail.delete(email)
  }

  byCreditor(creditorId: string): ExistingAccount | undefined {
    return this.#byCreditor.get(creditorId)
  }

  byEmail(email: string): ExistingAccount | undefined {
    return this.#byEmail.get(email.toLowerCase())
  }

  all(): IterableIterator<ExistingAccount> {
    return this.#byCreditor.values()
  }
}

function emailsOf({ creditor, users }: ExistingAccount): Set<string> {
  const emails = users.map(({ email }) => email)
  return new Set([...emails, creditor.profile.officeEmail ?? ''].map((email) => email.toLowerCase()))
}
