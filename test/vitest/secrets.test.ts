import { expect, it } from 'vitest'
import {
  inlineProject,
  isSteward,
  meeting,
  observedSandbox,
  type SeenRequest,
  startVitest,
} from './harness/index.ts'

const MARKER = 'PLANTED+7f3a/key'

/** Provokes every error that there is, and shows each in every way that a test or a reporter does. */
const suite = /* ts */ `
  import { writeFileSync } from 'node:fs'
  import { inspect } from 'node:util'
  import { inject } from 'vitest'
  import { test } from 'debitura-testkit/vitest'
  import { meet } from './meet.ts'

  async function provoke(work: () => Promise<unknown>) {
    const error = await work().then(() => new Error('nothing was wrong'), (reason) => reason)
    console.log(inspect(error, { depth: 20, showHidden: true }))
    console.error(JSON.stringify({ ...error, message: error.message, stack: error.stack, cause: String(error.cause) }))
    throw error
  }

  for (const fault of ['400', '401', '403', '404', '409', '422', '503', 'page', 'redirect', 'broken', 'hang up']) {
    test.concurrent('the creditor meets ' + fault, async ({ debitura }) => {
      await provoke(() => debitura.cases.getByCreditorReference(fault))
    })
    test.concurrent('a client meets ' + fault, async ({ client }) => {
      await provoke(() => client.cases.getByCreditorReference(fault))
    })
  }

  test('a create is refused in the words of its own request', async ({ debitura, client }) => {
    await provoke(() => Promise.all([
      debitura.cases.create({ creditorReference: '400' }),
      client.cases.create({ creditorReference: '400' }),
      debitura.managedCases.create({ creditorReference: '400' }),
    ]))
  })

  test('a token is used, and what a worker is given is written down', async ({ client, debitura }) => {
    await client.token()
    await client.cases.create()
    await debitura.managedCases.create()
    writeFileSync('provided.json', JSON.stringify(inject('debituraRun')))
    console.log(inspect({ client, debitura }, { depth: 20, showHidden: true }))
    await meet('look')
  })
`

/** Answers that say back all that they were sent, as a proxy's error page might. */
function echo({ credential, method, path, query, body }: SeenRequest): Response | undefined {
  const fault =
    query.get('creditorReference') ?? /"creditorReference":"(\w+)"/.exec(body)?.[1] ?? path.split('/').pop()
  const said = `${method} ${path} with ${credential} and ${encodeURIComponent(credential)} and ${btoa(credential.replace('Bearer ', ''))}`
  const json = (value: unknown, status: number) => Response.json(value, { status })
  switch (decodeURIComponent(fault ?? '')) {
    case 'page':
      return new Response(`<html><body>${said}</body></html>`, {
        status: 502,
        headers: { 'content-type': 'text/html' },
      })
    case 'redirect':
      return new Response(said, {
        status: 302,
        headers: { location: `https://login.example.com/?next=${encodeURIComponent(credential)}` },
      })
    case 'broken':
      return new Response(`{"id": "${credential}`, { headers: { 'content-type': 'application/json' } })
    case 'hang up':
      return Response.error()
    case '400':
      return json(
        { type: credential, title: said, errors: { XApiKey: [said], [credential]: [credential] } },
        400,
      )
    case '409':
      return json(
        { errorType: 'Conflict', message: said, solutionUrl: `https://app.debitura.com/?key=${credential}` },
        409,
      )
    case '401':
    case '403':
    case '404':
    case '422':
    case '503':
      return json({ message: said, errorMessages: [said, { nested: credential }] }, Number(fault))
    default:
      return undefined
  }
}

async function scenario() {
  await using sandbox = await observedSandbox()
  await using place = await meeting()
  using project = inlineProject({ 'a.test.ts': suite })
  sandbox.intercept(echo)
  await using vitest = startVitest(project, {
    args: ['run', '--reporter=json', '--outputFile.json=report.json'],
    variables: { ...sandbox.variables('secrets', MARKER), MEETING: place.url },
  })
  await vitest.until(place.arrived('look'))
  const state = vitest.state()
  const steward = vitest.processes().find(isSteward)
  place.open('look')
  const run = await vitest.ended
  const tokens = sandbox.seen
    .filter(({ path }) => path === '/oauth/token')
    .map(({ answer }) => (JSON.parse(answer ?? '{}') as { accessToken?: string }).accessToken ?? '')
  return {
    run,
    state,
    steward,
    secrets: [
      ...Object.values(sandbox.variables('secrets', MARKER)).filter((value) => value.includes(MARKER)),
      ...tokens,
    ],
    places: {
      'standard output': run.stdout,
      'standard error': run.stderr,
      'the JSON report': project.read('report.json'),
      'the results': JSON.stringify(run.results),
      'the provided value': project.read('provided.json'),
      'the journal': Object.values(state).join('\n'),
      "the steward's command line": steward?.commandLine ?? '',
      "the steward's environment": steward?.environment ?? '',
    },
  }
}

const { run, state, steward, secrets, places } = await scenario()

it('provokes what it means to', () => {
  expect(secrets.length).toBeGreaterThan(3 + 12)
  expect(secrets.filter((secret) => secret.length < 20)).toEqual([])
  const codes = new Set(run.results?.tests.flatMap(({ failures }) => failures.map(({ code }) => code)))
  expect([...codes].sort()).toEqual([
    'DBT_ANSWER_LOST',
    'DBT_API_ERROR',
    'DBT_REDIRECT_REFUSED',
    'DBT_UNEXPECTED_ANSWER',
  ])
  expect(run.output).toContain('[redacted]')
})

it.each(Object.entries(places))('shows no key and no token in %s', (_, text) => {
  expect(text).not.toBe('')
  const forms = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    btoa(secret),
    btoa(secret).replace(/=+$/, ''),
    btoa(`Bearer ${secret}`).slice(12, -4),
  ])
  expect(forms.filter((form) => text.includes(form))).toEqual([])
  expect(text).not.toContain('PLANTED')
})

it('keeps what it needs to clean up where other users cannot read it', () => {
  expect(
    Object.keys(state)
      .map((name) => name.replace(/^.*\./, ''))
      .sort(),
  ).toEqual(['jsonl', 'sock'])
  expect(steward).toBeDefined()
})
