import type { CaseRecord } from '../../store/case-record.ts'
import type { Creditor, Invalidation } from '../../store/creditor.ts'
import type { World } from '../../store/world.ts'
import { announceClient } from '../../webhooks/announce-client.ts'
import { enter, note } from '../cases/drive-case.ts'
import { askForSignature, signed } from '../dossier/tasks.ts'
import { awaitedContracts, hasPowerOfAttorney } from './contracts.ts'

/** Signs an account's debt collection contract: cases that wait for no more move on. A second time changes nothing. */
export function signContract(world: World, creditor: Creditor): void {
  if (creditor.signed) return
  creditor.signed = true
  creditor.invalidation = null
  tell(world, creditor, 'client.onboarding.contract_signed')
  moveOn(world, creditor, 'ContractSigned', 'Contract signed', 'The debt collection contract was signed.')
}

/** Asks for the debt collection contract to be signed again. An account that never signed it has to anyway. */
export function invalidateContract(world: World, creditor: Creditor, reason: Invalidation): void {
  if (!creditor.signed) return
  creditor.signed = false
  creditor.invalidation = reason
  askForSignature(world, creditor.profile.id)
}

/** Gives a collection partner an account's power of attorney. A second time changes nothing. */
export function signPowerOfAttorney(world: World, creditor: Creditor, collectionPartnerId: string): void {
  if (hasPowerOfAttorney(creditor, collectionPartnerId)) return
  creditor.powersOfAttorney = [...creditor.powersOfAttorney, collectionPartnerId]
  tell(world, creditor, 'client.onboarding.poa_signed')
  moveOn(
    world,
    creditor,
    'PowerOfAttorneySigned',
    'Power of attorney signed',
    'The power of attorney was signed.',
  )
}

function tell(
  world: World,
  creditor: Creditor,
  event: 'client.onboarding.contract_signed' | 'client.onboarding.poa_signed',
): void {
  const client = world.clients.byCreditor(creditor.profile.id)
  if (client !== undefined) announceClient(world, client, { event, data: { signedAt: world.now() } })
}

function moveOn(world: World, creditor: Creditor, type: string, title: string, description: string): void {
  for (const record of waiting(world, creditor)) {
    note(record, { date: world.now(), type, title, description, actor: 'Creditor user' })
    enter(world, record, record.lifecycleOnceSigned, 'announce')
  }
  if (creditor.signed) signed(world, creditor.profile.id)
}

/** Cases that waited, and need nothing any more. */
function waiting(world: World, creditor: Creditor): CaseRecord[] {
  return [...world.cases.inLifecycle(creditor.profile.id, 'PendingContractSigning')].filter(
    (record) => awaitedContracts(world, record).length === 0,
  )
}
