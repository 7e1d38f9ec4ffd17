import { expect, onTestFinished, test } from 'vitest'
import { Debitura } from '../../../src/sandbox/debitura.ts'
import { settingsFrom } from '../../../src/sandbox/options.ts'
import { requestLink } from '../../../src/sandbox/rules/clients/request-link.ts'
import type { Subscription } from '../../../src/sandbox/store/webhook-table.ts'
import { enqueue } from '../../../src/sandbox/webhooks/enqueue.ts'
import { applicant } from '../payloads.ts'

const BOUND = 10_000

/** A world whose clock stands still, with a referral partner that hears of its clients at an address. */
function subscribed(url: string) {
  const debitura = new Debitura(settingsFrom({}))
  onTestFinished(() => debitura.close())
  const world = debitura.world('w')
  world.clock.freeze()
  const subscription: Subscription = {
    id: 's',
    accountId: world.referralPartner.id,
    url,
    events: ['client.link_expired'],
    isTestMode: false,
    isActive: true,
    disabledReason: null,
    failures: 0,
    secret: '',
    created: world.now(),
    updated: world.now(),
  }
  world.webhooks.add(subscription)
  const letter = { subjectId: 'a', caseId: null, event: 'case.created', payload: '{}', firedAt: world.now() }
  const send = (count: number) => {
    for (let sent = 0; sent < count; sent++) enqueue(world, subscription, letter)
  }
  const settled = () => debitura.deliveries.settled(world)
  return { world, send, settled }
}

test('of what cannot be delivered the latest 10,000 are kept, each with its appointment', async () => {
  const { world, send, settled } = subscribed('https://nowhere.example.com/')
  send(BOUND)
  await settled()
  expect(world.agenda.all()).toHaveLength(BOUND)
  const [oldest] = world.outbox.to('s')
  send(100)
  await settled()
  expect(world.outbox.to('s')).toHaveLength(BOUND)
  expect(world.agenda.all()).toHaveLength(BOUND)
  expect(world.events.to('s')).toHaveLength(BOUND)
  expect(world.outbox.byId(oldest?.id ?? '')).toBeUndefined()
})

test('of the links that were asked for the latest 10,000 wait; one that is crowded out has expired', () => {
  const { world } = subscribed('https://nowhere.example.com/')
  const ask = (tenant: number) => requestLink(world, world.creditor, applicant(String(tenant)))
  const first = ask(0)
  for (let tenant = 1; tenant <= BOUND; tenant++) ask(tenant)
  expect([...world.links.all()]).toHaveLength(BOUND)
  expect(world.agenda.all().filter(({ kind }) => kind === 'link-expiry')).toHaveLength(BOUND)
  expect(first.status).toBe('expired')
  expect(world.outbox.to('s')).toMatchObject([{ event: 'client.link_expired' }])
})
