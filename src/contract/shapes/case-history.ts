import * as v from 'valibot'
import { textOrNull, timestamp } from './field.ts'

/** One thing that happened to a case. `actor.type` is `System`, `Creditor user` or `Partner user`. */
export const TimelineItem = v.object({
  date: timestamp,
  type: textOrNull,
  title: textOrNull,
  description: textOrNull,
  actor: v.nullish(v.object({ type: textOrNull, name: textOrNull }), null),
})
/** One thing that happened to a case. */
export type TimelineItem = v.InferOutput<typeof TimelineItem>

/** All that happened to a case, oldest first. @see Customer API, `GET /cases/{id}/timeline` */
export const Timeline = v.object({
  items: v.nullish(v.array(TimelineItem), []),
  currentEngagementPhase: textOrNull,
})
/** All that happened to a case, oldest first. */
export type Timeline = v.InferOutput<typeof Timeline>
