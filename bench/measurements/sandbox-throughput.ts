import type { Finding } from '../finding.ts'
import { each, pairedRounds } from '../measure.ts'
import type { Measurement } from '../measurement.ts'
import type { Canned, CannedServer } from '../programs/canned-server.ts'
import type { Load, LoadProgram } from '../programs/load.ts'
import type { SandboxServer } from '../programs/sandbox-server.ts'

const SECONDS = 1.5
const CONNECTIONS = 32
const WARM_UP_SECONDS = 1
const LEAST_SHARE = { GET: 0.6, POST: 0.5 } as const

const HEADERS = { XApiKey: 'sandbox-bench', 'Content-Type': 'application/json', Accept: 'application/json' }
const CASE = {
  currencyCode: 'USD',
  amountToRecover: 1500,
  date: '2026-01-15',
  dueDate: '2026-02-14',
  claimDescription: 'Invoice 2026-0042: goods delivered and not paid',
  tag: 'read',
  isTest: true,
  debtor: {
    type: 'Company',
    name: 'Juniper Hardware LLC',
    contactPerson: 'Avery Morgan',
    email: 'accounts@juniper.example.com',
    phone: '+1 202 555 0123',
    address: '100 Market Street',
    zipCode: '97201',
    city: 'Portland',
    stateAlpha2: 'OR',
    countryAlpha2: 'US',
  },
}

const POSTED = { ...CASE, tag: 'sent' }

/** What to send to either server. */
type Sent = Omit<Load, 'origin' | 'status' | 'seconds' | 'connections'>

/** How many requests the sandbox answers, over a server of Node that answers the same bytes and does nothing else. */
export const sandboxThroughput: Measurement = {
  name: 'sandbox-throughput',
  async run({ workspace, rounds }) {
    await using sandbox = workspace.start<SandboxServer>('sandbox-server')
    await using canned = workspace.start<CannedServer>('canned-server')
    await using load = workspace.start<LoadProgram>('load')
    const { customer: origin } = await sandbox.call.urls()

    const post: Sent = {
      method: 'POST',
      path: '/cases',
      headers: HEADERS,
      body: JSON.stringify(POSTED),
    }
    const posted = await answerTo(origin, { ...post, body: JSON.stringify(CASE) })
    // The sandbox's own answer to a create.
    const { id } = JSON.parse(posted.text) as { readonly id: string }
    const get: Sent = { method: 'GET', path: `/cases/${id}`, headers: HEADERS }
    const answers = { GET: await answerTo(origin, get), POST: posted }
    const bareOrigin = await canned.call.open(answers)

    const side =
      (server: typeof sandbox | typeof canned, to: string, sent: Sent, seconds: number) => async () => {
        const before = await server.call.processorTimeMs()
        const { status } = answers[sent.method]
        const { requests, ms } = await load.call.send({
          ...sent,
          status,
          origin: to,
          seconds,
          connections: CONNECTIONS,
        })
        const busyMs = (await server.call.processorTimeMs()) - before
        return { perSecond: requests / (ms / 1000), processorUs: (busyMs * 1000) / requests }
      }
    const findings: Finding[] = []
    for (const sent of [get, post]) {
      const measured = (seconds: number) => side(sandbox, origin, sent, seconds)
      const compared = (seconds: number) => side(canned, bareOrigin, sent, seconds)
      await measured(WARM_UP_SECONDS)()
      await compared(WARM_UP_SECONDS)()
      const pairs = await pairedRounds(rounds(7), {
        async measured() {
          // Each round begins with as few cases as the first.
          await deleteTagged(origin)
          return measured(SECONDS)()
        },
        compared: compared(SECONDS),
      })
      const what = `sandbox, ${sent.method} a case`
      findings.push(
        {
          what,
          unit: 'per s',
          pairs: each(pairs, ({ perSecond }) => perSecond),
          comparedTo: 'bare node:http, same bytes',
          by: 'ratio',
          budget: { of: 'ratio', atLeast: LEAST_SHARE[sent.method] },
          note: `${CONNECTIONS} connections kept alive, from a process of its own, ${SECONDS} s a round.`,
        },
        {
          what: `${what}: processor per request`,
          unit: 'us',
          pairs: each(pairs, ({ processorUs }) => processorUs),
          comparedTo: 'bare node:http, same bytes',
          by: 'ratio',
        },
      )
    }
    return findings
  },
}

/** Deletes what earlier rounds posted, except for the case that is read. */
async function deleteTagged(origin: string): Promise<void> {
  const answer = await fetch(`${origin}/test/cases?tag=${POSTED.tag}`, { method: 'DELETE', headers: HEADERS })
  if (!answer.ok) throw new Error(`DELETE /test/cases was answered ${answer.status}`)
}

async function answerTo(origin: string, { method, path, headers, body }: Sent): Promise<Canned> {
  const answer = await fetch(`${origin}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`)
  const type = answer.headers.get('content-type') ?? 'application/json'
  const length = String(Buffer.byteLength(text))
  return { status: answer.status, headers: { 'Content-Type': type, 'Content-Length': length }, text }
}
