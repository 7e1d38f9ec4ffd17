import { type ApiName, KEY_VARIABLES, RUN_VARIABLES, URL_VARIABLES } from '../contract/index.ts'
import type { OwnerFunctions, Report, RunAddress } from '../protocol/index.ts'
import type { EndOfTests } from './end-of-run.ts'
import { hostRun } from './host.ts'
import { type LaunchedRun, launch } from './launch.ts'
import { callAuthor } from './onboarding/author-signs.ts'
import type { DebituraOptions } from './options.ts'
import { type RunSettings, resolveSettings } from './settings.ts'
import { SpawnFailed } from './spawn-process.ts'
import type { Variables } from './variables.ts'

/** A run, as the runner's main process holds it. */
export interface Run {
  readonly address: RunAddress
  readonly settings: Omit<RunSettings, 'keys'>
  /**
   * Environment variables for the application under test, so that it talks to the same place and its test cases bear
   * the run's tag: the APIs' origins, and in a sandbox that the run started, its keys. Keys of a real service are not
   * among them: what a process has of these, the author gave it.
   */
  readonly variables: Readonly<Record<string, string>>
  /** All tests that ran so far are over, but more may come (watch mode). */
  closeScopes(): void
  /** Ends the run, and cleans up. `undefined` when the steward died before it could report. */
  end(how?: EndOfTests): Promise<Report | undefined>
}

/** What to start a run with. */
export interface StartRunOptions {
  readonly options?: DebituraOptions | undefined
  /** @default process.env */
  readonly variables?: Variables | undefined
  /** How far the cleanup at the end is. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/**
 * Starts a run: the one function by which every adapter does.
 * @throws DebituraTestkitError `DBT_SETTINGS`, `DBT_HOST_NOT_ALLOWED`, `DBT_START_FAILED`
 */
export async function startRun(start: StartRunOptions = {}): Promise<Run> {
  const { options = {}, variables = process.env, onProgress } = start
  const { keys, ...settings } = resolveSettings(options, variables)
  const { completeOnboarding } = options
  const run = await openRun({ keys, ...settings }, { onProgress, completeOnboarding })
  return {
    address: run.address,
    settings,
    variables: variablesFor(run),
    closeScopes: run.closeScopes,
    end: run.end,
  }
}

async function openRun(settings: RunSettings, hooks: Parameters<typeof launch>[1]): Promise<LaunchedRun> {
  try {
    return await launch(settings, hooks)
  } catch (error) {
    if (!(error instanceof SpawnFailed)) throw error
    const owner = {
      progress: (done: number, total: number) => hooks.onProgress?.(done, total),
      completeOnboarding: (...[url, client]: Parameters<OwnerFunctions['completeOnboarding']>) =>
        callAuthor(hooks.completeOnboarding, { url, client }),
    }
    const hosted = await hostRun(settings, owner, { recovery: false })
    const { address, sandboxKeys, closeScopes, finish, takeDown } = hosted
    const end = async () => {
      // Nobody is there to look again later: this process ends.
      const report = await finish({ cutShort: false })
      await takeDown()
      return report
    }
    return { address, sandboxKeys, closeScopes, end }
  }
}

function variablesFor({ address, sandboxKeys }: LaunchedRun): Record<string, string> {
  const named = (
    names: Readonly<Record<ApiName, string>>,
    values: Readonly<Partial<Record<ApiName, string>>>,
  ) =>
    // The keys of `values` are names of APIs.
    Object.entries(values).map(([api, value]) => [names[api as ApiName], value])
  return Object.fromEntries([
    [RUN_VARIABLES.environment, address.environment],
    [RUN_VARIABLES.tag, address.tag],
    ...named(URL_VARIABLES, address.urls),
    ...named(KEY_VARIABLES, sandboxKeys),
  ])
}
