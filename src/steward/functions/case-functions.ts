import { collectionPartnerApi } from '../../contract/index.ts'
import type { StewardFunctions } from '../../protocol/index.ts'
import { caseApi } from '../case-api.ts'
import { absentIsFine } from '../cleanup/tools.ts'
import type { RunTools } from './run-tools.ts'

type Names = 'advance' | 'startCase' | 'closeCase' | 'deleteCase'

/** What workers can have done to cases and subscriptions. */
export function caseFunctions({
  accounts,
  keyed,
  ledger,
  ownership,
}: RunTools): Pick<StewardFunctions, Names> {
  const readCollected = (id: string) => keyed.call(collectionPartnerApi.getCase, { parameters: { id } })
  return {
    /** Of a case that is not a test case Debitura itself refuses this, so that nobody has to be asked what it is. */
    async advance(account, id, to, amount) {
      ownership.assertCaseThere(id)
      const request = { parameters: { id }, body: { to, amount } }
      return accounts.call(account, caseApi(account).advanceTestCase, request)
    },
    async startCase(id, body) {
      await ownership.assertTestCase(id, 'start', readCollected)
      return keyed.call(collectionPartnerApi.startCase, { parameters: { id }, body })
    },
    async closeCase(id, body) {
      await ownership.assertTestCase(id, 'close', readCollected)
      return keyed.call(collectionPartnerApi.closeCase, { parameters: { id }, body })
    },
    async deleteCase(account, id) {
      const { key } = ownership.owned(ledger.findById(id), `case ${id}`)
      const operation = caseApi(account).deleteTestCase
      const deletion = accounts.call(account, operation, { parameters: { id } })
      ledger.settle(key, (await absentIsFine(operation, deletion)) ? 'deleted' : 'already-gone')
    },
  }
}
