import {
  API_NAMES,
  API_TITLES,
  collectionPartnerApi,
  customerApi,
  KEY_VARIABLES,
  referralPartnerApi,
} from '../contract/index.ts'
import { DebituraApiError, DebituraTestkitError } from '../errors/index.ts'
import type { KeyedCalls } from './keyed-calls.ts'
import type { RunSettings } from './settings.ts'

const ASK_WHO = {
  customer: customerApi.getMe,
  'referral-partner': referralPartnerApi.getMe,
  'collection-partner': collectionPartnerApi.getMe,
} as const

/** How long the start of a run may wait for an answer, in milliseconds: a host that drops packets gives none. */
const ASK_WITHIN_MS = 5_000

/**
 * Asks each API whether it knows its key, so that a wrong one is one clear error at the start and not one in every
 * test. Only a refusal counts: an API that is down is the tests' to find out.
 * @throws DebituraTestkitError `DBT_SETTINGS`
 * @see docs.debitura.com/developer-concepts/authentication
 */
export async function checkKeys(keyed: KeyedCalls, { keys, environment }: RunSettings): Promise<void> {
  const signal = AbortSignal.timeout(ASK_WITHIN_MS)
  const given = API_NAMES.filter((api) => keys[api] !== undefined)
  await Promise.all(
    given.map(async (api) => {
      try {
        await keyed.call(ASK_WHO[api], { parameters: {}, signal })
      } catch (error) {
        if (!(error instanceof DebituraApiError && error.status === 401)) return
        throw new DebituraTestkitError({
          code: 'DBT_SETTINGS',
          what: 'Failed to start the run',
          why: `the ${API_TITLES[api]} of the environment \`${environment}\` does not know the key that it was given`,
          todo: `Check ${KEY_VARIABLES[api]}: keys of one environment do not work in another`,
        })
      }
    }),
  )
}
