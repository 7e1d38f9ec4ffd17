import * as v from 'valibot'
import { textOrNull, timestampOrNull } from './field.ts'

/** Whether Debitura waits for information about a case, and what about. @see Customer API, `GET /cases/{id}/validation` */
export const CaseValidation = v.object({
  needsInfo: v.boolean(),
  creditorRespondedAt: timestampOrNull,
  items: v.nullish(v.array(v.object({ resolutionArea: textOrNull, description: textOrNull })), []),
})
/** Whether Debitura waits for information about a case, and what about. */
export type CaseValidation = v.InferOutput<typeof CaseValidation>
