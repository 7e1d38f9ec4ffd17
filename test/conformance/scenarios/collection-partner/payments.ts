import { aboutNobody, aboutNoId, givenManagedCase } from '../given.ts'
import { type Cast, NOBODY, type Scenarios } from '../story.ts'

const PAID = { date: '2026-02-01', paymentAmount: 100 }
const VIA_PARTNER = { ...PAID, paymentRecipient: 'CollectionPartner' }

type Room = '/cases' | '/managed-cases'

const all = (room: Room, id: string) => `${room}/${id}/payments`
const one = (room: Room, id: string, paymentId = NOBODY) => `${all(room, id)}/${paymentId}`

/** A payment of 100 on a managed case of 900, or one that settles it. */
async function givenPayment(cast: Cast, room: Room, paymentAmount = 100) {
  const id = await givenManagedCase(cast, 'active')
  const closeCase = paymentAmount === 900
  const { body } = await cast.partner('POST', all(room, id), { ...VIA_PARTNER, paymentAmount, closeCase })
  return { id, paymentId: String(body.paymentId), path: one(room, id, body.paymentId) }
}

/** An invoice that was issued for a payment holds it where it is. */
async function givenInvoiced(cast: Cast, room: Room) {
  const payment = await givenPayment(cast, room)
  cast.world.setPaymentStatus(payment.paymentId, { platformInvoicing: 'InvoiceIssued' })
  return payment
}

const reading = (room: Room): Scenarios[string] => ({
  200: async (cast) => {
    const { id } = await givenPayment(cast, room)
    return cast.partner('GET', all(room, id))
  },
  ...aboutNobody('partner', 'GET', (id) => all(room, id)),
  ...aboutNoId('partner', 'GET', (id) => all(room, id)),
})

const changing = (room: Room): Scenarios[string] => ({
  200: async (cast) => cast.partner('PUT', (await givenPayment(cast, room)).path, VIA_PARTNER),
  400: async (cast) =>
    cast.partner('PUT', (await givenPayment(cast, room)).path, { ...VIA_PARTNER, paymentAmount: 0 }),
  ...aboutNobody('partner', 'PUT', (id) => one(room, id), VIA_PARTNER),
  409: async (cast) => cast.partner('PUT', (await givenPayment(cast, room, 900)).path, VIA_PARTNER),
  422: async (cast) => cast.partner('PUT', (await givenInvoiced(cast, room)).path, VIA_PARTNER),
})

const deleting = (room: Room): Scenarios[string] => ({
  204: async (cast) => cast.partner('DELETE', (await givenPayment(cast, room)).path),
  ...aboutNobody('partner', 'DELETE', (id) => one(room, id)),
  ...aboutNoId('partner', 'DELETE', (id) => one(room, id)),
  409: async (cast) => cast.partner('DELETE', (await givenPayment(cast, room, 900)).path),
  422: async (cast) => cast.partner('DELETE', (await givenInvoiced(cast, room)).path),
})

export const partnerPayments: Scenarios = {
  'GET /cases/{id}/payments': reading('/cases'),
  'POST /cases/{id}/payments': {
    200: async (cast) =>
      cast.partner('POST', all('/cases', await givenManagedCase(cast, 'active')), {
        ...VIA_PARTNER,
        paymentAmount: 900,
        closeCase: true,
      }),
    400: async (cast) => cast.partner('POST', all('/cases', await givenManagedCase(cast, 'active')), PAID),
    ...aboutNobody('partner', 'POST', (id) => all('/cases', id), VIA_PARTNER),
    422: async (cast) => {
      const path = all('/cases', await givenManagedCase(cast, 'active'))
      const key = { 'Idempotency-Key': 'one' }
      await cast.partner('POST', path, VIA_PARTNER, key)
      return cast.partner('POST', path, { ...VIA_PARTNER, paymentAmount: 1 }, key)
    },
  },
  'PUT /cases/{id}/payments/{paymentId}': changing('/cases'),
  'DELETE /cases/{id}/payments/{paymentId}': deleting('/cases'),
  'GET /managed-cases/{id}/payments': reading('/managed-cases'),
  'POST /managed-cases/{id}/payments': {
    200: async (cast) =>
      cast.partner('POST', all('/managed-cases', await givenManagedCase(cast, 'active')), PAID),
    400: async (cast) =>
      cast.partner('POST', all('/managed-cases', await givenManagedCase(cast, 'active')), {
        ...PAID,
        paymentAmount: 0,
      }),
    ...aboutNobody('partner', 'POST', (id) => all('/managed-cases', id), PAID),
  },
  'PUT /managed-cases/{id}/payments/{paymentId}': changing('/managed-cases'),
  'DELETE /managed-cases/{id}/payments/{paymentId}': deleting('/managed-cases'),
}
