import { type AnswerOf, API_TITLES, type ApiName, KEY_VARIABLES, type Operation } from '../contract/index.ts'
import type { CallRequest, DebituraConnection } from '../debitura/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'

/** A call without its credential: whoever carries it out knows that. */
export type CallWithout<O extends Operation> = Omit<CallRequest<O>, 'credential'>

/** Calls Debitura with the API keys: as the creditor, the referral partner, or the collection partner. */
export class KeyedCalls {
  readonly #connection: DebituraConnection
  readonly #keys: Readonly<Partial<Record<ApiName, string>>>

  constructor(connection: DebituraConnection, keys: Readonly<Partial<Record<ApiName, string>>>) {
    this.#connection = connection
    this.#keys = keys
  }

  /**
   * Makes a call with the key of the operation's API.
   * @throws DebituraTestkitError `DBT_MISSING_KEY` where that API has none.
   */
  async call<O extends Operation>(operation: O, request: CallWithout<O>): Promise<AnswerOf<O>> {
    const key = this.#keys[operation.api]
    if (key !== undefined) {
      return this.#connection.call(operation, { ...request, credential: { kind: 'key', key } })
    }
    throw new DebituraTestkitError({
      code: 'DBT_MISSING_KEY',
      what: `Failed to call ${operation.method} ${operation.path}`,
      why: `there is no key for the ${API_TITLES[operation.api]}`,
      todo: `Set ${KEY_VARIABLES[operation.api]}; a sandbox takes any key of the form sandbox-<world>, for example sandbox-default`,
    })
  }
}
