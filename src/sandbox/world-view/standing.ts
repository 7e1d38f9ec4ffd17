import * as v from 'valibot'
import { invalidateContract, signContract, signPowerOfAttorney } from '../rules/contracts/sign-contract.ts'
import { completeKyc } from '../rules/contracts/verify-kyc.ts'
import { type Creditor, INVALIDATIONS, type Invalidation } from '../store/creditor.ts'
import type { World } from '../store/world.ts'

/** How an account stands with Debitura, where no operation says so. What is left out stays as it is. */
export const Standing = v.pipe(
  v.strictObject({
    /** Whether Debitura takes no cases from it. */
    blocked: v.optional(v.boolean()),
    /** Signs the debt collection contract, or gives the reason why it has to be signed again. */
    contract: v.optional(v.picklist(['Signed', ...INVALIDATIONS])),
    /** Gives the collection partner its power of attorney. */
    powerOfAttorney: v.optional(v.literal('Signed')),
    /** Completes the check of who directs it, which otherwise takes a day. */
    kyc: v.optional(v.literal('Completed')),
  }),
  v.check(
    (standing) => Object.keys(standing).length > 0,
    'Say one of blocked, contract, powerOfAttorney and kyc',
  ),
)
/** How an account stands with Debitura, where no operation says so. */
export interface Standing extends Omit<v.InferInput<typeof Standing>, 'contract'> {
  readonly contract?: 'Signed' | Invalidation | undefined
}

/** Puts an account in the given standing. */
export function setStanding(
  world: World,
  creditor: Creditor,
  { blocked, contract, powerOfAttorney, kyc }: Standing,
): void {
  creditor.isBlocked = blocked ?? creditor.isBlocked
  if (contract === 'Signed') signContract(world, creditor)
  else if (contract !== undefined) invalidateContract(world, creditor, contract)
  if (powerOfAttorney !== undefined) signPowerOfAttorney(world, creditor, world.collectionPartner.id)
  if (kyc !== undefined) completeKyc(world, creditor)
}
