import { describe, expect, it } from 'vitest'
import {
  contentsOf,
  hasTerminal,
  inlineProject,
  meeting,
  observedSandbox,
  type RunOptions,
  runVitest,
} from './harness/index.ts'

/** Clients that something keeps from being reset, and what the application under test left in one of them. */
const suite = /* ts */ `
  import { expect, test } from 'debitura-testkit/vitest'
  import { meet } from './meet.ts'

  test('clients whose blockers only Debitura can lift', async ({ debitura }) => {
    const commission = await debitura.clients.onboard({ externalTenantId: 'owes-commission' })
    await commission.cases.create()
    await debitura.clients.onboard({ externalTenantId: 'has-quotes' })
    await meet('onboarded')
  })

  test('a client in which the application opened a case of its own', async ({ debitura, client }) => {
    const example = debitura.cases.build()
    const call = async (method: string, path: string, body: object) => {
      const response = await fetch(process.env.DEBITURA_CUSTOMER_API_URL + path, {
        method,
        headers: { authorization: 'Bearer ' + (await client.token()), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      expect(response.ok).toBe(true)
      return response.json()
    }
    const { id } = await call('POST', '/cases', { ...example, isTest: true })
    await call('POST', '/test/cases/' + id + '/advance', { to: 'Active' })
    expect(await client.isDeletable()).toMatchObject({ isDeletable: false })
  })
`

/** Runs the suite in a world, whose blockers are set when both clients are there. */
async function run(options: RunOptions = {}) {
  await using sandbox = await observedSandbox()
  await using place = await meeting()
  using project = inlineProject({ 'a.test.ts': suite })
  const world = sandbox.world('leftovers')
  const blocked = place.arrived('onboarded').then(() => {
    world.setBlockers('owes-commission', { unpaidCommission: true })
    world.setBlockers('has-quotes', { pendingLeadQuotes: true })
    place.open('onboarded')
  })
  const [finished] = await Promise.all([
    runVitest(project, {
      ...options,
      variables: { ...sandbox.variables('leftovers'), MEETING: place.url, ...options.variables },
    }),
    blocked,
  ])
  return { ...finished, after: contentsOf(world) }
}

/** The summary: after it, Vitest shows the cursor again. */
const ownLines = (output: string) =>
  output.slice(output.lastIndexOf('\ndebitura') + 1).replace('\x1b[?25h', '')
/** What is left over, in the order of the alphabet: clients are reset side by side. */
const sorted = (summary: string) => {
  const [head, ...leftovers] = summary.split(/^(?= {2}left over)/m)
  return [head, ...leftovers.sort()].join('')
}
const masked = (summary: string) =>
  summary
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<uuid>')
    .replaceAll(/sr-[\w-]{31}/g, '<marker>')
    .replaceAll(/\d+\.\d s/g, '<n> s')

describe('a client that cannot be reset', () => {
  it("is reported in Debitura's words, with what to do, and fails the run", async () => {
    const { exitCode, output, stderr, results, after } = await run()
    expect(
      results?.tests.map(({ state }) => state),
      output,
    ).toEqual(['passed', 'passed'])
    expect(exitCode).toBe(1)
    expect(after.clients.map(({ externalTenantId }) => externalTenantId)).toEqual([
      'owes-commission',
      'has-quotes',
    ])
    expect(after.cases).toEqual([])
    // Not a terminal, so nothing but text.
    expect(masked(sorted(ownLines(stderr)))).toMatchInlineSnapshot(`
      "debitura  sandbox  left something over
        tag       suite-run-<uuid>, and every case that bears it is deleted
        cases     1 made, 1 deleted
        clients   3 made, 1 reset, 2 left over
        webhooks  1 made, 1 deleted
        calls     29, 13 of them to clean up
        time      <n> s, <n> s of it to clean up at the end
        left over  client has-quotes
          because  You have pending lead quotes that must be resolved before deleting your account.
          to do    Select or decline its pending quotes in Debitura, then reset the client again
        left over  client owes-commission
          because  Unpaid partner commission — must be reconciled before account deletion.
          to do    Have the commission reconciled in Debitura, then reset the client again
      "
    `)
  })

  it.skipIf(!hasTerminal)('only warns where it was asked to, in colour on a terminal', async () => {
    const { exitCode, output, after } = await run({
      terminal: true,
      variables: { DEBITURA_ON_LEFTOVER: 'warn' },
    })
    expect(exitCode, output).toBe(0)
    expect(after.clients).toHaveLength(2)
    expect(output).toContain('\x1b[31mleft something over\x1b[39m')
  })
})

describe('DEBITURA_KEEP=1', () => {
  it.skipIf(!hasTerminal)('keeps everything, says how to delete it, and respects NO_COLOR', async () => {
    const { exitCode, output, after, state } = await run({
      terminal: true,
      variables: { DEBITURA_KEEP: '1', NO_COLOR: '1' },
    })
    expect(exitCode, output).toBe(0)
    expect(after.clients).toHaveLength(3)
    expect(after.cases).toHaveLength(2)
    const summary = ownLines(output.replaceAll('\r\n', '\n'))
    expect(summary).not.toContain('\x1b')
    expect(masked(summary)).toMatchInlineSnapshot(`
      "debitura  sandbox  kept everything
        tag       suite-run-<uuid>
        cases     1 made, 0 deleted, 1 kept
        clients   3 made, 0 reset, 3 kept
        webhooks  1 made, 1 deleted
        calls     17, 1 of them to clean up
        time      <n> s, <n> s of it to clean up at the end
        note      Kept, as asked. Delete the cases later with DELETE /test/cases?tag=suite-run-<uuid> on each API that has some.
        note      Kept client owes-commission: DELETE /clients/owes-commission.
        note      Kept client has-quotes: DELETE /clients/has-quotes.
        note      Kept client <marker>: DELETE /clients/<marker>.
      "
    `)
    // For whoever deletes it later.
    expect(Object.keys(state).filter((name) => name.endsWith('.jsonl'))).toHaveLength(1)
  })
})
