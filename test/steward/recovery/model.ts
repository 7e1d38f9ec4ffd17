import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { DebituraConnection } from '../../../src/debitura/index.ts'
import { DebituraTestkitError } from '../../../src/errors/index.ts'
import { CREDITOR } from '../../../src/protocol/index.ts'
import type { Sandbox, WorldView } from '../../../src/sandbox/index.ts'
import type { Journal } from '../../../src/steward/journal/journal.ts'
import { identifyProcess } from '../../../src/steward/journal/process-identity.ts'
import { accountOf, draft, freshWorld, type HostedSteward, newScope } from '../hosted.ts'
import { doomedRun, type Folder, folder, recoverIn } from './dead-run.ts'

const RUNS = 3

const WHAT = [
  'make a case',
  'make a managed case',
  'make a subscription',
  'make a client',
  "make a client's case",
  'delete a case',
  'reset a client',
  'end a run',
  'kill a run',
  'kill a run',
  'recover',
  'recover twice at once',
  'lose an answer',
  'lose a request',
  'others make a case',
  'others make a client',
] as const

/** Something that happens. `wait`: whether what happens next waits for it. */
export const event = fc.record({
  run: fc.nat(RUNS - 1),
  which: fc.nat(9),
  wait: fc.boolean(),
  what: fc.constantFrom(...WHAT),
})
export type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

/** A run that can be killed: from then on it writes and sends nothing, and hears of nothing. */
class Mortal {
  readonly scope = newScope()
  readonly cases: string[] = []
  readonly clients: string[] = []
  readonly #process: ChildProcess
  readonly #death = new AbortController()
  readonly hosted: HostedSteward
  open = true

  private constructor(child: ChildProcess, sandbox: Sandbox, place: Folder, world: string) {
    this.#process = child
    this.hosted = doomedRun(sandbox, place, world, {
      owner: identifyProcess(child.pid),
      writing: (journal) => this.#writing(journal),
      sending: (connection) => this.#sending(connection),
    })
  }

  static async born(sandbox: Sandbox, place: Folder, world: string): Promise<Mortal> {
    const child = spawn('sleep', ['600'], { stdio: 'ignore' })
    await once(child, 'spawn')
    return new Mortal(child, sandbox, place, world)
  }

  /** What was on its way may arrive, or not. */
  async die(): Promise<void> {
    if (!this.open) return
    this.open = false
    this.#death.abort(new DebituraTestkitError({ code: 'DBT_RUN_OVER', what: '', why: 'killed', todo: '' }))
    await this.#endProcess()
  }

  async close(): Promise<unknown> {
    if (!this.open) return undefined
    this.open = false
    const report = await this.hosted.close()
    await this.#endProcess()
    return report
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#endProcess()
    await this.hosted[Symbol.asyncDispose]()
  }

  async #endProcess(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    this.#process.kill('SIGKILL')
    await once(this.#process, 'close')
  }

  #writing(journal: Journal): Journal {
    const { signal } = this.#death
    const unlessDead =
      <A extends unknown[]>(write: (...given: A) => void) =>
      (...given: A) =>
        signal.aborted ? undefined : write(...given)
    return {
      get problem() {
        return journal.problem
      },
      intent: unlessDead((resource) => journal.intent(resource)),
      outcome: unlessDead((key, state, id) => journal.outcome(key, state, id)),
      served: unlessDead((client) => journal.served(client)),
      remove: unlessDead(() => journal.remove()),
      leave: unlessDead((result) => journal.leave(result)),
    }
  }

  #sending(connection: DebituraConnection): DebituraConnection {
    const { signal } = this.#death
    return {
      calls: connection.calls,
      clocks: connection.clocks,
      widen: () => connection.widen(),
      close: () => connection.close(),
      call: (operation, request) =>
        connection.call(operation, {
          ...request,
          signal: request.signal ? AbortSignal.any([request.signal, signal]) : signal,
        }),
      [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
    }
  }
}

/** A run that goes on all the while, and makes nothing any more. */
interface Bystander extends AsyncDisposable {
  /** Its journal and what it has made, byte for byte: as they were, and as they are. */
  readonly before: string
  now(): string
  /** Ends it. */
  leave(): Promise<unknown>
}

async function bystander(sandbox: Sandbox, place: Folder, world: string): Promise<Bystander> {
  const hosted = doomedRun(sandbox, place, world, { owner: identifyProcess() })
  const { steward, identity } = hosted
  const scope = newScope()
  const client = await steward.createClient(scope, draft.client(), { sign: true })
  const cases = [
    await steward.createCase(scope, CREDITOR, draft.case()),
    await steward.createCase(scope, accountOf(client), draft.case()),
  ].map(({ id }) => id)
  const { id: webhook } = await steward.createWebhook(scope, CREDITOR, 'https://hook.example', [
    'case.closed',
  ])
  const view = sandbox.world(world)
  const now = () =>
    JSON.stringify([
      readdirSync(place.path)
        .filter((name) => name.includes(identity.runId))
        .map((name) => [name, readFileSync(join(place.path, name), 'utf8')]),
      view.cases().filter(({ id }) => cases.includes(id)),
      view.clients().filter(({ externalTenantId }) => externalTenantId === client.externalTenantId),
      view.webhooks().filter(({ id }) => id === webhook),
    ])
  return {
    before: now(),
    now,
    leave: () => hosted.close(),
    [Symbol.asyncDispose]: () => hosted[Symbol.asyncDispose](),
  }
}

