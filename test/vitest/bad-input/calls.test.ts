import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import {
  contentsOf,
  type FinishedVitest,
  inlineProject,
  lineOf,
  observedSandbox,
  runVitest,
} from '../harness/index.ts'

/** One mistake a test; each line that makes one is marked. */
const suite = /* ts */ `
  import { startRun } from 'debitura-testkit'
  import { expect, test } from 'debitura-testkit/vitest'

  test('a blank tag', async ({ debitura }) => {
    await debitura.cases.create({ tag: ' ' } as object) // a blank tag
  })
  test('a tag over 100 characters', async ({ debitura }) => {
    await debitura.cases.create({ tag: 'x'.repeat(101) } as object) // a tag over 100 characters
  })
  test('a tag of somebody else', async ({ client }) => {
    await client.cases.create({ tag: 'somebody-else' } as object) // a tag of somebody else
  })
  test('a case that is no test case', async ({ debitura }) => {
    await debitura.managedCases.create({ isTest: false } as object) // a case that is no test case
  })
  test('a creditorReference over 50 characters', async ({ debitura }) => {
    await debitura.cases.create({ creditorReference: 'x'.repeat(51) }) // a creditorReference over 50 characters
  })
  test('a field of the wrong type', async ({ debitura }) => {
    await debitura.cases.create({ amountToRecover: '1500' } as object) // a field of the wrong type
  })
  test('what Debitura refuses', async ({ debitura }) => {
    await debitura.cases.create({ currencyCode: 'XYZ' }) // what Debitura refuses
  })
  test('an unknown advance target', async ({ testCase }) => {
    await testCase.advance('Closed:Lost' as 'Active') // an unknown advance target
  })
  test('Closed:Paid where nothing says how much is outstanding', async ({ testCase }) => {
    Object.assign(testCase, { remainder: null })
    await testCase.closePaid() // Closed:Paid where nothing says how much is outstanding
  })
  test('an amount that is not positive', async ({ testCase }) => {
    await testCase.advance('Closed:Paid', { amount: -1 }) // an amount that is not positive
  })
  test('a case that is closed another way', async ({ testCase }) => {
    await testCase.closeUnpaid()
    await testCase.advance('Closed:Paid') // a case that is closed another way
  })
  test('a case that was deleted', async ({ testCase }) => {
    await testCase.delete()
    await testCase.refresh() // a case that was deleted
  })
  test('a client that was reset', async ({ client }) => {
    await client.reset()
    await client.cases.create() // a client that was reset
  })
  test('the token of a client that was reset', async ({ client }) => {
    await client.reset()
    await client.token() // the token of a client that was reset
  })
  test('a case that is not there', async ({ debitura }) => {
    await debitura.cases.get('00000000-0000-4000-8000-000000000000') // a case that is not there
  })
  test('an event that does not come', async ({ testCase }) => {
    await testCase.waitForEvent('case.created')
    await testCase.waitForEvent('case.closed', { timeout: 1 }) // an event that does not come
  })
  test('a matcher on a case that was deleted', async ({ testCase }) => {
    await testCase.delete()
    await expect(testCase).toBeClosed() // a matcher on a case that was deleted
  })
  test('a matcher that does not hold', async ({ testCase }) => {
    await expect(testCase).toBeClosed('Paid') // a matcher that does not hold
  })
  test('a matcher on something else', async () => {
    await expect('a case').toBeClosed() // a matcher on something else
  })
  test('a handle whose run is over', async () => {
    const run = await startRun()
    const claim = await run.debitura.cases.create()
    await run.end()
    await claim.refresh() // a handle whose run is over
  })
  test('something new of a run that is over', async () => {
    const run = await startRun()
    await run.end()
    await run.debitura.cases.create() // something new of a run that is over
  })
`

/** What nobody here made, and keys that are not all there. */
const guests = /* ts */ `
  import { test } from 'debitura-testkit/vitest'

  test('a client that somebody else made', async ({ debitura }) => {
    const client = await debitura.clients.get('somebody-elses')
    await client.reset() // a client that somebody else made
  })
  test('an externalTenantId that is taken', async ({ debitura }) => {
    await debitura.clients.onboard({ externalTenantId: 'somebody-elses' }) // an externalTenantId that is taken
  })
  test('a case that somebody else made', async ({ debitura }) => {
    const [claim] = (await debitura.cases.list()).cases ?? []
    await (await debitura.cases.get(claim!.id)).delete() // a case that somebody else made
  })
  test('an API without a key', async ({ debitura }) => {
    await debitura.managedCases.create() // an API without a key
  })
`

