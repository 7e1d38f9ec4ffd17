/** Likely reasons as one clause; `undefined` where there are none. Each is told once, however often it is given. */
export function reasons(likely: readonly string[]): string | undefined {
  const [first, ...others] = new Set(likely)
  if (first === undefined) return undefined
  if (others.length === 0) return `The likely reason: ${first}`
  return `Likely reasons: ${[first, ...others].map((one, index) => `(${index + 1}) ${one}`).join('; ')}`
}
