import type { AnswerOf, Operation } from '../contract/index.ts'
import type { DebituraConnection } from '../debitura/index.ts'
import { DebituraApiError } from '../errors/index.ts'
import type { Account } from '../protocol/index.ts'
import type { CallWithout, KeyedCalls } from './keyed-calls.ts'
import type { Tokens } from './tokens.ts'

/** Calls Debitura as one account or another: the one place that turns an account into a credential. */
export class Accounts {
  readonly #connection: DebituraConnection
  readonly #keyed: KeyedCalls
  readonly #tokens: Tokens

  constructor(connection: DebituraConnection, keyed: KeyedCalls, tokens: Tokens) {
    this.#connection = connection
    this.#keyed = keyed
    this.#tokens = tokens
  }

  /** Makes a call as an account. A client's token that Debitura no longer takes is renewed, once. */
  async call<O extends Operation>(
    account: Account,
    operation: O,
    request: CallWithout<O>,
  ): Promise<AnswerOf<O>> {
    if (account.kind !== 'client') return this.#keyed.call(operation, request)
    const attempt = async () => {
      const { accessToken } = await this.#tokens.get(account.externalTenantId, request)
      return this.#connection.call(operation, {
        ...request,
        credential: { kind: 'bearer', token: accessToken },
      })
    }
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof DebituraApiError && error.status === 401)) throw error
      this.#tokens.forget(account.externalTenantId)
      return attempt()
    }
  }
}
