import * as v from 'valibot'
import { expect, test } from 'vitest'
import { WEBHOOK_PAYLOADS } from '../../src/contract/shapes/index.ts'
import { API_EVENTS, type ApiName, type WebhookEventName } from '../../src/contract/words/index.ts'
import type { SandboxOptions } from '../../src/sandbox/index.ts'
import { sample, sign, verify } from '../../src/webhooks/index.ts'
import { type Caller, callerForClient, callers, started } from '../sandbox/callers.ts'
import { open, press } from '../sandbox/pages.ts'
import { applicant, claim, managedClaim } from '../sandbox/payloads.ts'
import { type Received, receiver } from '../sandbox/webhooks/receiver.ts'

interface Delivery extends Received {
  readonly api: ApiName
  readonly secret: string
}

/** A world where every API has a subscription of either mode, which hears of all that happens there. */
async function listening(options?: SandboxOptions) {
  const sandbox = await started(options)
  const world = sandbox.world()
  world.seedClient({ externalTenantId: 't' })
  const { customer, referral, partner } = callers(sandbox)
  const hear = async (api: ApiName, caller: Caller, path: string) => {
    const { url, received } = await receiver()
    const subscribe = (isTestMode: boolean) =>
      caller('POST', path, { url, events: API_EVENTS[api], isTestMode })
    return {
      api,
      secrets: [(await subscribe(true)).body.secret, (await subscribe(false)).body.secret],
      received,
    }
  }
  const hooks = [
    await hear('customer', customer, '/webhooks'),
    await hear('referral-partner', referral, '/v1/Webhooks'),
    await hear('collection-partner', partner, '/webhooks'),
  ]
  const heard = async (): Promise<Delivery[]> => {
    await world.clock.moveForward('0s')
    return hooks.flatMap(({ api, secrets: [tests, live], received }) =>
      received.map((one) => ({ ...one, api, secret: one.text.includes('"production"') ? live : tests })),
    )
  }
  return { world, customer, referral, partner, client: await callerForClient(sandbox, 't'), heard }
}

const PAID = { to: 'Closed:Paid', amount: 1250 }

type Cast = Awaited<ReturnType<typeof listening>>

/** Test cases of every account, and a real one that the creditor and its collection partner both see. */
async function livesOfCases({ world, customer, partner, client }: Cast) {
  for (const caller of [customer, client])
    await caller('POST', `/test/cases/${(await caller('POST', '/cases', claim())).body.id}/advance`, PAID)
  await partner('POST', '/managed-cases', managedClaim())
  const { id } = world.seedCase({ lifecycle: 'PendingVerification' })
  const userEmail = 'ada@partner.example'
  await partner('POST', `/cases/${id}/start`, { welcomeMessage: 'Hello', userEmail })
  await partner('POST', `/cases/${id}/chats`, { message: 'Is there any news?', userEmail })
  const payment = { date: '2026-02-01', paymentAmount: 100, paymentRecipient: 'CollectionPartner' }
  const { paymentId } = (await partner('POST', `/cases/${id}/payments`, payment)).body
  await partner('DELETE', `/cases/${id}/payments/${paymentId}`)
  await partner('POST', `/cases/${id}/close`, { closeCode: 'Other', comment: 'Enough' })
}

/** A client that is onboarded, and one that is asked for a link until it agrees. */
async function livesOfClients({ world, referral }: Cast) {
  const { onboardingLinks } = (await referral('POST', '/clients', applicant('new'))).body
  await fetch(onboardingLinks.url, { method: 'POST' })
  world.setStanding({ powerOfAttorney: 'Signed' }, 'new')
  const email = 'office@existing.example'
  world.seedAccount({ email })
  const antarctic = claim({ debtor: { ...claim().debtor, countryAlpha2: 'AQ' } })
  const asking = applicant('asked', { users: [{ name: 'A', email }], cases: [antarctic] })
  const ask = async () => (await referral('POST', '/clients', asking)).body.data.onboardingLinks.url
  await press(await open(await ask()), 'Decline')
  await ask()
  await world.clock.moveForward('169h')
  await press(await open(await ask()), 'Approve')
}

/** All names of fields, however deep: `data.creditor.id`. A list counts by its first element. */
function fieldsOf(value: unknown, path = ''): string[] {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first !== 'object' || first === null) return [path]
  return Object.entries(first).flatMap(([name, inner]) => fieldsOf(inner, `${path}.${name}`))
}

const shapeOf = (api: ApiName, event: WebhookEventName): v.GenericSchema => {
  const shapes: Partial<Record<WebhookEventName, v.GenericSchema>> = WEBHOOK_PAYLOADS[api]
  return shapes[event] ?? v.never()
}

const everything = async (options?: SandboxOptions) => {
  const cast = await listening(options)
  await livesOfCases(cast)
  await livesOfClients(cast)
  return cast.heard()
}

test('every event of every API is delivered as its shape and its sample say, to the field', async () => {
  const deliveries = await everything()
  const seen = new Set<string>()
  for (const { api, secret, text, headers } of deliveries) {
    const payload = verify(text, headers['x-debitura-signature'], secret)
    const { event } = payload
    seen.add(`${api} ${event}`)
    // A field that the shape does not know would be missing in what is parsed.
    expect(v.parse(shapeOf(api, event), payload), text).toEqual(payload)
    expect(fieldsOf(sample(event, undefined, { api: api as never })), text).toEqual(fieldsOf(payload))
  }
  const all = Object.entries(API_EVENTS).flatMap(([api, events]) => events.map((event) => `${api} ${event}`))
  expect([...seen].toSorted()).toEqual(all.toSorted())
})

test('what is spelled in another way by choice is of the same shapes', async () => {
  const behaviours = { eventWords: 'label', classificationInPayload: false } as const
  for (const { api, text } of await everything({ behaviours })) {
    const payload = JSON.parse(text)
    expect(v.parse(shapeOf(api, payload.event), payload), text).toEqual(payload)
  }
})

test('a delivery that is signed here has the headers of one that is delivered', async () => {
  const cast = await listening()
  await cast.customer('POST', '/cases', claim())
  const [delivery] = await cast.heard()
  const { text = '', secret = '', headers = {} } = delivery ?? {}
  const [seconds = ''] = /\d+/.exec(String(headers['x-debitura-signature'])) ?? []
  const signed = sign(text, secret, { at: new Date(Number(seconds) * 1000) })
  const lowered = Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), value])
  expect(headers).toMatchObject(Object.fromEntries(lowered))
})
