import { notFound } from '../http/refusal.ts'
import { hasPowerOfAttorney } from '../rules/contracts/contracts.ts'
import type { Creditor } from '../store/creditor.ts'
import type { World } from '../store/world.ts'
import { page, paragraph } from './html.ts'

/** A document that an account signed; otherwise 404. Debitura serves a PDF, the sandbox a page that says as much. */
export function terms(world: World, creditor: Creditor, document: string): string {
  const isSigned = {
    'debt-collection': creditor.signed || creditor.invalidation !== null,
    'power-of-attorney': hasPowerOfAttorney(creditor, world.collectionPartner.id),
  }
  const title = { 'debt-collection': 'Debt collection contract', 'power-of-attorney': 'Power of attorney' }
  if (document !== 'debt-collection' && document !== 'power-of-attorney') throw notFound('document')
  if (!isSigned[document]) throw notFound('signed document')
  return page(title[document], paragraph(`Signed by ${creditor.profile.companyName}.`))
}
