/**
 * Headers of a delivery. `test` is on pings, and `replay` on what is delivered anew.
 * @see docs.debitura.com/developer-concepts/webhooks
 */
export const WEBHOOK_HEADERS = {
  signature: 'X-Debitura-Signature',
  timestamp: 'X-Debitura-Timestamp',
  event: 'X-Debitura-Event',
  test: 'X-Debitura-Test',
  replay: 'X-Debitura-Replay',
} as const

/** Seconds that a signature may be old. @see docs.debitura.com/developer-concepts/webhooks */
export const SIGNATURE_MAX_AGE = 300

/** Seconds that a signer's clock may be ahead, as in Debitura's sample code. @see docs.debitura.com/developer-concepts/webhooks */
export const SIGNATURE_MAX_AHEAD = 30

/** Version of the envelope that every payload comes in. */
export const WEBHOOK_SPEC_VERSION = '1.0'
