import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { receiver } from '../sandbox/webhooks/receiver.ts'
import { failureOf, newScope } from '../steward/hosted.ts'
import { type HostedKit, hostKit } from './hosted-kit.ts'

let sandbox: Sandbox
let kit: HostedKit

beforeAll(async () => {
  sandbox = await createSandbox()
  kit = await hostKit(sandbox)
})
afterAll(async () => {
  await kit[Symbol.asyncDispose]()
  await sandbox.close()
})

describe('the handle of a case', () => {
  it('shows the fields of the case, and nothing else', async () => {
    const { debitura } = kit
    const claim = await debitura.cases.create({ amountToRecover: 1500, currencyCode: 'USD' })
    expect(claim).toMatchObject({ grossAmount: 1500, currency: 'USD', isTestCase: true })
    const read = await kit.steward.call('getCase', { kind: 'creditor' }, claim.id)
    expect(Object.keys(claim).toSorted()).toEqual(Object.keys(read).toSorted())
    expect({ ...claim }).not.toHaveProperty('steward')
    expect(JSON.parse(JSON.stringify(claim))).toMatchObject({ id: claim.id })
    expect(JSON.stringify(claim)).not.toContain('#')
  })

  it('is brought up to date by whatever drives the case', async () => {
    const claim = await kit.debitura.cases.create()
    expect(claim.lifecycle).toBe('Pending Verification Internal')
    expect(await claim.activate()).toBe(claim)
    expect(claim.lifecycle).toBe('Active')
    await claim.advance('Closed:Paid')
    expect(claim).toMatchObject({ lifecycle: 'Closed', closeCode: 'Paid', remainder: 0 })
    expect(await claim.payments()).toMatchObject([{ grossAmount: claim.grossAmount }])
    expect((await claim.timeline()).items[0]).toMatchObject({ type: 'CaseCreated' })
  })

  it('is brought up to date where the case is there already, though the handle did not know', async () => {
    const claim = await kit.debitura.cases.create()
    const other = await kit.debitura.cases.get(claim.id)
    await other.closeUnpaid()
    expect(claim.lifecycle).not.toBe('Closed')
    await claim.closeUnpaid()
    expect(claim.lifecycle).toBe('Closed')
  })

  it('is brought up to date when it is told to', async () => {
    const claim = await kit.debitura.cases.create()
    await (await kit.debitura.cases.get(claim.id)).activate()
    expect(await claim.refresh()).toBe(claim)
    expect(claim.lifecycle).toBe('Active')
  })

  it('takes the amount of a payment, or what is outstanding', async () => {
    const claim = await kit.debitura.cases.create({ amountToRecover: 100 })
    expect(await failureOf(claim.closePaid(40))).toMatchObject({ status: 400 })
    await claim.closePaid(100)
    expect(await claim.payments()).toMatchObject([{ grossAmount: 100 }])
  })

  it('refuses an amount that is none', async () => {
    const claim = await kit.debitura.cases.create()
    for (const amount of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, '100', {}]) {
      expect((await failureOf(claim.closePaid(amount as number))).code).toBe('DBT_INVALID_ADVANCE')
    }
    expect((await claim.refresh()).lifecycle).not.toBe('Closed')
  })

  it('wants the amount where it does not know what is outstanding', async () => {
    const claim = await kit.debitura.cases.create()
    Object.assign(claim, { remainder: undefined })
    const error = await failureOf(claim.closePaid())
    expect(error.code).toBe('DBT_INVALID_ADVANCE')
    expect(error.message).toContain('{ amount }')
  })

  it.each(['Nonsense', 'active', '', undefined, 7, null])(
    'refuses the target %j, and says which there are',
    async (to) => {
      const claim = await kit.debitura.cases.create()
      const error = await failureOf(claim.advance(to as never))
      expect(error.code).toBe('DBT_INVALID_ADVANCE')
      expect(error.message).toContain('Active, Closed:Paid, Closed:NoPayment')
    },
  )

  it('says what to do where the case was closed another way', async () => {
    const claim = await kit.debitura.cases.create()
    await claim.closeUnpaid()
    const error = await failureOf(claim.closePaid())
    expect(error).toMatchObject({ status: 400, what: `Failed to advance case ${claim.id} to Closed:Paid` })
    expect(error.message).toContain('make another one')
  })

  it('deletes its case, at once or at the end of a block', async () => {
    const first = await kit.debitura.cases.create()
    await first.delete()
    let id = ''
    {
      await using second = await kit.debitura.cases.create()
      id = second.id
    }
    const there = kit.world.cases().map((one) => one.id)
    expect(there).not.toContain(first.id)
    expect(there).not.toContain(id)
    expect(await failureOf(first.refresh())).toMatchObject({ code: 'DBT_GONE' })
  })

  it('that was deleted can be left by its block', async () => {
    await using claim = await kit.debitura.cases.create()
    await claim.delete()
  })

  it('does not delete what the run did not make', async () => {
    const { id } = kit.world.seedCase({ isTest: true })
    const claim = await kit.debitura.cases.get(id)
    expect((await failureOf(claim.delete())).code).toBe('DBT_NOT_OURS')
    expect(kit.world.cases().map((one) => one.id)).toContain(id)
  })

  it('is found by reference too', async () => {
    const claim = await kit.debitura.cases.create({ creditorReference: 'INV-7' })
    expect((await kit.debitura.cases.getByCreditorReference('INV-7')).id).toBe(claim.id)
    expect((await kit.debitura.cases.getByReference(claim.reference ?? '')).id).toBe(claim.id)
    expect((await kit.debitura.cases.list({ PageSize: 100 })).cases.map(({ id }) => id)).toContain(claim.id)
  })
})

