import { expect, it } from 'vitest'
import { createSandbox } from '../../src/sandbox/index.ts'
import { ForgottenRun, others, sweep } from './swept.ts'

const RUNS = 40

/** As many pages as a list of so many rows has. */
const pages = (rows: number) => Math.max(1, Math.ceil(rows / 100))

it('5,000 leftovers of 40 runs among 20,000 foreign cases and 500 foreign clients: all of ours, none of theirs', async () => {
  await using sandbox = await createSandbox({ strict: false })
  const world = 'scale'
  const view = sandbox.world(world)
  for (let client = 0; client < 500; client++) {
    view.seedClient({ externalTenantId: `tenant-${client}` })
    if (client % 5 === 0) view.seedCase({ externalTenantId: `tenant-${client}`, isTest: client % 2 === 0 })
  }
  const runs = Array.from({ length: RUNS }, () => new ForgottenRun(sandbox, world))
  for (let made = 0; made < 19_900; made++) {
    view.seedCase({
      isTest: made % 3 > 0,
      tag: made % 3 === 2 ? 'suite-run-of-somebody' : 'theirs',
      creditorReference: made % 7 === 0 ? `sr-INV-${made}` : `INV-${made}`,
    })
    if (made % 200 === 0) await leaveSome(runs, made / 200)
  }
  await view.clock.moveForward('5h')
  view.seedCase({ isTest: true, creditorReference: 'INV-late' })
  const young = new ForgottenRun(sandbox, world)
  young.leaveCase()
  young.leaveCase(young.leaveClient())

  const before = others(view, runs)
  expect([before.cases.length, before.clients.length]).toEqual([20_003, 501])
  const leftovers = view.cases().length + view.clients().length + view.webhooks().length - 20_003 - 501
  expect(leftovers).toBe(5_000)

  const creditors = 19_900 + 1 + 1
  const collected = view.cases().filter(({ isTest }) => !isTest).length + RUNS
  const looking =
    pages(creditors + RUNS * 105) + pages(RUNS) + pages(collected) + pages(581) + 3 + 581 * 2 + 500
  const deleting = RUNS * (1 + 1 + 2) + 2 * RUNS * 2 + RUNS
  const lookingAgain = pages(creditors) + pages(0) + pages(501) + 1
  const least = looking + deleting + lookingAgain

  const startedAt = performance.now()
  const report = await sweep(sandbox, { world })
  const seconds = (performance.now() - startedAt) / 1_000

  expect(others(view, [])).toEqual(before)
  const deleted = report.lines.filter(({ outcome }) => outcome === 'deleted').flatMap(({ ids }) => ids)
  expect(deleted.length).toBe(5_000)
  expect(report).toMatchObject({ verified: true, interrupted: false, notices: [] })
  expect(report.calls).toMatchObject({ made: least, least })
  process.stderr.write(
    `sweep: ${deleted.length} of ${report.listed} things deleted in ${seconds.toFixed(1)} s, ${report.calls.made} calls, ${report.calls.least} the least possible\n`,
  )
}, 60_000)

/** 125 things per run, spread over time: 105 cases, 2 clients with 8 cases each, a managed case and a subscription. */
async function leaveSome(runs: readonly ForgottenRun[], round: number): Promise<void> {
  for (const run of runs) {
    for (let made = 0; made < (round < 5 ? 2 : 1); made++) run.leaveCase()
    if (round < 2) {
      const client = run.leaveClient()
      for (let made = 0; made < 8; made++) run.leaveCase(client)
    }
    if (round === 50) {
      await run.leaveManagedCase()
      await run.leaveWebhook()
    }
  }
}
