import * as v from 'valibot'
import { int32, textOrNull, timestamp } from './field.ts'

/** What made an exclusive period longer: `PromiseToPay`, `PaymentAgreement`, `Payment` or `Manual`. */
const Extension = v.object({ type: textOrNull, eventDate: timestamp, newEndDate: timestamp })

/**
 * How long the collection partner has a case alone. `status` is `Active`, `Expired` or `Terminated`; `daysRemaining`
 * is negative once the period has run out, and 0 where it was ended early.
 * @see Customer API, `GET /cases/{id}/exclusive-period`
 */
export const ExclusivePeriod = v.object({
  engagementStartDate: timestamp,
  currentEndDate: timestamp,
  daysRemaining: int32,
  status: textOrNull,
  extensions: v.nullish(v.array(Extension), []),
})
/** How long the collection partner has a case alone. */
export type ExclusivePeriod = v.InferOutput<typeof ExclusivePeriod>