describe('the handle of a managed case', () => {
  it('starts and closes its case, as the collection partner does', async () => {
    const claim = await kit.debitura.managedCases.create()
    await claim.start({ userEmail: 'ada@partner.example', welcomeMessage: 'We have taken your case.' })
    await claim.refresh()
    expect(claim.lifecycle).toBe('Active')
    await claim.close('Other', 'Settled between the parties.')
    await claim.refresh()
    expect(claim).toMatchObject({ lifecycle: 'Closed', closeCode: 'Other' })
  })

  it('drives and deletes its case, as any handle', async () => {
    const claim = await kit.debitura.managedCases.create()
    await claim.closePaid()
    expect(claim.closeCode).toBe('Paid')
    expect((await kit.debitura.managedCases.get(claim.id)).closeCode).toBe('Paid')
    expect((await kit.debitura.managedCases.list({ PageSize: 100 })).cases.map(({ id }) => id)).toContain(
      claim.id,
    )
    await claim.delete()
    expect(await failureOf(claim.refresh())).toMatchObject({ code: 'DBT_GONE' })
  })
})

describe('the handle of a client', () => {
  it('shows the fields of the client, and nothing else', async () => {
    const client = await kit.debitura.clients.onboard()
    const read = await kit.steward.call('getClient', client.externalTenantId)
    expect(Object.keys(client).toSorted()).toEqual([...Object.keys(read), 'borrowed'].toSorted())
    expect(client).toMatchObject({ onboardingDone: true, isAttributedClient: true, borrowed: false })
  })

  it('makes cases on the behalf of the client, and has a token for code that does', async () => {
    const client = await kit.debitura.clients.onboard()
    const claim = await client.cases.create()
    const token = await client.token()
    const response = await fetch(`${sandbox.urls.customer}/cases/${claim.id}`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    expect(response.status).toBe(200)
    const all = await kit.debitura.clients.listCases({ ExternalTenantId: client.externalTenantId })
    expect(all.cases).toHaveLength(1)
  })

  it('knows where its client signs, until it has', async () => {
    const client = await kit.debitura.clients.create()
    const link = client.onboardingLink()
    expect(link).toContain(sandbox.urls['referral-partner'])
    await fetch(link ?? '', { method: 'POST', redirect: 'manual' })
    await client.refresh()
    expect(client.onboardingDone).toBe(true)
    expect(client.onboardingLink()).toBeUndefined()
  })

  it('resets its client, at once or at the end of a block, and its addresses are free again', async () => {
    const email = 'cfo@acme.example'
    const first = await kit.debitura.clients.onboard({ email })
    expect(await first.isDeletable()).toMatchObject({ isDeletable: true })
    await first.reset()
    {
      await using _ = await kit.debitura.clients.onboard({ email })
    }
    const third = await kit.debitura.clients.onboard({ email })
    expect(third.isAttributedClient).toBe(true)
    await third.reset()
  })

  it('that was reset can be left by its block', async () => {
    await using client = await kit.debitura.clients.onboard()
    await client.reset()
  })

  it('that was reset refuses everything else', async () => {
    const client = await kit.debitura.clients.onboard()
    await client.reset()
    for (const call of [client.refresh(), client.token(), client.reset(), client.cases.create()]) {
      expect((await failureOf(call)).code).toBe('DBT_GONE')
    }
  })

  it('that could not be reset at the end of its block is an error', async () => {
    const leave = async () => {
      await using client = await kit.debitura.clients.onboard()
      kit.world.setBlockers(client.externalTenantId, { unpaidCommission: true })
    }
    expect((await failureOf(leave())).code).toBe('DBT_CLIENT_BLOCKED')
  })
})

describe('the handle of a client that is borrowed', () => {
  it('can be left by its block, and the client stays', async () => {
    await using borrowing = await hostKit(sandbox, { settings: { standingClient: 'standing' } })
    borrowing.world.seedClient({ externalTenantId: 'standing' })
    {
      await using client = await borrowing.debitura.clients.onboard()
      expect(client.borrowed).toBe(true)
    }
    {
      await using client = await borrowing.debitura.clients.get('standing')
      expect(client.borrowed).toBe(true)
    }
    expect(borrowing.world.clients()).toHaveLength(1)
  })

  it('refuses to be reset', async () => {
    kit.world.seedClient({ externalTenantId: 'theirs' })
    const client = await kit.debitura.clients.get('theirs')
    expect((await failureOf(client.reset())).code).toBe('DBT_NOT_OURS')
  })
})

describe('a webhook subscription', () => {
  it('is made in test mode, and deleted at once or when the test is over', async () => {
    const { id, secret, isTestMode } = await kit.debitura.webhooks.create({
      url: 'https://hook.example',
      events: ['case.closed'],
    })
    expect(isTestMode).toBe(true)
    expect(secret).not.toBe('')
    await kit.debitura.webhooks.delete({ id })
    expect(kit.world.webhooks()).toEqual([])
  })

  it('delivers what can be verified with its secret, as can what a test signs with it', async () => {
    const { webhooks, cases } = kit.debitura
    const hook = await receiver()
    const { id, secret } = await webhooks.create({ url: hook.url, events: ['case.created'] })
    const claim = await cases.create()
    const [delivery] = await hook.until(1)
    const header = delivery?.headers['x-debitura-signature']
    const event = webhooks.verify<'customer'>(delivery?.text ?? '', header, secret)
    expect(event).toMatchObject({ event: 'case.created', data: { caseId: claim.id } })
    const own = webhooks.sign(webhooks.sample('case.created', { data: { caseId: claim.id } }), secret)
    expect(webhooks.verify(own.body, own.headers['X-Debitura-Signature'], secret).data).toMatchObject({
      caseId: claim.id,
    })
    await webhooks.delete({ id })
  })
})

it('what is made for a scope that is over is refused, and says whose', async () => {
  const scope = newScope('invoices.test.ts > late')
  const late = kit.another(scope)
  await kit.steward.call('closeScope', scope.id)
  const error = await failureOf(late.cases.create())
  expect(error.code).toBe('DBT_SCOPE_OVER')
  expect(error.message).toContain('invoices.test.ts > late')
})

it('a handle that is used after its run is told so', async () => {
  await using ended = await hostKit(sandbox)
  const claim = await ended.debitura.cases.create()
  await ended.end()
  for (const call of [claim.refresh(), claim.delete(), ended.debitura.cases.create()]) {
    expect((await failureOf(call)).code).toBe('DBT_RUN_OVER')
  }
})
