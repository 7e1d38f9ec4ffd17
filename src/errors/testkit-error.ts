import type { ErrorCode } from './code.ts'

/** What an error is made of. Each part is a clause without a full stop. */
export interface ErrorParts {
  readonly code: ErrorCode
  /** What happened: `Failed to create a case`. */
  readonly what: string
  /** Why: `the run is over`. */
  readonly why: string
  /** What to do about it: `Await the call inside the test`. */
  readonly todo: string
  readonly cause?: unknown
}

const BRAND = Symbol.for('debitura-testkit.error')

const sentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)

/**
 * Any error of the kit: what happened, why, and what to do. `instanceof` holds across copies of the package.
 * @example
 * ```ts
 * try {
 *   await debitura.cases.create()
 * } catch (error) {
 *   if (error instanceof DebituraTestkitError && error.code === 'DBT_MISSING_KEY') skip()
 * }
 * ```
 */
export class DebituraTestkitError extends Error {
  override readonly name: string = 'DebituraTestkitError'
  /** Stable reason. Messages may be reworded, codes keep their meaning. */
  readonly code: ErrorCode
  /** What happened. */
  readonly what: string
  /** Why it happened. */
  readonly why: string
  /** What to do about it. */
  readonly todo: string

  constructor(parts: ErrorParts) {
    super(
      `${sentence(`${parts.what}: ${parts.why}`)} ${sentence(parts.todo)}`,
      parts.cause === undefined ? undefined : { cause: parts.cause },
    )
    this.code = parts.code
    this.what = parts.what
    this.why = parts.why
    this.todo = parts.todo
    Object.defineProperty(this, BRAND, { value: true })
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value
  }
}
