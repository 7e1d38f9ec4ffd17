import {
  collectionPartnerApi,
  customerApi,
  type Operation,
  referralPartnerApi,
} from '../../../src/contract/operations/index.ts'
import { type Cast, NOBODY, type Scenarios, type ScenariosByApi, type Story } from './story.ts'

/**
 * Stories for every refusal that an operation declares and that no story leads to, a 500 above all: the sandbox is told
 * to answer so.
 */
export function orderedRefusals(told: ScenariosByApi): ScenariosByApi {
  return {
    customer: ordered(Object.values(customerApi), told.customer, 'customer'),
    'referral-partner': ordered(Object.values(referralPartnerApi), told['referral-partner'], 'referral'),
    'collection-partner': ordered(Object.values(collectionPartnerApi), told['collection-partner'], 'partner'),
  }
}

type Who = 'customer' | 'referral' | 'partner'

function ordered(operations: readonly Operation[], told: Scenarios, who: Who): Scenarios {
  return Object.fromEntries(
    operations.map((operation) => {
      const name = `${operation.method} ${operation.path}`
      const untold = Object.keys(operation.refusals).filter((status) => !(status in (told[name] ?? {})))
      return [
        name,
        Object.fromEntries(untold.map((status) => [status, orderedStory(operation, Number(status), who)])),
      ]
    }),
  )
}

const orderedStory =
  ({ api, name, method, path }: Operation, status: number, who: Who): Story =>
  (cast: Cast) => {
    cast.world.faults.order({ kind: 'status', api, operation: name, status, times: 1 })
    return cast[who](method, path.replaceAll(/\{\w+\}/g, NOBODY))
  }
