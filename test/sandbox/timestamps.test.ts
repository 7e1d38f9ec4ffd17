import { describe, expect, test } from 'vitest'
import { type Caller, callerForClient, callers, started } from './callers.ts'
import { claim } from './payloads.ts'
import { receiver } from './webhooks/receiver.ts'

const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z?)$/

/** Fields of an answer that hold a time, with how each is written. */
function times(value: unknown, path = ''): [string, 'naive' | 'zoned'][] {
  if (typeof value === 'string') {
    const [, zone] = TIME.exec(value) ?? []
    return zone === undefined ? [] : [[path, zone === '' ? 'naive' : 'zoned']]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => times(one, `${path}.${key}`))
}

/** What each API answers to reads and writes of webhooks, clients and what belongs to them. */
async function answers(naiveTimestamps: boolean) {
  const sandbox = await started({ behaviours: { naiveTimestamps, testCasesInTransactions: 'list' } })
  const { customer, referral, partner } = callers(sandbox)
  sandbox.world().seedClient({ externalTenantId: 't' })
  const client = await callerForClient(sandbox, 't')
  const hook = await receiver()
  const webhook = { url: hook.url, events: ['case.updated'], isTestMode: true }
  const subscriptions = []
  const hooked = [
    [customer, '/webhooks'],
    [referral, '/v1/Webhooks'],
    [partner, '/webhooks'],
  ] as const
  for (const [caller, path] of hooked) {
    subscriptions.push({ caller, path, made: (await caller('POST', path, webhook)).body })
  }
  const subscribed = (await client('POST', '/webhooks', webhook)).body
  const { id } = (await client('POST', '/cases', claim())).body
  await client('POST', `/test/cases/${id}/advance`, { to: 'Closed:Paid', amount: 1250 })
  const director = {
    directorFullName: 'Ada Lovelace',
    directorHomeAddress: '1 Dorset Street, London',
    directorDateOfBirth: '1985-12-10',
  }
  const kyc = (await referral('POST', '/clients/t/kyc-verification', director)).body
  await sandbox.world().clock.moveForward('20m')
  const read = async (caller: Caller, path: string) => (await caller('GET', path)).body
  return {
    writes: [subscribed, kyc, ...subscriptions.map(({ made }) => made)],
    reads: [
      ...(await Promise.all(
        subscriptions.flatMap(({ caller, path, made }) => [
          read(caller, path),
          read(caller, `${path}/${made.id}`),
        ]),
      )),
      await read(client, `/webhooks/events?caseId=${id}`),
      await read(referral, '/clients'),
      await read(referral, '/clients/t'),
      await read(referral, '/cases'),
      await read(referral, `/cases/${id}`),
      await read(referral, '/reporting/transactions'),
    ],
  }
}

describe.each([
  [true, 'naive'],
  [false, 'zoned'],
] as const)('where naiveTimestamps is %s', (naive, style) => {
  test(`reads of every API write ${style} times`, async () => {
    for (const read of (await answers(naive)).reads) {
      const found = times(read)
      expect(found).not.toEqual([])
      expect(found).toEqual(found.map(([path]) => [path, style]))
    }
  })

  test('answers to writes have the zone', async () => {
    for (const write of (await answers(naive)).writes) {
      const found = times(write)
      expect(found).not.toEqual([])
      expect(found).toEqual(found.map(([path]) => [path, 'zoned']))
    }
  })
})
