import * as v from 'valibot'
import { textOrNull } from './field.ts'

/** One contract of a case. `solutionUrl` is there only while it has to be signed. */
const ContractItem = v.object({
  signed: v.boolean(),
  requiresResigning: v.boolean(),
  solutionUrl: textOrNull,
})

/** The contracts that a case needs, and which of them are signed. @see Customer API, `GET /cases/{id}/contract-status` */
export const CaseContractStatus = v.object({
  sdca: v.nullish(ContractItem, null),
  poa: v.nullish(ContractItem, null),
  pricingAppendix: v.nullish(ContractItem, null),
  collectionPartnerName: textOrNull,
  needsPoaSigning: v.boolean(),
})
/** The contracts that a case needs, and which of them are signed. */
export type CaseContractStatus = v.InferOutput<typeof CaseContractStatus>
