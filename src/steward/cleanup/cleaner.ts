import { setTimeout as pause } from 'node:timers/promises'
import type { Leftover } from '../../protocol/index.ts'
import { isStanding } from '../resource.ts'
import { within } from '../within.ts'
import { adviceOn, describe, mayPass, stepOutOfTime } from './advice.ts'
import { deleteCases } from './delete-cases.ts'
import { deleteWebhook } from './delete-webhook.ts'
import { keysOf, type Step, stepName, type Track } from './plan.ts'
import { resetClient } from './reset-client.ts'
import type { CleanupTools } from './tools.ts'

/**
 * How long one step may take, in milliseconds: longer than a rate limit of a minute makes it wait, and what is added to
 * that so that not all come back at once.
 * @see docs.debitura.com/developer-concepts/rate-limiting
 */
export const STEP_TIMEOUT_MS = 90_000

const STEP_LIMIT = {
  ms: STEP_TIMEOUT_MS,
  reason: stepOutOfTime('Failed to clean up', STEP_TIMEOUT_MS),
}

/** How to carry out a plan. */
export interface CleanOptions {
  /** Ends the whole cleanup: what was not deleted by then is left over. */
  readonly signal: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
  /**
   * Pauses after which what failed is tried again, in milliseconds, as long as it fails for a reason that may pass.
   * @default none
   */
  readonly againAfterMs?: readonly number[]
}

/** Something left over, and the resources that it is about; none where only the application may have made some. */
interface Left {
  readonly keys: readonly string[]
  readonly leftover: Leftover
  /** Whether the reason may pass: Debitura could not be reached, or failed. */
  readonly passing: boolean
}

/** Carries out cleanup plans. Each step stands alone: one that fails never stops the rest. */
export class Cleaner {
  readonly #tools: CleanupTools
  readonly #left = new Map<string, readonly Left[]>()

  constructor(tools: CleanupTools) {
    this.#tools = tools
  }

  /**
   * What could not be deleted so far, each with its reason. What went some other way meanwhile is not among it: the
   * cases of a client that was reset, say.
   */
  get leftovers(): readonly Leftover[] {
    return [...this.#left.values()]
      .flat()
      .filter(({ keys }) => keys.length === 0 || keys.some((key) => this.#stands(key)))
      .map(({ leftover }) => leftover)
  }

  /** Carries out tracks side by side, and the steps of each in order. Never throws: what fails is left over. */
  async clean(tracks: readonly Track[], options: CleanOptions): Promise<void> {
    await this.#follow(tracks, options)
    for (const pauseMs of options.againAfterMs ?? []) {
      const failed = tracks.map((track) => track.filter((step) => this.#mayPass(step)))
      if (failed.flat().length === 0) return
      await pause(pauseMs, undefined, { signal: options.signal }).catch(() => undefined)
      if (options.signal.aborted) return
      await this.#follow(failed, { signal: options.signal })
    }
  }

  /** Whether a step failed for a reason that may be gone by now. */
  #mayPass(step: Step): boolean {
    return (this.#left.get(stepName(step)) ?? []).some(({ passing }) => passing)
  }

  async #follow(tracks: readonly Track[], { signal, onProgress }: CleanOptions): Promise<void> {
    const total = tracks.reduce((sum, track) => sum + track.length, 0)
    let done = 0
    const follow = async (track: Track) => {
      for (const step of track) {
        await within({ ...STEP_LIMIT, signal }, (ending) => this.#attempt(step, ending))
        done += 1
        onProgress?.(done, total)
      }
    }
    await Promise.all(tracks.map(follow))
  }

  async #attempt(step: Step, signal: AbortSignal): Promise<void> {
    this.#left.set(stepName(step), await this.#carryOut(step, signal))
  }

  async #carryOut(step: Step, signal: AbortSignal): Promise<readonly Left[]> {
    try {
      if (step.kind === 'delete-webhook') await deleteWebhook(step, this.#tools, signal)
      if (step.kind === 'reset-client') await resetClient(step, this.#tools, signal)
      if (step.kind !== 'delete-cases') return []
      const left = await deleteCases(step, this.#tools, signal)
      return left.map(({ resource: { id, key }, error }) => ({
        keys: [key],
        leftover: { kind: 'case', id: id ?? key, ...adviceOn(error) },
        passing: mayPass(error),
      }))
    } catch (error) {
      const leftover = { ...describe(step, this.#tools.tag), ...adviceOn(error) }
      return [{ keys: keysOf(step), leftover, passing: mayPass(error) }]
    }
  }

  #stands(key: string): boolean {
    const resource = this.#tools.ledger.get(key)
    return resource !== undefined && isStanding(resource)
  }
}
