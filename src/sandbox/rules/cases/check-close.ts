import {
  closeCodeOf,
  LIFECYCLES,
  PARTNER_CLOSE_CODES,
  type PartnerCloseCode,
} from '../../../contract/words/index.ts'
import { badRequest } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { World } from '../../store/world.ts'
import { owedOn, paidOn } from '../payments/amounts.ts'
import { isCollected } from './is-collected.ts'

/** Reads the close code that a collection partner gives; otherwise 400. */
export function partnerCloseCode(text: string): PartnerCloseCode {
  const named = closeCodeOf(text)
  const code = PARTNER_CLOSE_CODES.find((known) => known === named)
  if (code === undefined) {
    throw badRequest(
      'InvalidCloseCode',
      `'${text}' is not a close code. Use ${PARTNER_CLOSE_CODES.join(', ')}.`,
    )
  }
  return code
}

/**
 * Refuses to close a case that is not being collected, or for a reason that its payments contradict.
 * @see Collection Partner API, `POST /cases/{id}/close`
 */
export function refuseUnlessClosable(
  { behaviours }: World,
  record: CaseRecord,
  code: PartnerCloseCode,
): void {
  const { lifecycle } = record
  if (lifecycle === 'Closed') throw badRequest('AlreadyClosed', 'The case is closed already.')
  const closable = behaviours.closeOutsideCollection === 'close' && lifecycle !== 'Merged'
  if (!isCollected(lifecycle) && !closable) {
    throw badRequest(
      'InvalidLifecycle',
      `A case in '${LIFECYCLES[lifecycle]}' cannot be closed; start it first.`,
    )
  }
  const paid = paidOn(record)
  const owed = owedOn(record)
  if (code === 'Paid' && (paid === 0 || paid < owed)) {
    throw badRequest('InvalidCloseCode', `Paid needs payments of at least ${owed}, and ${paid} were paid.`)
  }
  if (code === 'PartiallyPaid' && (paid === 0 || paid >= owed)) {
    throw badRequest('InvalidCloseCode', `PartiallyPaid needs payments below ${owed}, and ${paid} were paid.`)
  }
}
