let codes: ReadonlySet<string> | undefined

/** Whether a code is in ISO 4217, in any case. */
export function isCurrency(code: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf('currency'))
  return codes.has(code.toUpperCase())
}

/** The largest amount that a number holds to the hundredth. */
export const LARGEST_AMOUNT = Number.MAX_SAFE_INTEGER / 100

/** Rounds an amount to hundredths, so that sums of payments compare as people expect. */
export const toHundredths = (amount: number): number => Math.round(amount * 100) / 100
