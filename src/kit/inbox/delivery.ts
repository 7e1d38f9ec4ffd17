import type { EventPayload } from '../../contract/shapes/index.ts'
import type { ApiName, EventOf } from '../../contract/words/index.ts'
import type { Delivery } from '../../protocol/index.ts'
import type { EventData } from '../events/event-types.ts'

/** What arrived, whatever it says. */
interface Arrival
  extends Pick<Delivery, 'rawBody' | 'headers' | 'isDuplicate' | 'isReplay' | 'isPing' | 'answered'> {
  readonly receivedAt: Date
}

/** A delivery of an event: signed as it should be, and typed by its event. */
export type InboxDelivery<
  Api extends ApiName = 'customer',
  Event extends EventOf<Api> = EventOf<Api>,
> = Arrival & { readonly signatureProblem: undefined } & {
    [Name in Event]: {
      readonly event: Name
      /** The envelope's id: the same in every delivery of one event. */
      readonly id: string
      readonly data: EventData<Api, Name>
      readonly payload: EventPayload<Api, Name>
    }
  }[Event]

/** A delivery that a receiver has to refuse: nothing that it says can be believed. */
export interface UntrustedDelivery extends Arrival {
  /** What is wrong with its signature, or with its body. */
  readonly signatureProblem: string
  readonly event: undefined
  readonly id: undefined
  readonly data: undefined
  /** The body as JSON; `undefined` where it is none. */
  readonly payload: unknown
}

/** A delivery as a test holds it. */
export function held<Api extends ApiName>(delivery: Delivery): InboxDelivery<Api> | UntrustedDelivery {
  const { event, id, payload, rawBody, headers, isDuplicate, isReplay, isPing, answered } = delivery
  const receivedAt = new Date(delivery.receivedAt)
  const arrival = { rawBody, headers, receivedAt, isDuplicate, isReplay, isPing, answered, payload }
  const signatureProblem = problemOf(delivery)
  if (signatureProblem !== undefined) {
    return { ...arrival, signatureProblem, event: undefined, id: undefined, data: undefined }
  }
  const { data = {} } = payload as { readonly data?: unknown }
  // Signed with the secret, so it is what Debitura says; which fields it sends is published.
  return { ...arrival, signatureProblem, event, id, data } as unknown as InboxDelivery<Api>
}

function problemOf({ signatureProblem, payload }: Delivery): string | undefined {
  if (signatureProblem !== undefined) return signatureProblem
  return typeof payload === 'object' && payload !== null
    ? undefined
    : 'its signature is right, and its body is not a JSON object'
}
