import type { SubmitKycRequest } from '../../../contract/shapes/index.ts'
import { DAY_MS } from '../../clock/duration.ts'
import type { Creditor, KycRecord } from '../../store/creditor.ts'
import type { World } from '../../store/world.ts'

/** How long the sandbox checks a verification, by the world's clock. How long Debitura takes is not documented. */
const CHECKED_AFTER_MS = DAY_MS

/** Takes what a client says about its director; the latest counts, and the check begins anew. */
export function submitKyc(world: World, creditor: Creditor, request: SubmitKycRequest): KycRecord {
  const { directorFullName, directorHomeAddress, directorDateOfBirth } = request
  const kyc: KycRecord = {
    directorFullName,
    directorHomeAddress,
    directorDateOfBirth,
    dateCreated: world.now(),
    dateCompleted: null,
  }
  creditor.kyc = kyc
  world.agenda.add({
    at: world.clock.milliseconds() + CHECKED_AFTER_MS,
    kind: 'kyc-check',
    id: creditor.profile.id,
  })
  return kyc
}

/** Completes the check of an account's verification, if there is one. */
export function completeKyc(world: World, creditor: Creditor): void {
  world.agenda.cancel('kyc-check', creditor.profile.id)
  if (creditor.kyc !== null) creditor.kyc.dateCompleted ??= world.now()
}

/** Completes the check that has fallen due. */
export function completeKycOf(world: World, creditorId: string): void {
  const creditor = world.creditorById(creditorId)
  if (creditor !== undefined) completeKyc(world, creditor)
}