const codes = (run: FinishedVitest) =>
  Object.fromEntries(
    run.results?.tests.map(({ name, failures: [first] }) => [
      name,
      `${first?.code}: ${first?.message.replaceAll(/sr-[\w-]{22}-[\w-]{8}|[0-9a-f-]{36}/g, '<id>').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+/g, '<time>')}`,
    ]) ?? [],
  )

function expectAtTheirLines(run: FinishedVitest, source: string): void {
  const lines = run.results?.tests.map(({ name, failures }) => [name, failures.map(({ line }) => line)])
  expect(lines, run.output).toEqual(run.results?.tests.map(({ name }) => [name, [lineOf(source, name)]]))
}

it('answers each wrong call with what, why and what to do, at its line', async () => {
  using project = inlineProject({ 'a.test.ts': suite })
  const run = await runVitest(project)
  expectAtTheirLines(run, suite)
  expect(codes(run)).toMatchInlineSnapshot(`
    {
      "Closed:Paid where nothing says how much is outstanding": "DBT_INVALID_ADVANCE: Failed to advance a case: what is outstanding on the case is not known. Give the amount: \`advance('Closed:Paid', { amount })\`.",
      "a blank tag": "DBT_INVALID_TAG: Failed to make a case: the tag is blank. Leave \`tag\` out: the kit sets it, and cleans up by it.",
      "a case that is closed another way": "DBT_API_ERROR: Failed to advance case <id> to Closed:Paid: Debitura answered 400 AlreadyClosed: The case is closed as Closed:NoPayment, and cannot become Closed:Paid. A case that is closed stays as it is: make another one for another ending.",
      "a case that is no test case": "DBT_INVALID_PAYLOAD: Failed to make a case: \`isTest\` is false, and the kit makes test cases only. Leave \`isTest\` out: the kit sets it.",
      "a case that is not there": "DBT_API_ERROR: Failed to call GET /cases/{id} of the Customer API: Debitura answered 404 NotFound: No case with this id was found for this account. Check the id, and whether it was deleted already or belongs to another key or environment.",
      "a case that was deleted": "DBT_GONE: Failed to use case <id>: it was deleted. Make a new one with \`debitura.cases.create()\`.",
      "a client that was reset": "DBT_GONE: Failed to use client <id>: it was reset. Onboard a new one with \`debitura.clients.onboard()\`.",
      "a creditorReference over 50 characters": "DBT_INVALID_PAYLOAD: Failed to make a case: \`creditorReference\`: Invalid length: Expected <=50 but received 51. Correct it in the test.",
      "a field of the wrong type": "DBT_INVALID_PAYLOAD: Failed to make a case: \`amountToRecover\`: Invalid type: Expected number but received "1500". Correct it in the test.",
      "a handle whose run is over": "DBT_RUN_OVER: Failed to reach the run: it is over, and is being cleaned up. Await every call inside the test, and keep no handle for a later run.",
      "a matcher on a case that was deleted": "DBT_GONE: Failed to use case <id>: it was deleted. Make a new one with \`debitura.cases.create()\`.",
      "a matcher on something else": "undefined: Expected a case: a handle of the kit, or an answer of Debitura with a lifecycle",
      "a matcher that does not hold": "undefined: Expected case <id> to be closed as Paid, and it is in Pending Verification Internal",
      "a tag of somebody else": "DBT_INVALID_TAG: Failed to make a case: a case of this run bears the tag of this run, and no other. Leave \`tag\` out: the kit sets it, and cleans up by it.",
      "a tag over 100 characters": "DBT_INVALID_TAG: Failed to make a case: the tag has 101 characters, and Debitura takes at most 100. Leave \`tag\` out: the kit sets it, and cleans up by it.",
      "an amount that is not positive": "DBT_INVALID_ADVANCE: Failed to advance a case: -1 is not a positive amount. Give an amount above 0, in the currency of the case.",
      "an event that does not come": "DBT_EVENT_MISSING: Waited 1 ms for case.closed of case <id>: these fired: case.created (<time>). Check the name of the event, and what the test does before.",
      "an unknown advance target": "DBT_INVALID_ADVANCE: Failed to advance a case: "Closed:Lost" is not a state that a test case can be advanced to. Use one of Active, Closed:Paid, Closed:NoPayment.",
      "something new of a run that is over": "DBT_RUN_OVER: Failed to reach the run: it is over, and is being cleaned up. Await every call inside the test, and keep no handle for a later run.",
      "the token of a client that was reset": "DBT_GONE: Failed to use client <id>: it was reset. Onboard a new one with \`debitura.clients.onboard()\`.",
      "what Debitura refuses": "DBT_API_ERROR: Failed to call POST /cases of the Customer API: Debitura answered 400: currencyCode: Invalid currency code: XYZ. Correct what the request gives.",
    }
  `)
  // Nothing is lost for it.
  expect(run.stderr).toContain('left nothing behind')
})

