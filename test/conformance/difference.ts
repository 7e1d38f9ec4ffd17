import type { ApiName } from '../../src/contract/words/index.ts'

/** What can differ between the published document and ours. */
export type Kind =
  | 'missing'
  | 'extra'
  | 'deprecated'
  | 'type'
  | 'format'
  | 'enum'
  | 'nullable'
  | 'required'
  | 'default'
  | 'additionalProperties'
  | 'minLength'
  | 'maxLength'
  | 'minimum'
  | 'maximum'
  | 'minItems'
  | 'maxItems'

/** One difference between the published document and ours. */
export interface Difference {
  readonly api: ApiName
  /** `GET /cases/{id}` */
  readonly operation: string
  /** `body`, `answer 200`, `query Page`; empty where it is the operation itself. */
  readonly part: string
  /** Where in that part: `cases[].debtor.name`; empty at its top. */
  readonly at: string
  readonly kind: Kind
  readonly published: unknown
  readonly ours: unknown
}

/** A difference that is meant, or a family of them: whatever is given here has to fit. */
export interface Deliberate {
  readonly reason: string
  readonly api?: ApiName
  readonly operation?: string | RegExp
  readonly part?: string | RegExp
  readonly at?: string | RegExp
  readonly kind?: Kind
  readonly published?: unknown
  readonly ours?: unknown
  /** Whether it shows in real answers alone, and the documents agree. */
  readonly isInAnswers?: boolean
}

/** Whether a difference is one that is meant. */
export function isMeant(
  difference: Difference,
  { reason: _, isInAnswers: __, ...wanted }: Deliberate,
): boolean {
  return Object.entries(wanted).every(([key, value]) => {
    const found = difference[key as keyof Difference]
    if (value instanceof RegExp) return value.test(String(found))
    return JSON.stringify(found) === JSON.stringify(value)
  })
}

/** A difference in one line. */
export function lineOf({ api, operation, part, at, kind, published, ours }: Difference): string {
  const say = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value))
  const where = [api, operation, part, at].filter((piece) => piece !== '').join(' | ')
  return `${where} | ${kind}: published ${say(published)}, ours ${say(ours)}`
}
