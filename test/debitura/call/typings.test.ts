import { expectTypeOf, it } from 'vitest'
import { type Case, customerApi, referralPartnerApi } from '../../../src/contract/index.ts'
import type { DebituraConnection } from '../../../src/debitura/index.ts'
import { KEY } from '../debitura.ts'

it('a call is typed by its operation', () => {
  // Never called: what it says is checked by the compiler.
  const calls = (debitura: DebituraConnection) => {
    const made = debitura.call(customerApi.createCase, {
      credential: KEY,
      parameters: {},
      body: { currencyCode: 'USD' },
    })
    expectTypeOf(made).resolves.toEqualTypeOf<Case>()
    // @ts-expect-error the path needs an id
    debitura.call(customerApi.getCase, { credential: KEY, parameters: {} })
    // @ts-expect-error the id is text
    debitura.call(customerApi.getCase, { credential: KEY, parameters: { id: 7 } })
    // @ts-expect-error the path parameter has another name
    debitura.call(referralPartnerApi.getClient, { credential: KEY, parameters: { id: 'acme' } })
    // @ts-expect-error the body needs a currency
    debitura.call(customerApi.createCase, { credential: KEY, parameters: {}, body: { amountToRecover: 7 } })
    // @ts-expect-error there is no body
    debitura.call(customerApi.getCase, { credential: KEY, parameters: { id: 'a' }, body: {} })
  }
  expectTypeOf(calls).toBeFunction()
})
