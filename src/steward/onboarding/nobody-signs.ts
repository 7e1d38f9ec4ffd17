import { RUN_VARIABLES } from '../../contract/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import type { Onboarding } from './onboarding.ts'

/** On a real service, without the author's help, a new client stays unsigned. */
export const nobodySigns: Onboarding = {
  assertPossible() {
    throw new DebituraTestkitError({
      code: 'DBT_ONBOARDING',
      what: 'Failed to onboard a client',
      why: 'Debitura has no API that signs the contract, so a person or a browser script has to',
      todo:
        `Give the option \`completeOnboarding\`, or name a client that was onboarded by hand in ${RUN_VARIABLES.standingClient}, ` +
        'or make an unsigned client with `debitura.clients.create()`',
    })
  },
  async complete() {
    this.assertPossible()
  },
}
