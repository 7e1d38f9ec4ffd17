import { refusal } from '../../http/refusal.ts'
import type { ClientRecord } from '../../store/client-record.ts'
import type { World } from '../../store/world.ts'
import { removeCase } from '../cases/delete-cases.ts'
import { close } from '../cases/drive-case.ts'
import { leaveClient, removeBelongings } from './remove-client.ts'

/**
 * Gives up a client that never got going: its waiting cases close, what else it has goes, and its name and addresses
 * are free again. No key reaches a case of it from then on.
 * @see Referral Partner API, `POST /clients/{externalTenantId}/withdraw`
 */
export function withdrawClient(world: World, client: ClientRecord): undefined {
  if (!client.isAttributed) {
    throw refusal(409, 'ClientNotAttributed', 'Only a client that this partner brought can be withdrawn.')
  }
  const cases = [...world.cases.ofAccount(client.creditor.profile.id)]
  const started = cases.find(({ lifecycle }) => lifecycle !== 'PendingContractSigning')
  if (started !== undefined) {
    throw refusal(409, 'CasePastOnboarding', `The case ${started.reference} is past contract signing.`)
  }
  for (const record of cases) close(world, record, 'CaseNeverStartedInternal', 'System')
  if (world.behaviours.withdrawnTestCases === 'delete')
    for (const record of cases) if (record.isTest) removeCase(world, record)
  removeBelongings(world, client.creditor.profile.id)
  leaveClient(world, client)
}
