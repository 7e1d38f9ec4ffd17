import type { AnswerOf, Operation } from '../contract/index.ts'
import type { DebituraConnection } from '../debitura/index.ts'
import { DebituraApiError } from '../errors/index.ts'
import type { Account, IssuedToken } from '../protocol/index.ts'
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
    const { externalTenantId } = account
    const { lane, signal } = request
    const callWith = ({ accessToken }: IssuedToken) =>
      this.#connection.call(operation, { ...request, credential: { kind: 'bearer', token: accessToken } })
    const token = await this.#tokens.get(externalTenantId, { lane, signal })
    try {
      return await callWith(token)
    } catch (error) {
      if (!(error instanceof DebituraApiError && error.status === 401)) throw error
      this.#tokens.forget(externalTenantId, token)
      return callWith(await this.#tokens.get(externalTenantId, { lane, signal }))
    }
  }
}
