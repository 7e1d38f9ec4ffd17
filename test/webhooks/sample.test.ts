import * as v from 'valibot'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { type EventPayload, WEBHOOK_PAYLOADS } from '../../src/contract/shapes/index.ts'
import { API_EVENTS, API_NAMES, type ApiName, type WebhookEventName } from '../../src/contract/words/index.ts'
import { sample } from '../../src/webhooks/index.ts'

const sent = API_NAMES.flatMap((api) => API_EVENTS[api].map((event) => [api, event] as const))

/** Any event of any API: the table says which there are. */
const sampleOf = (api: ApiName, event: WebhookEventName, overrides?: object) =>
  sample(event, overrides as never, { api: api as never }) as Record<string, unknown>

/** As JavaScript can call it. */
const loosely = sample as (event: string, overrides?: unknown, options?: object) => unknown

describe('a sample', () => {
  test.each(sent)(
    'of the %s API’s %s has every field that it is declared to have, and no other',
    (api, event) => {
      const shapes: Partial<Record<WebhookEventName, v.GenericSchema>> = WEBHOOK_PAYLOADS[api]
      const made = sampleOf(api, event)
      expect(v.parse(shapes[event] ?? v.never(), made)).toEqual(made)
      expect(made).toMatchObject({ event, specVersion: '1.0', classification: 'test' })
    },
  )

  test('is another event each time', () => {
    const [one, other] = [sample('payment.created'), sample('payment.created')]
    expect(one.id).not.toBe(other.id)
    expect(one.data.caseId).not.toBe(other.data.caseId)
    expect(one.data.paymentId).not.toBe(other.data.paymentId)
  })

  test('has what a test says of it, however deep, and what it does not say', () => {
    const made = sample('client.linked', {
      data: { externalTenantId: 'acme', creditor: { isAttributed: true } },
    })
    expect(made.data).toMatchObject({
      externalTenantId: 'acme',
      creditor: { isAttributed: true, companyName: expect.any(String) },
    })
    expect(sample('case.closed', { data: { closeCode: null, closeComment: undefined } }).data).toMatchObject({
      closeCode: null,
      closeComment: null,
    })
  })

  test('has links that follow its ids', () => {
    const caseId = '11111111-2222-4333-8444-555555555555'
    const data = { caseId }
    expect(sample('case.created', { data }).links.self).toBe(
      `https://customer-api.debitura.com/cases/${caseId}`,
    )
    expect(sample('case.assigned', { data }).links.self).toBe(
      `https://collectionpartner-api.debitura.com/cases/${caseId}`,
    )
    expect(sample('client.linked', { data: { externalTenantId: 'a b/c\ud800' } }).links.client).toBe(
      'https://referral-api.debitura.com/clients/a%20b%2Fc%EF%BF%BD',
    )
    expect(sample('case.created', { links: { self: 'http://localhost/1' } }).links.self).toBe(
      'http://localhost/1',
    )
  })

  test('is as the named API tells it', () => {
    expect(sample('case.closed').data).not.toHaveProperty('externalTenantId')
    const told = sample('case.closed', { data: { externalTenantId: 'acme' } }, { api: 'referral-partner' })
    expect(told.data.externalTenantId).toBe('acme')
    expect(told.links.client).toMatch(/\/clients\/acme$/)
    expect(sample('case.closed', {}, { api: 'collection-partner' }).links.self).toMatch(/collectionpartner/)
  })
})

describe('no sample is made', () => {
  const refused = (why: string, todo: string) =>
    expect.objectContaining({
      code: 'DBT_INVALID_PAYLOAD',
      why: expect.stringContaining(why),
      todo: expect.stringContaining(todo),
    })

  test.each(['case.closd', '', 'toString', '__proto__', undefined])('of %j, which is no event', (event) => {
    expect(() => loosely(event as string)).toThrow(
      refused('there is no such event', 'case.created, case.updated, case.closed, payment.created'),
    )
  })

  test('of an event that the API does not send', () => {
    expect(() => loosely('case.assigned', {}, { api: 'customer' })).toThrow(
      refused(
        'the Customer API does not send it',
        'It is sent by the Collection Partner API (`collection-partner`)',
      ),
    )
    expect(() => loosely('payment.created', {}, { api: 'referral-partner' })).toThrow(
      refused('does not send it', 'Customer API (`customer`) and the Collection Partner API'),
    )
    expect(() => loosely('case.created', {}, { api: 'partner' })).toThrow(
      refused('no API `partner`', '`customer`'),
    )
  })

  test.each([
    [{ dat: {} }, '`dat` is not', '`data`'],
    [{ data: { closecode: 'Paid' } }, '`data.closecode` is not', '`closeCode`'],
    [{ data: { constructor: 1 } }, '`data.constructor` is not', '`closeCode`'],
    [{ data: 'Paid' }, '`data` has to be an object', '`closeCode`'],
    [{ data: null }, '`data` has to be an object', '`closeCode`'],
    [{ links: [] }, '`links` has to be an object', '`self`'],
    [null, 'has to be an object', '`data`'],
    ['Paid', 'has to be an object', '`data`'],
    [{ event: 'case.created' }, 'its `event` is case.closed', 'the other event'],
  ])('with %j laid over it', (overrides, why, todo) => {
    expect(() => loosely('case.closed', overrides)).toThrow(refused(why, todo))
  })
})

test('a sample is typed by its event and its API', () => {
  // Never called: what it says is checked by the compiler.
  const samples = () => {
    expectTypeOf(sample('case.closed')).toEqualTypeOf<EventPayload<'customer', 'case.closed'>>()
    expectTypeOf(sample('case.assigned')).toEqualTypeOf<EventPayload<'collection-partner', 'case.assigned'>>()
    expectTypeOf(sample('client.linked').data.creditor.isAttributed).toEqualTypeOf<boolean>()
    expectTypeOf(sample('case.closed', {}, { api: 'referral-partner' })).toEqualTypeOf<
      EventPayload<'referral-partner', 'case.closed'>
    >()
    expectTypeOf<EventPayload<'customer', 'payment.created'>['data']['amount']>().toEqualTypeOf<number>()
    // @ts-expect-error there is no such event
    sample('case.closd')
    // @ts-expect-error the Customer API does not send it
    sample('case.assigned', {}, { api: 'customer' })
    // @ts-expect-error there is no such field
    sample('case.closed', { data: { closecode: 'Paid' } })
    // @ts-expect-error it is text
    sample('case.closed', { data: { closeCode: 7 } })
    // @ts-expect-error nothing of a declined link is attributed
    sample('client.link_declined').data.creditor.isAttributed
  }
  expectTypeOf(samples).toBeFunction()
})
