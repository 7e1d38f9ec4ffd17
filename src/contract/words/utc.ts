/**
 * The moment that a timestamp of Debitura's names, in milliseconds since 1970; `NaN` for a text that names none.
 * Debitura writes some times without a zone, and means UTC.
 */
export function utc(timestamp: string): number {
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(timestamp) ? timestamp : `${timestamp}Z`)
}