it("refuses to touch somebody else's, and to call an API without a key", async () => {
  await using sandbox = await observedSandbox()
  using project = inlineProject({ 'a.test.ts': guests })
  const world = sandbox.world('guests')
  world.seedCase()
  world.seedClient({ externalTenantId: 'somebody-elses' })
  const before = contentsOf(world)
  const { DEBITURA_COLLECTION_PARTNER_API_KEY: _, ...variables } = sandbox.variables('guests')
  const run = await runVitest(project, { variables })
  expectAtTheirLines(run, guests)
  expect(codes(run)).toMatchInlineSnapshot(`
    {
      "a case that somebody else made": "DBT_NOT_OURS: Failed to delete case <id>: this run did not make it. Delete only what the test itself made; every case with the tag of the run is deleted at its end.",
      "a client that somebody else made": "DBT_NOT_OURS: Failed to delete client somebody-elses: this run did not make it. Delete only what the test itself made; every case with the tag of the run is deleted at its end.",
      "an API without a key": "DBT_MISSING_KEY: Failed to call POST /managed-cases: there is no key for the Collection Partner API. Set DEBITURA_COLLECTION_PARTNER_API_KEY; a sandbox takes any key of the form sandbox-<world>, for example sandbox-default.",
      "an externalTenantId that is taken": "DBT_NOT_OURS: Failed to make client somebody-elses: it exists already, and this run did not make it, so it must not be reset either. Leave \`externalTenantId\` to the kit; or use that client as it is: \`debitura.clients.get()\`, or DEBITURA_STANDING_CLIENT.",
    }
  `)
  expect(contentsOf(world)).toEqual(before)
})

it('says where a sandbox should be that is not there', async () => {
  const gone = await observedSandbox()
  await gone[Symbol.asyncDispose]()
  using project = inlineProject({
    'a.test.ts': `
      import { test } from 'debitura-testkit/vitest'

      test('a sandbox that is not there', async ({ debitura }) => {
        await debitura.cases.create() // a sandbox that is not there
      })
    `,
  })
  const run = await runVitest(project, { variables: gone.variables('gone') })
  expect(run.exitCode).toBe(1)
  expect(run.results?.tests).toMatchObject([{ failures: [{ code: 'DBT_UNREACHABLE', line: 5 }] }])
  expect(run.results?.tests[0]?.failures[0]?.message).toMatch(
    /^Failed to call POST \/cases of the Customer API: 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)\. Check that a sandbox is running at http:\/\/127\.0\.0\.1:\d+\.$/,
  )
  expect(run.stderr).toContain('left something over')
})

it('refuses to be loaded for a browser', () => {
  using project = inlineProject({})
  const load = "import('debitura-testkit/vitest').catch((error) => console.log(error.code, error.message))"
  const loaded = spawnSync(
    process.execPath,
    ['--conditions=browser', '--input-type=module', '--eval', load],
    {
      cwd: project.directory,
      encoding: 'utf8',
    },
  )
  expect(loaded.stdout).toBe(
    'DBT_BROWSER Failed to load debitura-testkit: it was imported in a browser, where API keys must not be and local ' +
      'sockets cannot be reached. Use it in a Vitest project without `browser`, and test the page against an application ' +
      'that runs there.\n',
  )
})
