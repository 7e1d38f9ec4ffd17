import { API_NAMES, type ApiName } from '../contract/index.ts'
import { connect, createRedactor } from '../debitura/index.ts'
import { type OwnerFunctions, PROTOCOL_VERSION, type Report, type RunAddress } from '../protocol/index.ts'
import { checkKeys } from './check-keys.ts'
import { removeDeadSockets } from './dead-sockets.ts'
import type { EndOfTests } from './end-of-run.ts'
import { newIdentity, type RunIdentity } from './identity.ts'
import { type Journal, NoJournal, openJournal } from './journal/journal.ts'
import { stateDirectory } from './journal/state-directory.ts'
import { KeyedCalls } from './keyed-calls.ts'
import { authorSigns } from './onboarding/author-signs.ts'
import { nobodySigns } from './onboarding/nobody-signs.ts'
import type { Onboarding } from './onboarding/onboarding.ts'
import { sandboxSigns } from './onboarding/sandbox-signs.ts'
import { recoverInBackground } from './recovery/background-recovery.ts'
import { fixedClock, sandboxClock } from './sandbox-clock.ts'
import type { RunSettings } from './settings.ts'
import { listenOnSocket, socketPath } from './socket-server.ts'
import { Steward } from './steward.ts'

/** A run that is open: its steward, and all that it stands on. */
export interface HostedRun {
  readonly address: RunAddress
  /** Keys of the sandbox that the run started; empty where the author's own keys are used. */
  readonly sandboxKeys: Readonly<Partial<Record<ApiName, string>>>
  /** Cleans what no open test needs any more. */
  closeScopes(): void
  /** Ends the run: from here on nobody can make anything. */
  finish(how: EndOfTests): Promise<Report>
  /** Waits for what may still arrive where the tests were cut short, cleans that too, and takes everything down. */
  takeDown(): Promise<void>
}

/** What the host tells, or asks of, whoever owns the run. */
export type Owner = Pick<OwnerFunctions, 'progress' | 'completeOnboarding'>

/** How to host a run. */
export interface HostOptions {
  /** Whether this process outlives the runner, so that a journal of it is worth keeping. */
  readonly recovery: boolean
}

/** Opens a run in this process: in the steward's own, or in the runner's where no child process can be started. */
export async function hostRun(
  settings: RunSettings,
  owner: Owner,
  { recovery }: HostOptions,
): Promise<HostedRun> {
  const opened: (() => Promise<unknown>)[] = []
  const closeAll = async () => {
    for (const close of opened.reverse()) await close()
  }
  try {
    const directory = stateDirectory()
    const { urls, keys, close } = settings.embedded ? await startSandbox(settings.embedded) : theirs(settings)
    opened.push(close)
    const redactor = createRedactor()
    for (const key of Object.values(keys)) redactor.add(key)
    const { environment, embedded } = settings
    const connection = connect({ environment, urls, redactor, pacing: embedded?.rateLimits ?? true })
    opened.push(() => connection.close())
    if (!embedded) await checkKeys(new KeyedCalls(connection, keys), settings)

    const identity = newIdentity()
    const socket = socketPath(directory)
    const journal = journalFor(directory, identity, settings, urls, socket, recovery)
    const onboarding = onboardingFor(settings, owner)
    const clock = environment === 'sandbox' ? sandboxClock({ urls, keys, worldOf }) : fixedClock
    const steward = new Steward({
      identity,
      settings,
      keys,
      connection,
      redactor,
      journal,
      onboarding,
      clock,
    })
    const server = await listenOnSocket(socket, steward.functions)
    void removeDeadSockets(directory)
    const place = { environment, urls, keys }
    const earlier = embedded
      ? undefined
      : recoverInBackground({ directory, place, connection, redactor, timeoutMs: settings.cleanupTimeoutMs })
    opened.push(() => steward.webhooks.office.close())
    const { receiver, problem } = await steward.webhooks.open()
    const { runId, tag } = identity
    let cleanLate = async (): Promise<void> => undefined
    return {
      address: { protocol: PROTOCOL_VERSION, runId, tag, environment, socket: server.path, urls, receiver },
      sandboxKeys: embedded ? keys : {},
      closeScopes: () => steward.closeScopes(),
      async finish(how) {
        const ended = await steward.close(how, owner.progress)
        const { recovered = [], notices = [] } = (await earlier?.end()) ?? {}
        await server.close()
        cleanLate = ended.cleanLate
        const { report } = ended
        return {
          ...report,
          recovered,
          notices: [...report.notices, ...(problem === undefined ? [] : [problem]), ...notices],
        }
      },
      async takeDown() {
        await cleanLate()
        await closeAll()
      },
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}

type PerApi = Readonly<Partial<Record<ApiName, string>>>

/** Where a run's calls go, and with which keys. */
interface Place {
  readonly urls: PerApi
  readonly keys: PerApi
  close(): Promise<void>
}

async function startSandbox(options: { readonly rateLimits: boolean }): Promise<Place> {
  const { createSandbox, sandboxKey } = await import('../sandbox/index.ts')
  const sandbox = await createSandbox(options)
  const keys = Object.fromEntries(API_NAMES.map((api) => [api, sandboxKey()]))
  return { urls: sandbox.urls, keys, close: () => sandbox.close() }
}

/** The sandbox knows its keys. */
async function worldOf(key: string): Promise<string | undefined> {
  const { worldOfKey } = await import('../sandbox/index.ts')
  return worldOfKey(key)
}

function theirs({ urls, keys }: RunSettings): Place {
  return { urls, keys, close: async () => undefined }
}

function journalFor(
  directory: string,
  identity: RunIdentity,
  { embedded, environment, keep, keys }: RunSettings,
  urls: PerApi,
  socket: string,
  recovery: boolean,
): Journal {
  // A sandbox of the run's own dies with this process: there is nothing to recover.
  if (embedded) return new NoJournal()
  if (!recovery) return new NoJournal('Crash recovery is off: the run could not have a process of its own.')
  return openJournal(directory, {
    identity,
    environment,
    urls,
    keys,
    keep,
    socket,
    startedAt: new Date().toISOString(),
  })
}

function onboardingFor(settings: RunSettings, { completeOnboarding }: Owner): Onboarding {
  if (settings.authorSigns) return authorSigns(async (url, client) => completeOnboarding(url, client))
  return settings.environment === 'sandbox' ? sandboxSigns : nobodySigns
}
