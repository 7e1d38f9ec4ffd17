import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectSteward, type Debitura, debituraFor, type StewardClient } from '../../src/kit/index.ts'
import { PROTOCOL_VERSION, type Report, type Scope } from '../../src/protocol/index.ts'
import type { Sandbox, WorldView } from '../../src/sandbox/index.ts'
import { listenOnSocket, socketPath } from '../../src/steward/socket-server.ts'
import { freshWorld, type Hosting, hostSteward, newScope } from '../steward/hosted.ts'

/** What a test holds, with a steward behind a socket, as in a worker. */
export interface HostedKit extends AsyncDisposable {
  readonly debitura: Debitura
  readonly steward: StewardClient
  readonly scope: Scope
  readonly world: WorldView
  readonly tag: string
  /** Debitura for another scope. */
  another(scope: Scope): Debitura
  /** Ends the run, as far as handles are concerned too. */
  end(): Promise<Report>
}

/** Hosts a run on a world of a sandbox. */
export async function hostKit(sandbox: Sandbox, hosting: Hosting = {}): Promise<HostedKit> {
  const { world = freshWorld() } = hosting
  const run = hostSteward(sandbox, { ...hosting, world })
  const directory = mkdtempSync(join(tmpdir(), 'dbt-'))
  const server = await listenOnSocket(socketPath(directory), run.steward)
  const steward = connectSteward({
    protocol: PROTOCOL_VERSION,
    runId: run.identity.runId,
    tag: run.identity.tag,
    environment: 'sandbox',
    socket: server.path,
    urls: sandbox.urls,
  })
  const scope = newScope('a test of the kit')
  return {
    debitura: debituraFor(steward, scope),
    steward,
    scope,
    world: sandbox.world(world),
    tag: run.identity.tag,
    another: (other) => debituraFor(steward, other),
    async end() {
      const report = await run.close()
      await server.close()
      return report
    },
    async [Symbol.asyncDispose]() {
      await server.close()
      await run[Symbol.asyncDispose]()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
