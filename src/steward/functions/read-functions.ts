import { collectionPartnerApi, customerApi, referralPartnerApi } from '../../contract/index.ts'
import type { StewardFunctions } from '../../protocol/index.ts'
import { caseApi } from '../case-api.ts'
import type { RunTools } from './run-tools.ts'

type Names =
  | 'getCase'
  | 'getManagedCase'
  | 'findCase'
  | 'listCases'
  | 'listManagedCases'
  | 'listReferralCases'
  | 'timeline'
  | 'payments'

/** What workers can have read. */
export function readFunctions({ accounts, keyed, ownership }: RunTools): Pick<StewardFunctions, Names> {
  return {
    async getCase(account, id) {
      ownership.assertCaseThere(id)
      return accounts.call(account, caseApi(account).getCase, { parameters: { id } })
    },
    async getManagedCase(id) {
      ownership.assertCaseThere(id)
      return keyed.call(collectionPartnerApi.getManagedCase, { parameters: { id } })
    },
    async findCase(account, by) {
      if ('creditorReference' in by) {
        const { creditorReference } = by
        return accounts.call(account, customerApi.getCaseByCreditorReference, {
          parameters: { creditorReference },
        })
      }
      return accounts.call(account, customerApi.getCaseByReference, {
        parameters: { caseReference: by.reference },
      })
    },
    listCases: (account, query) =>
      accounts.call(account, caseApi(account).listCases, { parameters: {}, query }),
    listManagedCases: (query) => keyed.call(collectionPartnerApi.listManagedCases, { parameters: {}, query }),
    listReferralCases: (query) => keyed.call(referralPartnerApi.listCases, { parameters: {}, query }),
    async timeline(account, id) {
      ownership.assertCaseThere(id)
      return accounts.call(account, customerApi.getTimeline, { parameters: { id } })
    },
    async payments(account, id) {
      ownership.assertCaseThere(id)
      return accounts.call(account, customerApi.listPayments, { parameters: { id } })
    },
  }
}
