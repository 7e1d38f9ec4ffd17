import type { Leftover } from '../../protocol/index.ts'
import { isStanding } from '../resource.ts'
import { adviceOn, describe } from './advice.ts'
import { deleteCases } from './delete-cases.ts'
import { deleteWebhook } from './delete-webhook.ts'
import { keysOf, type Step, stepName, type Track } from './plan.ts'
import { resetClient } from './reset-client.ts'
import type { CleanupTools } from './tools.ts'

/** How long one step may take, in milliseconds, waits for the rate limit included. */
const STEP_TIMEOUT_MS = 60_000

/** How to carry out a plan. */
export interface CleanOptions {
  /** Ends the whole cleanup: what was not deleted by then is left over. */
  readonly signal: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/** Carries out cleanup plans. Each step stands alone: one that fails never stops the rest. */
export class Cleaner {
  readonly #tools: CleanupTools
  readonly #leftovers = new Map<string, Leftover>()

  constructor(tools: CleanupTools) {
    this.#tools = tools
  }

  /** What could not be deleted so far, each with its reason. */
  get leftovers(): readonly Leftover[] {
    return [...this.#leftovers.values()]
  }

  /** Carries out tracks side by side, and the steps of each in order. Never throws: what fails is left over. */
  async clean(tracks: readonly Track[], { signal, onProgress }: CleanOptions): Promise<void> {
    const total = tracks.reduce((sum, track) => sum + track.length, 0)
    let done = 0
    const follow = async (track: Track) => {
      for (const step of track) {
        await this.#attempt(step, AbortSignal.any([signal, AbortSignal.timeout(STEP_TIMEOUT_MS)]))
        done += 1
        onProgress?.(done, total)
      }
    }
    await Promise.all(tracks.map(follow))
  }

  async #attempt(step: Step, signal: AbortSignal): Promise<void> {
    try {
      if (step.kind === 'delete-cases') await deleteCases(step, this.#tools, signal)
      if (step.kind === 'delete-webhook') await deleteWebhook(step, this.#tools, signal)
      if (step.kind === 'reset-client') await resetClient(step, this.#tools, signal)
      this.#leftovers.delete(stepName(step))
    } catch (error) {
      this.#leftovers.set(stepName(step), { ...describe(step, this.#tools.tag), ...adviceOn(error, signal) })
      for (const key of keysOf(step)) {
        const resource = this.#tools.ledger.get(key)
        if (resource && isStanding(resource)) this.#tools.ledger.settle(key, 'left-over')
      }
    }
  }
}
