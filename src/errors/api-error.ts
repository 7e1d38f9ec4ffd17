import { DebituraTestkitError, type ErrorParts } from './testkit-error.ts'

/** What Debitura said when it refused a call. */
export interface Refusal {
  /** HTTP status. */
  readonly status: number
  /** The operation, for example `POST /cases`. */
  readonly operation: string
  /** Debitura's own error type, for example `NoPartnerAvailable`; `undefined` where it gave none. */
  readonly type: string | undefined
  /** Debitura's messages, in its words; those about a field start with the field's name. */
  readonly messages: readonly string[]
  /** Where a person can put it right, if Debitura says so. */
  readonly solutionUrl: string | undefined
  /** The answer's body as text, shortened, without secrets. */
  readonly body: string
}

/**
 * Debitura answered with an error status.
 * @see docs.debitura.com/developer-concepts/error-handling
 * @example
 * ```ts
 * await expect(debitura.cases.create({ currencyCode: 'XYZ' })).rejects.toMatchObject({ status: 400 })
 * ```
 */
export class DebituraApiError extends DebituraTestkitError implements Refusal {
  override readonly name = 'DebituraApiError'
  readonly status: number
  readonly operation: string
  readonly type: string | undefined
  readonly messages: readonly string[]
  readonly solutionUrl: string | undefined
  readonly body: string

  constructor(refusal: Refusal, parts: Omit<ErrorParts, 'code'>) {
    super({ ...parts, code: 'DBT_API_ERROR' })
    this.status = refusal.status
    this.operation = refusal.operation
    this.type = refusal.type
    this.messages = refusal.messages
    this.solutionUrl = refusal.solutionUrl
    this.body = refusal.body
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof DebituraTestkitError && value.code === 'DBT_API_ERROR'
  }
}
