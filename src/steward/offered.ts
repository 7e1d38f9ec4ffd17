import type { StewardFunctions } from '../protocol/index.ts'
import type { Steward } from './steward.ts'

/** The part of a steward that test workers may use, and nothing else of it. */
export function offered(steward: Steward): StewardFunctions {
  return {
    createCase: (...given) => steward.createCase(...given),
    createManagedCase: (...given) => steward.createManagedCase(...given),
    createClient: (...given) => steward.createClient(...given),
    createWebhook: (...given) => steward.createWebhook(...given),
    getCase: (...given) => steward.getCase(...given),
    getManagedCase: (...given) => steward.getManagedCase(...given),
    findCase: (...given) => steward.findCase(...given),
    listCases: (...given) => steward.listCases(...given),
    listManagedCases: (...given) => steward.listManagedCases(...given),
    listReferralCases: (...given) => steward.listReferralCases(...given),
    timeline: (...given) => steward.timeline(...given),
    payments: (...given) => steward.payments(...given),
    events: (...given) => steward.events(...given),
    advance: (...given) => steward.advance(...given),
    startCase: (...given) => steward.startCase(...given),
    closeCase: (...given) => steward.closeCase(...given),
    deleteCase: (...given) => steward.deleteCase(...given),
    deleteWebhook: (...given) => steward.deleteWebhook(...given),
    getClient: (...given) => steward.getClient(...given),
    isDeletable: (...given) => steward.isDeletable(...given),
    resetClient: (...given) => steward.resetClient(...given),
    token: (...given) => steward.token(...given),
    closeScope: (...given) => steward.closeScope(...given),
  }
}
