import type { EventPayload } from '../../contract/shapes/index.ts'
import type { ApiName, EventOf } from '../../contract/words/index.ts'

/** An API on which a test can hold a case. */
export type CaseApi = Exclude<ApiName, 'referral-partner'>

/** What an event says of what happened: the `data` of its payload. */
export type EventData<Api extends ApiName, Event extends EventOf<Api>> = EventPayload<Api, Event>['data']
