const LONGEST = 120

/** A value as an error message shows it: as JSON, where JSON has a word for it, and not at any length. */
export function show(value: unknown): string {
  const text = write(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

function write(value: unknown): string {
  if (isMatcher(value)) return nameOf(value)
  try {
    const text: string | undefined = JSON.stringify(value, (_, inner) =>
      isMatcher(inner) ? nameOf(inner) : inner,
    )
    return text ?? String(value)
  } catch {
    // A circle, or a BigInt.
    return String(value)
  }
}

/** What stands in for a value in an expectation, in Vitest as in Jest: `expect.any(Number)`, say. */
export interface AsymmetricMatcher {
  asymmetricMatch(actual: unknown): boolean
  toAsymmetricMatcher?(): string
  /** What it is made from. */
  readonly sample?: unknown
}

/** Whether a value judges others, instead of being compared with them. */
export function isMatcher(value: unknown): value is AsymmetricMatcher {
  return (
    typeof value === 'object' &&
    value !== null &&
    'asymmetricMatch' in value &&
    typeof value.asymmetricMatch === 'function'
  )
}

/** Vitest and Jest have a good name for some of theirs only. */
function nameOf(matcher: AsymmetricMatcher): string {
  const name = matcher.toAsymmetricMatcher?.() ?? String(matcher)
  const { sample } = matcher
  if (name.includes('<') || name.includes(' ') || sample === undefined) return name
  return `${name}<${isRegExp(sample) ? sample : write(sample)}>`
}

/** Of whichever realm. */
function isRegExp(sample: unknown): boolean {
  return Object.prototype.toString.call(sample) === '[object RegExp]'
}
