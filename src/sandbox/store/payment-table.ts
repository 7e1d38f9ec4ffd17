import { Ledger } from './ledger.ts'
import type { PaymentRecord } from './payment-record.ts'

/** The payments on all cases of a world. A case holds the same rows as its own. */
export class PaymentTable {
  readonly #byId = new Map<string, PaymentRecord>()
  readonly #ofAccount = new Map<string, Ledger<'placeInAccount', PaymentRecord>>()

  add(payment: PaymentRecord): void {
    this.#byId.set(payment.id, payment)
    let others = this.#ofAccount.get(payment.accountId)
    if (others === undefined) {
      others = new Ledger<'placeInAccount', PaymentRecord>('placeInAccount')
      this.#ofAccount.set(payment.accountId, others)
    }
    others.add(payment)
  }

  delete(payment: PaymentRecord): void {
    this.#byId.delete(payment.id)
    const others = this.#ofAccount.get(payment.accountId)
    others?.delete(payment)
    if (others?.size === 0) this.#ofAccount.delete(payment.accountId)
  }

  byId(id: string): PaymentRecord | undefined {
    return this.#byId.get(id.toLowerCase())
  }

  /** Payments on an account's cases, the one recorded last first. */
  *ofAccount(accountId: string): Generator<PaymentRecord, void> {
    yield* this.#ofAccount.get(accountId)?.newestFirst() ?? []
  }

  /** How many payments an account's cases have. */
  countOf(accountId: string): number {
    return this.#ofAccount.get(accountId)?.size ?? 0
  }

  all(): IterableIterator<PaymentRecord> {
    return this.#byId.values()
  }
}
