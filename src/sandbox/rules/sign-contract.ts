import type { ClientRecord } from '../store/client-record.ts'
import type { World } from '../store/world.ts'
import { enter, note } from './drive-case.ts'

/** Signs a client's contract: its waiting cases move on. A second time changes nothing. */
export function signContract(world: World, client: ClientRecord): void {
  const { creditor } = client
  if (creditor.signed) return
  creditor.signed = true
  const now = world.now()
  for (const record of [...world.cases.ofAccount(creditor.profile.id)]) {
    if (record.lifecycle !== 'PendingContractSigning') continue
    const description = 'The debt collection contract was signed.'
    note(record, {
      date: now,
      type: 'ContractSigned',
      title: 'Contract signed',
      description,
      actor: 'Creditor user',
    })
    enter(world, record, record.lifecycleOnceSigned, 'announce')
  }
}