/** Runs that are killed and recovered, somebody else's data between them, and what must hold of it all. */
export class Mortals implements AsyncDisposable {
  readonly #sandbox: Sandbox
  readonly #world = freshWorld()
  readonly #view: WorldView
  readonly #place = folder()
  readonly #runs: Mortal[] = []
  readonly #born: Mortal[] = []
  readonly #pending: Promise<unknown>[] = []
  readonly #others: string[] = []
  #bystander: Bystander | undefined
  readonly failures: unknown[] = []

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
    this.#view = sandbox.world(this.#world)
  }

  async perform(one: Event): Promise<void> {
    this.#bystander ??= await bystander(this.#sandbox, this.#place, this.#world)
    this.#runs[one.run] ??= await this.#birth()
    const done = this.#act(one).catch((error) => {
      if (!(error instanceof DebituraTestkitError)) this.failures.push(error)
    })
    this.#pending.push(done)
    if (one.wait) await done
  }

  /** Everything has happened that was under way; whoever still lives is killed; and what is left is recovered. */
  async end(): Promise<void> {
    await Promise.all(this.#pending)
    for (const run of this.#born) await run.die()
    this.#view.faults.clear()
    await this.#recover()
    this.#lookAtBystander()
    await this.#bystander?.leave()
  }

  /** What is there that nobody else made, and what somebody else made that is not. */
  wrong() {
    const held = [
      ...this.#view.cases().map(({ id }) => id),
      ...this.#view.webhooks().map(({ id }) => id),
      ...this.#view.clients().map(({ externalTenantId }) => externalTenantId),
    ]
    return {
      orphaned: held.filter((id) => !this.#others.includes(id)),
      foreignTouched: this.#others.filter((id) => !held.includes(id)),
      journals: this.#place.journals(),
      failures: this.failures,
    }
  }

  /** Names that are there more often than they were asked for. */
  twice(): string[] {
    const names = [
      ...this.#view.cases().map(({ creditorReference }) => creditorReference),
      ...this.#view.webhooks().map(({ url }) => url),
    ].filter((name) => name?.includes('sr-'))
    return names.filter((name, index) => names.indexOf(name) !== index).map(String)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const run of this.#born) await run[Symbol.asyncDispose]()
    await this.#bystander?.[Symbol.asyncDispose]()
    this.#place[Symbol.dispose]()
  }

  async #birth(): Promise<Mortal> {
    const run = await Mortal.born(this.#sandbox, this.#place, this.#world)
    this.#born.push(run)
    return run
  }

  async #recover(): Promise<void> {
    await recoverIn(this.#sandbox, this.#place, this.#world, { graceMs: 150 })
    this.#lookAtBystander()
  }

  #lookAtBystander(): void {
    const { before, now } = this.#bystander ?? {}
    if (before !== now?.())
      this.failures.push(new Error(`The run that goes on was ${before}, and is ${now?.()}`))
  }

  async #act({ run: nth, which, what }: Event): Promise<unknown> {
    const run = this.#runs[nth]
    if (run === undefined) return undefined
    const { hosted, scope, cases, clients } = run
    const { steward } = hosted
    switch (what) {
      case 'make a case':
        return cases.push((await steward.createCase(scope, CREDITOR, draft.case())).id)
      case 'make a managed case':
        return steward.createManagedCase(scope, draft.managedCase())
      case 'make a subscription':
        return steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
      case 'make a client':
        return clients.push(
          (await steward.createClient(scope, draft.client(), { sign: true })).externalTenantId,
        )
      case "make a client's case": {
        const client = clients[which % clients.length]
        return client && steward.createCase(scope, accountOf({ externalTenantId: client }), draft.case())
      }
      case 'delete a case': {
        const id = cases[which % cases.length]
        return id && steward.deleteCase(CREDITOR, id)
      }
      case 'reset a client': {
        const client = clients[which % clients.length]
        return client && steward.resetClient(client)
      }
      case 'end a run':
        await run.close()
        this.#runs[nth] = await this.#birth()
        return undefined
      case 'kill a run':
        await run.die()
        this.#runs[nth] = await this.#birth()
        return undefined
      case 'recover':
        return this.#recover()
      case 'recover twice at once':
        return Promise.all([this.#recover(), this.#recover()])
      case 'lose an answer':
        return this.#view.faults.order({ kind: 'lose', times: 1 })
      case 'lose a request':
        return this.#view.faults.order({ kind: 'drop', times: 1 })
      case 'others make a case':
        return this.#others.push(
          this.#view.seedCase({ isTest: which % 2 === 0, tag: 'suite-run-of-others' }).id,
        )
      case 'others make a client':
        return this.#others.push(this.#view.seedClient().externalTenantId)
    }
  }
}
